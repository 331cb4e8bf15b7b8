"""Moves before they are made: what each issue would become, which refuse and why, and the due day that is proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from daan_desk.domain.failures import Rejected
from daan_desk.domain.issues import LABELS, Move, move_named, moves_from
from daan_desk.domain.moves import Moved, Rules, Standing, moved
from daan_desk.domain.proposals import Proposal, move_between, proposed, remarked, spoken
from daan_desk.domain.working_days import Calendar
from daan_desk.services.issues import readings, standing
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Line

Raw = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Outlook:
    """One issue after a move that is only planned: its state and due day then, or the problems by field."""

    id: str
    text: str
    state: str
    after: str = ""
    due: date | None = None
    words: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)

    @property
    def why(self) -> str:
        """Why it is refused, in one sentence; "" where it is not."""
        return "；".join(self.problems.values())


@dataclass(frozen=True, slots=True)
class MovePlan:
    """A move of several issues worked out and not carried out. problems: what stands in the way of all of them.

    proposal: the due day that the table says, where it says the same for every issue.
    """

    move: Move
    outlooks: tuple[Outlook, ...]
    problems: Mapping[str, str] = field(default_factory=dict)
    proposal: Proposal | None = None

    @property
    def ready(self) -> tuple[Outlook, ...]:
        return tuple(one for one in self.outlooks if not one.problems)

    @property
    def refused(self) -> tuple[Outlook, ...]:
        return tuple(one for one in self.outlooks if one.problems)


def plan_moves(office: Office, ids: Sequence[str], word: str, raw: Raw | None = None) -> MovePlan:
    """What `issues.move_many` would do with these values; unreadable and missing values are problems, not failures."""
    move, today = move_named(word), office.today()
    with office.reading() as reader:
        rules, lines = rulebook(reader).rules, reader.lines("issues", ids)
        titles = reader.titles("issues", ids)
        values, problems = _legible(raw or {}, lambda given: readings(reader, given))
    problems |= {n: f"{move.label}须填写{LABELS[n]}" for n in move.needs if not values.get(n) and n not in problems}
    given = values.get("day")
    day = given if isinstance(given, date) else today
    found = [lines[one] for one in ids if one in lines]
    outlooks = tuple(_outlook(line, titles[line["id"]], (move, values, today, rules)) for line in found)
    due = {proposed(standing(line), move, values, day, rules) for line in found}
    return MovePlan(move, outlooks, problems, due.pop() if len(due) == 1 else None)


def _legible(raw: Raw, read: Callable[[Raw], Mapping[str, object]]) -> tuple[dict[str, object], dict[str, str]]:
    values: dict[str, object] = {}
    problems: dict[str, str] = {}
    for name, given in raw.items():
        try:
            values |= read({name: given})
        except Rejected as refused:
            problems |= refused.problems
    return values, problems


def _outlook(line: Line, text: str, step: tuple[Move, Raw, date, Rules]) -> Outlook:
    move, values, today, rules = step
    issue = standing(line)
    try:
        done = moved(issue, move, values, today, rules)
    except Rejected as refused:
        return Outlook(line["id"], text, issue.state, problems=refused.problems)
    return Outlook(line["id"], text, issue.state, done.to_state, done.new_due, _words(issue, done, rules))


def _words(issue: Standing, done: Moved, rules: Rules) -> str:
    """“已交办，时限 12 月 2 日（周三）”: the state if it changes, and the due day if that does."""
    parts = [done.to_state] if done.to_state != done.from_state else []
    if done.new_due and done.new_due != issue.due:
        parts.append(f"时限 {_due_words(issue.due, done.new_due, done.day, rules.calendar)}")
    return "，".join(parts) or "记入办理过程"


def _due_words(old: date | None, new: date, day: date, calendar: Calendar) -> str:
    """The new day; where there was one before, both and the working days between them."""
    remark = remarked(calendar, day, new)
    if old is None:
        return f"{spoken(new, day)}{remark}"
    more = calendar.between(old, new)
    told = f"，多 {more} 个工作日" if more > 0 else ""
    return f"{spoken(old, day)} → {spoken(new, day)}{told}{remark}"


def move_to(office: Office, issue: str, target: str) -> tuple[Move, dict[str, object]]:
    """The move that leads an issue into a state, with the values it takes for it; `Rejected` says why there is none."""
    with office.reading() as reader:
        line = reader.line("issues", issue)
    if line is None:
        raise Rejected("这条问题已不存在，可能刚被删除。")
    found = move_between(standing(line), target)
    if found is None:
        raise Rejected(f"“{line['state']}”的问题不能直接转为“{target}”{_instead(line['state'])}")
    return found


def _instead(state: str) -> str:
    from_here = "、".join(move.label for move in moves_from(state))
    return f"，现在可以：{from_here}" if from_here else ""
