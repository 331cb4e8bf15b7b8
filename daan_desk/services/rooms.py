"""What is typed while a meeting is held: kept at every key, turned into issues and demands by one act at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.kinds import Linked
from daan_desk.domain.meetings import bare, demand_of, issue_of, problems, said
from daan_desk.domain.questions import Row, Where
from daan_desk.services import drafts
from daan_desk.services.changes import Changes
from daan_desk.services.issue_sheets import kept
from daan_desk.services.ledgers import ledger, row
from daan_desk.services.office import Act, Office
from daan_desk.services.records import added
from daan_desk.services.values import findings, linked
from daan_desk.store.reader import Line, Reader

Typed = Mapping[str, Any]
# What a cell of the room is called in the record that it becomes.
CELLS = {"lead_department": "department", "description": "remark", "notes": "remark"}


@dataclass(frozen=True, slots=True)
class Room:
    """A meeting with the lines typed so far; an enterprise is a `Linked`, or the words typed where none was found.

    back: what was turned into records by acts that were taken back, and stands among the lines again, by its first
    record. made: how many records came out of this room and are still there.
    """

    meeting: Row
    lines: tuple[dict[str, Any], ...]
    back: tuple[str, ...] = ()
    made: int = 0


def key(meeting: str) -> str:
    """The name of the draft: the lines typed, and under “done” those that became records, each lot with their ids."""
    return f"room/{meeting}"


def room(office: Office, meeting: str) -> Room:
    """The room as it was left, and a line for every enterprise that is invited and did not say that it stays away."""
    found, (lines, done) = row(office, "meetings", meeting), _draft(office, meeting)
    with office.reading() as reader:
        alive = {lot["id"]: sum(len(reader.lines(name, ids)) for name, ids in lot["made"].items()) for lot in done}
        back = [lot for lot in done if not alive[lot["id"]]]
        typed = [line for lot in back for line in lot["lines"]] + lines
        shown = _with_guests(reader, meeting, typed)
    return Room(found, shown, tuple(lot["id"] for lot in back), sum(alive.values()))


def _draft(office: Office, meeting: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    draft: dict[str, Any] = drafts.load(office, key(meeting))
    return draft.get("lines", []), draft.get("done", [])


def _with_guests(reader: Reader, meeting: str, typed: Sequence[Typed]) -> tuple[dict[str, Any], ...]:
    """The typed lines with their enterprises by name, and a line for every guest who has none."""
    guests = [g for g in reader.where("participants", Where("meeting", "is", meeting)) if g["enterprise"]]
    guests = sorted((g for g in guests if g["came"] is not False), key=lambda g: (g["came"] is None, g["id"]))
    ids = dict.fromkeys((*(str(line.get("enterprise") or "") for line in typed), *(g["enterprise"] for g in guests)))
    names = reader.titles("enterprises", [one for one in ids if one])
    have = {line.get("enterprise") for line in typed}
    lines = [dict(line) for line in typed]
    lines += [{"enterprise": one} for one in dict.fromkeys(g["enterprise"] for g in guests) if one not in have]
    for line in lines:
        word = str(line.get("enterprise") or "")
        line["enterprise"] = Linked(word, names[word]) if word in names else word
    return tuple(lines)


def keep(office: Office, meeting: str, lines: Sequence[Typed], back: Sequence[str] = ()) -> None:
    """Remember what stands in the room; no act, nothing in the journal. `back`: as the room said, among the lines."""
    done = [lot for lot in _draft(office, meeting)[1] if lot["id"] not in back]
    drafts.save(office, key(meeting), {"lines": _spoken(lines), "done": done})


def _spoken(lines: Sequence[Typed]) -> list[dict[str, Any]]:
    return [line for line in map(plain, lines) if line]


def plain(line: Typed) -> dict[str, Any]:
    """A line as the draft keeps it: links by id."""
    return {name: cell.id if isinstance(cell, Linked) else cell for name, cell in bare(line).items()}


def check(office: Office, meeting: str, lines: Sequence[Typed]) -> dict[str, str]:
    """What would be refused, as “4.title” → sentence; nothing is written."""
    with office.reading() as reader:
        return judged(reader, _meeting(reader, meeting), [plain(line) for line in lines])


def judged(reader: Reader, meeting: Line, lines: Sequence[Typed]) -> dict[str, str]:
    """The problems of every line in which somebody said something."""
    found: dict[str, str] = {}
    for at, line in enumerate(lines):
        if said(line):
            own = problems(line) or _unreadable(reader, meeting, line)
            found |= {f"{at}.{name}": sentence for name, sentence in own.items()}
    return found


def _unreadable(reader: Reader, meeting: Line, line: Typed) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, values in _records(meeting, line):
        told = findings(reader, ledger(name), values, whole=True).problems
        found |= {CELLS.get(field, field): sentence for field, sentence in told.items()}
    return found


def _records(meeting: Line, line: Typed) -> list[tuple[str, dict[str, object]]]:
    """What a line becomes: ledger and values."""
    begin = {"meeting": meeting["id"], "raised": meeting["day"]}
    issue, demand = issue_of(line), demand_of(line)
    made = [("issues", {**kept(issue), **begin})] if issue else []
    return [*made, ("financing", {**demand, **begin})] if demand else made


def finish(office: Office, meeting: str, lines: Sequence[Typed], back: Sequence[str] = ()) -> Changes:
    """Turn the lines into issues and demands, and walk-ins into participants, in one act, or nothing at all.

    `Rejected` by “line.cell”. Taking the act back brings the lines back into the room.
    """
    typed, (drafted, done) = [plain(line) for line in lines], _draft(office, meeting)
    with office.writing("整理现场记录") as act:
        held = _meeting(act, meeting)
        found = judged(act, held, typed)
        if found:
            raise Rejected(found)
        spoken = [line for line in typed if said(line)]
        refuse_unless(spoken, "现场还没有记下问题或融资需求")
        made: dict[str, list[str]] = {"issues": [], "financing": []}
        for line in spoken:
            for name, values in _records(held, line):
                made[name].append(added(act, name, values))
        _welcome(act, meeting, [linked(act, "enterprises", str(line["enterprise"])) for line in spoken])
        lot = {"id": [*made["issues"], *made["financing"]][0], "lines": spoken, "made": made}
        kept_lots = [one for one in done if one["id"] not in back]
        waiting = [line for line in drafted if line not in typed]
        drafts.put(act, key(meeting), {"lines": waiting, "done": [*kept_lots, lot]})
        act.name = f"整理现场记录：{len(made['issues'])} 个问题、{len(made['financing'])} 个融资需求"
    return act.changes


def _welcome(act: Act, meeting: str, spoken: Sequence[str]) -> None:
    """Who spoke was there: guests are marked, walk-ins become participants."""
    listed = act.where("participants", Where("meeting", "is", meeting), Where("enterprise", "filled"))
    by_enterprise = {line["enterprise"]: line for line in listed}
    for enterprise in dict.fromkeys(spoken):
        guest = by_enterprise.get(enterprise)
        if guest is None:
            added(act, "participants", {"meeting": meeting, "enterprise": enterprise, "came": True})
        elif not guest["came"]:
            act.change("participants", guest["id"], {"came": True})
    act.touch("meetings", meeting)


def _meeting(reader: Reader, meeting: str) -> Line:
    line = reader.line("meetings", meeting)
    if line is None:
        raise Rejected("这次活动已不存在，可能刚被删除。")
    return line
