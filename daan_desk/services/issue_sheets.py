"""Everything about one issue in one answer, and the keyword that 其他 asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.issues import MOVES, Move
from daan_desk.domain.lights import Watched, limit_of
from daan_desk.domain.moves import Rules
from daan_desk.domain.proposals import hindrance, remarked, spoken
from daan_desk.domain.questions import Row
from daan_desk.domain.settings import asks_for_keyword
from daan_desk.services import attachments, records
from daan_desk.services.changes import Changes
from daan_desk.services.issues import identified, life, standing
from daan_desk.services.ledgers import row
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Line

KEYWORD = re.compile(r"^关键词：(?P<word>.+)$\n?", re.MULTILINE)
Raw = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Offer:
    """A move, and why it cannot be made now ("" where it can); `near` where the state allows it and a rule does not."""

    move: Move
    why: str = ""
    near: bool = False


@dataclass(frozen=True, slots=True)
class IssueSheet:
    """An issue with its steps (oldest first), its files, its moves, and its day in words with the calendar's remark."""

    row: Row
    steps: tuple[Line, ...]
    files: tuple[Row, ...]
    offers: tuple[Offer, ...]
    limit: str
    keyword: str


def sheet(office: Office, issue: str) -> IssueSheet:
    """Everything about an issue, by id or number; `Rejected` when it is gone."""
    with office.reading() as reader:
        identity = identified(reader, issue)
        rules, line = rulebook(reader).rules, reader.lines("issues", [identity])[identity]
    found, today = row(office, "issues", identity), office.today()
    return IssueSheet(
        found,
        tuple(life(office, identity)),
        attachments.of(office, identity),
        tuple(_offer(line, move, today, rules) for move in MOVES),
        _limit(line, today, rules),
        keyword_of(found["notes"]),
    )


def _offer(line: Line, move: Move, today: date, rules: Rules) -> Offer:
    why = hindrance(standing(line), move, today, rules)
    return Offer(move, why, bool(why) and line["state"] in move.sources)


def _limit(line: Line, today: date, rules: Rules) -> str:
    """The day that counts in words; for an issue that waits to be dispatched the day for that."""
    day = limit_of(Watched(line["state"], line["due"], line["raised"]), rules.calendar, rules.limits)
    if day is None:
        return ""
    doing = "前交办" if line["due"] is None else ""
    return f"{spoken(day, today)}{doing}{remarked(rules.calendar, today, day)}"


# -- the keyword ------------------------------------------------------------------------------------------------------


def keyword_of(notes: object) -> str:
    """The keyword that stands on a line of its own in the notes."""
    found = KEYWORD.search(str(notes or ""))
    return found["word"].strip() if found else ""


def without_keyword(notes: object) -> str:
    """The notes as people typed them."""
    return KEYWORD.sub("", str(notes or "")).strip()


def add(office: Office, values: Raw) -> Changes:
    """Register an issue; `values` may hold the keyword, and 其他 must have one."""
    problems = missing_keyword(values)
    if problems:
        raise Rejected({**records.check(office, "issues", kept(values)).problems, **problems})
    return records.add(office, "issues", kept(values))


def noted(office: Office, values: Raw) -> Changes:
    """Register an issue that a script or a list brings: 其他 without a keyword is kept, and the keyword asked for."""
    with office.writing("新增问题") as act:
        act.concerns("issues", records.added(act, "issues", kept(values)))
        act.remarks += missing_keyword(values).values()
    return act.changes


def change(office: Office, issue: str, values: Raw) -> Changes:
    """Set plain fields of an issue; the keyword is kept in its notes."""
    if not {"keyword", "notes", "category"} & set(values):
        return records.change(office, "issues", issue, values)
    before = row(office, "issues", issue)
    old = {
        "category": before["category"],
        "keyword": keyword_of(before["notes"]),
        "notes": without_keyword(before["notes"]),
    }
    whole = {**old, **values}
    refuse_unless(not (missing := missing_keyword(whole)), missing.get("keyword", ""), "keyword")
    plain = {name: value for name, value in values.items() if name != "keyword"}
    return records.change(office, "issues", issue, {**plain, "notes": kept(whole)["notes"]})


def missing_keyword(values: Raw) -> dict[str, str]:
    """The problem of 其他 without a keyword."""
    wanting = (
        asks_for_keyword(str(values.get("category") or "").strip()) and not str(values.get("keyword") or "").strip()
    )
    return {"keyword": "“其他”须填写关键词，便于以后归类"} if wanting else {}


def kept(values: Raw) -> dict[str, object]:
    """The values with the keyword as a line of the notes, where the category is 其他."""
    made = {"notes": None, **{name: value for name, value in values.items() if name != "keyword"}}
    word = str(values.get("keyword") or "").strip()
    if word and asks_for_keyword(str(values.get("category") or "").strip()):
        made["notes"] = f"关键词：{word}\n{values.get('notes') or ''}".strip()
    return made
