"""What can be done with an issue: every move of its life, written with its step in one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daan_desk.domain.days import Day
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.domain.issues import Move, move_named
from daan_desk.domain.kinds import LongText
from daan_desk.domain.moves import Moved, Rules, Standing, moved
from daan_desk.domain.questions import Where
from daan_desk.services.changes import Changes
from daan_desk.services.office import Act, Office
from daan_desk.services.rules import rulebook
from daan_desk.services.values import by_other_name, linked
from daan_desk.store.base import LEDGERS
from daan_desk.store.questions import UUID
from daan_desk.store.reader import Line, Reader

# What a move takes besides the issue's own fields.
EXTRA = {
    "day": Field("day", "日期", Day()),
    "reason": Field("reason", "理由", LongText()),
    "what": Field("what", "进展内容", LongText()),
}


def identified(reader: Reader, word: str) -> str:
    """The id of the issue of that number or id; `Rejected` where there is none."""
    found = [word] if UUID.fullmatch(word) and reader.line("issues", word) else by_other_name(reader, "issues", word)
    if not found:
        raise Rejected(f"没有编号为“{word}”的问题。")
    if len(found) > 1:
        raise Rejected(f"有 {len(found)} 个问题的编号是“{word}”，请改用标识：{'、'.join(found)}。")
    return found[0]


def move(office: Office, issue: str, word: str, raw: Mapping[str, object] | None = None) -> Changes:
    """Carry out one move (its identifier or its Chinese word) with its values; `issue` is an id or a number.

    Values: lead_department, assisting, handler, grade, due, reason, what, outcome, callback, callback_by, and day, the
    day on which it happened (today where it is left out).
    """
    step = move_named(word)
    with office.writing(f"{step.label}问题") as act:
        identity, rules = identified(act, issue), rulebook(act).rules
        done = carried(act, identity, step, raw or {}, rules)
        act.remarks += _estimated(done, rules)
        act.concerns("issues", identity)
    return act.changes


def _estimated(done: Moved, rules: Rules) -> list[str]:
    """That the new due day lies in a year whose rest days nobody knows yet, in words."""
    if done.new_due is None or done.new_due == done.old_due:
        return []
    remark = rules.calendar.remark(done.day, done.new_due)
    return [f"办理时限 {done.new_due} {remark}，放假安排公布后请核对"] if remark else []


def move_many(office: Office, ids: Sequence[str], word: str, raw: Mapping[str, object] | None = None) -> Changes:
    """Carry out one move with the same values for several issues in one act; those that refuse it stay as they are.

    The refused are named in the remarks; `Rejected` where a value cannot be read, or where every issue refuses.
    """
    step, refused = move_named(word), []
    with office.writing(f"{step.label} {len(ids)} 个问题") as act:
        rules, values = rulebook(act).rules, readings(act, raw or {})
        for issue in ids:
            try:
                carried(act, issue, step, values, rules)
            except Rejected as problem:
                refused.append((issue, problem))
        if len(refused) == len(ids):
            raise refused[0][1] if refused else Rejected("没有选中的问题")
        titles = act.titles("issues", [issue for issue, _ in refused])
        act.remarks += [f"{titles[issue]}：{problem}" for issue, problem in refused]
    return act.changes


def carried(act: Act, issue: str, step: Move, raw: Mapping[str, object], rules: Rules | None = None) -> Moved:
    """Carry out a move inside a larger act; answers what it did. Nothing is written where it is refused."""
    line = act.get("issues", issue)
    values = readings(act, raw)
    done = moved(standing(line), step, values, act.office.today(), rules or rulebook(act).rules)
    act.change("issues", issue, done.changes)
    act.touch("issues", issue)
    act.add("steps", _step(act, issue, done))
    return done


def readings(reader: Reader, raw: Mapping[str, object]) -> dict[str, object]:
    """What was typed for a move as values by field name; `Rejected` by field where something cannot be read."""
    described = LEDGERS["issues"].ledger
    values: dict[str, object] = {}
    problems: dict[str, str] = {}
    for word, given in raw.items():
        try:
            field = (
                EXTRA.get(word) or next((f for f in EXTRA.values() if f.label == word), None) or described.find(word)
            )
            value = field.kind.read(given).value
            if field.name == "lead_department" and value is not None:
                value = linked(reader, "departments", str(value))
            values[field.name] = value
        except Rejected as refused:
            problems[word] = next(iter(refused.problems.values()))
    if problems:
        raise Rejected(problems)
    return values


def standing(line: Line) -> Standing:
    """What of a kept issue the moves ask about."""
    return Standing(**{name: line[name] for name in Standing.__dataclass_fields__})


def _step(act: Act, issue: str, done: Moved) -> dict[str, object]:
    return {
        "issue": issue,
        "day": done.day,
        "move": done.move,
        "by": act.office.officer.name,
        "what": done.what or None,
        "from_state": done.from_state,
        "to_state": done.to_state,
        "old_due": done.old_due if done.old_due != done.new_due else None,
        "new_due": done.new_due if done.old_due != done.new_due else None,
    }


def life(office: Office, issue: str) -> list[Line]:
    """The steps of an issue, oldest first."""
    with office.reading() as reader:
        steps = reader.where("steps", Where("issue", "is", issue), sort=("day",))
    return sorted(steps, key=lambda step: (step["day"], step["id"]))
