"""What a move would mean before it is made: the due day that it proposes, and whether it is possible now at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from daan_desk.domain.deadlines import days_for, raised
from daan_desk.domain.failures import Rejected
from daan_desk.domain.issues import MOVES, Move, Satisfaction, State, move_named
from daan_desk.domain.moves import Rules, Standing, moved
from daan_desk.domain.working_days import Calendar

# These start the clock anew; 恢复办理 only where the old due day has passed.
PROPOSING = ("dispatch", "resume", "reopen")
WEEKDAYS = "一二三四五六日"
FAR = timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A due day with its reckoning in words (“7 个工作日，到 12 月 2 日（周三）”)."""

    due: date
    words: str


def proposed(issue: Standing, move: Move, values: Mapping[str, object], day: date, rules: Rules) -> Proposal | None:
    """The due day that the table says for this move on that day; None for a move that sets none."""
    if not sets_due(issue, move, values, day):
        return None
    grade = str(values.get("grade") or issue.grade or "")
    if move.name == "callback":
        grade = raised(grade)
    days = days_for(rules.deadlines, grade, issue.category)
    due = rules.calendar.after(day, days)
    return Proposal(due, f"{days} 个工作日，到 {spoken(due, day)}{remarked(rules.calendar, day, due)}")


def sets_due(issue: Standing, move: Move, values: Mapping[str, object], day: date) -> bool:
    """Whether the move reckons a due day of its own."""
    if move.name == "callback":
        return values.get("callback") == Satisfaction.DISSATISFIED
    if move.name == "resume" and issue.due is not None and issue.due >= day:
        return False
    return move.name in PROPOSING


def spoken(day: date, beside: date) -> str:
    """12 月 2 日（周三）, with the year where it is not that of the day beside it."""
    year = "" if day.year == beside.year else f"{day.year} 年 "
    return f"{year}{day.month} 月 {day.day} 日（周{WEEKDAYS[day.weekday()]}）"


def remarked(calendar: Calendar, *days: date) -> str:
    """“，按周一至周五推算” where a year is not announced yet, else nothing."""
    remark = calendar.remark(*days)
    return f"，{remark}" if remark else ""


def hindrance(issue: Standing, move: Move, today: date, rules: Rules) -> str:
    """Why the move cannot be made today whatever is typed into its form; "" where it can."""
    values = dict.fromkeys(move.needs, "—") | {"due": today + FAR}
    if "callback" in (*move.needs, *move.takes):
        values["callback"] = Satisfaction.SATISFIED
    try:
        moved(issue, move, values, today, rules)
    except Rejected as refused:
        return str(refused)
    return ""


def move_between(issue: Standing, target: str) -> tuple[Move, dict[str, object]] | None:
    """The move that leads to that state with the values that it takes for it; None where there is none."""
    if issue.state == State.ANSWERED and target == State.IN_PROGRESS:
        return move_named("callback"), {"callback": Satisfaction.DISSATISFIED.value}
    if issue.state == State.ANSWERED and target == State.CLOSED and issue.callback:
        return move_named("close"), {}
    found = next((move for move in MOVES if issue.state in move.sources and move.target == target), None)
    return (found, {}) if found else None
