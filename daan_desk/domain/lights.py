"""Lights of issues and projects: a colour for the eye, and always words for black and white print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from daan_desk.domain.deadlines import Limits
from daan_desk.domain.issues import DONE, State
from daan_desk.domain.working_days import Calendar


class Colour(StrEnum):
    """What a light says in one word; the palette maps it to a colour."""

    GREEN = "正常"
    YELLOW = "临期"
    RED = "逾期"
    GREY = "已办"


@dataclass(frozen=True, slots=True)
class Light:
    """A colour with its words (逾期 3 天). days: calendar days late, or working days left as a negative number."""

    colour: Colour
    words: str
    days: int = 0


@dataclass(frozen=True, slots=True)
class Watched:
    """What of an issue its light asks about; last_step: the day of its latest progress, for 长期推进."""

    state: str
    due: date | None = None
    raised: date | None = None
    answered: date | None = None
    callback: str | None = None
    last_step: date | None = None


def issue_light(issue: Watched, today: date, calendar: Calendar, limits: Limits) -> Light:
    """Red past its day, yellow with at most `limits.yellow` working days left, grey once it is done."""
    if issue.state in DONE:
        return _done(issue)
    if issue.state == State.LONG_TERM:
        return _long_term(issue, today)
    if issue.state == State.RETURNED and issue.due is None:
        return Light(Colour.YELLOW, "已退回，待改派")
    due = limit_of(issue, calendar, limits)
    return due_light(due, today, calendar, limits.yellow) if due else Light(Colour.GREEN, "未定时限")


def limit_of(issue: Watched, calendar: Calendar, limits: Limits) -> date | None:
    """The day that counts: its due day, or for an issue that waits to be dispatched the day for that."""
    if issue.due is None and issue.state == State.REGISTERED and issue.raised is not None:
        return calendar.after(issue.raised, limits.dispatch)
    return issue.due


def due_light(due: date, today: date, calendar: Calendar, yellow: int) -> Light:
    """The light of anything that is due on a day."""
    if today > due:
        late = (today - due).days
        return Light(Colour.RED, f"逾期 {late} 天", late)
    left = calendar.between(today, due)
    words = "今天到期" if today == due else f"剩 {left} 个工作日"
    return Light(Colour.YELLOW if left <= yellow else Colour.GREEN, words, -left)


def _done(issue: Watched) -> Light:
    if issue.state == State.ANSWERED:
        return Light(Colour.GREY, _answered(issue) if issue.callback else f"{_answered(issue)}，待回访")
    return Light(Colour.GREY, issue.state)


def _answered(issue: Watched) -> str:
    """How the answer stands to the due day; plain 已办结 where either day is missing."""
    if issue.answered is None or issue.due is None:
        return "已办结"
    late = (issue.answered - issue.due).days
    return f"逾期 {late} 天办结" if late > 0 else "按期办结"


def _long_term(issue: Watched, today: date) -> Light:
    """Long-term work owes monthly progress: yellow while this month has none, red when a whole month had none."""
    if issue.last_step is None:
        return Light(Colour.YELLOW, "长期推进，还没有进展记录")
    months = (today.year - issue.last_step.year) * 12 + today.month - issue.last_step.month
    if months <= 0:
        return Light(Colour.GREEN, "长期推进，本月已有进展")
    if months == 1:
        return Light(Colour.YELLOW, "长期推进，本月还没有进展")
    return Light(Colour.RED, f"长期推进，已 {months} 个月没有进展")


@dataclass(frozen=True, slots=True)
class ProjectLimits:
    """When a project's light changes: months late with the start, points of progress behind the calendar."""

    start_yellow: int = 0
    start_red: int = 3
    progress_yellow: Decimal = Decimal(10)
    progress_red: Decimal = Decimal(30)


def start_light(planned: date | None, started: date | None, today: date, limits: ProjectLimits) -> Light:
    """Yellow when a project has not begun in its planned month, red three months late (default)."""
    if started is not None:
        return Light(Colour.GREEN, "已开工")
    if planned is None:
        return Light(Colour.GREEN, "未定开工时间")
    late = (today.year - planned.year) * 12 + today.month - planned.month
    if late >= limits.start_red:
        return Light(Colour.RED, f"应开工未开工，晚 {late} 个月", late)
    if late > limits.start_yellow:
        return Light(Colour.YELLOW, f"应开工未开工，晚 {late} 个月", late)
    if late == limits.start_yellow:
        return Light(Colour.YELLOW, "本月应开工", late)
    return Light(Colour.GREEN, f"距计划开工 {-late} 个月", late)


def progress_light(done: Decimal | None, planned: Decimal | None, today: date, limits: ProjectLimits) -> Light:
    """This year's investment against the year gone by in months: 10 to 30 points behind yellow, over 30 red (default).

    done, planned: 今年累计完成投资 and 今年计划投资 in one unit.
    """
    if done is None or not planned:
        return Light(Colour.GREEN, "缺投资计划或完成数")
    behind = Decimal(100) * today.month / 12 - Decimal(100) * done / planned
    words = f"落后序时进度 {behind:.1f} 个百分点" if behind > 0 else "达到序时进度"
    if behind > limits.progress_red:
        return Light(Colour.RED, words)
    return Light(Colour.YELLOW if behind >= limits.progress_yellow else Colour.GREEN, words)
