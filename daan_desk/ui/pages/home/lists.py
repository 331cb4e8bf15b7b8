"""The first page's values as lines, charts and words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from daan_desk.domain.home import DueIssue, Duty, Expiring, Forgotten, Home, LooseEnd, Mine, Reminder
from daan_desk.domain.lights import Colour
from daan_desk.domain.questions import Question, Where
from daan_desk.ui.kit.chart_values import Columns, Series
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line
from daan_desk.ui.kit.words import weekday

TONES = {Colour.RED: "red", Colour.YELLOW: "amber", Colour.GREEN: "green", Colour.GREY: "grey"}
MANY_DAYS = 60
Way = tuple[str, Target]  # the page's key and what it is to show


def these(ledger: str, ids: Iterable[str]) -> Way:
    """The way to exactly these records."""
    return ledger, Target(question=Question(ledger, where=(Where("id", "in", tuple(ids)),)))


def greeting(name: str, hour: int) -> str:
    """A word for the time of day."""
    word = "上午好" if 5 <= hour < 12 else "下午好" if hour < 18 else "晚上好"
    return f"{word}，{name}"


def day_words(day: date, home: Home) -> str:
    """The day, and the most urgent of it in one line."""
    owed, issues = len(home.visits_owed), home.number("overdue").value
    return (
        f"{day.month}月{day.day}日 星期{weekday(day.weekday())} · 本期还有 {owed} 次走访待完成，{issues} 个问题已逾期"
    )


def issue_lines(issues: Sequence[DueIssue]) -> list[Line]:
    """Issues past their day or near it."""
    return [
        Line(
            ("issues", Target(issue.id)),
            issue.title,
            " · ".join(part for part in (issue.enterprise_name, issue.department or "未交办", issue.number) if part),
            Pill(issue.light.words, TONES[issue.light.colour]),
        )
        for issue in issues
    ]


def duty_lines(duties: Sequence[Duty], whole: bool) -> list[Line]:
    """Visits still owed in the period."""
    return [
        Line(
            ("visits", Target(fresh={"enterprise": duty.owed.enterprise})),
            duty.enterprise,
            _duty_words(duty, whole),
            Pill(f"差 {duty.owed.missing} 次", "amber"),
        )
        for duty in duties
    ]


def _duty_words(duty: Duty, whole: bool) -> str:
    last = duty.owed.last_visit
    seen = f"上次 {last:%m-%d}" if last else "还没有走访过"
    return " · ".join(part for part in (duty.owed.name if whole else "", str(duty.owed.role), seen) if part)


def mine_lines(mine: Sequence[Mine]) -> list[Line]:
    """The enterprises that the officer looks after."""
    return [
        Line(
            ("enterprises", Target(one.id)),
            one.name,
            f"{one.role} · 未办结问题 {one.open_issues} 个",
            _since(one.days),
        )
        for one in mine
    ]


def _since(days: int | None) -> Pill:
    if days is None:
        return Pill("未走访", "red")
    return Pill("今天走访" if days == 0 else f"{days} 天前", "green" if days <= MANY_DAYS // 2 else "amber")


def loose_lines(ends: Sequence[LooseEnd]) -> list[Line]:
    """What was promised on a last visit."""
    return [
        Line(("visits", Target(end.visit)), end.next_step, end.enterprise_name, mark=f"{end.day:%m-%d}") for end in ends
    ]


def expiring_lines(ending: Sequence[Expiring], today: date) -> list[Line]:
    """Qualifications that end soon."""
    return [
        Line(
            ("qualifications", Target(one.id)),
            one.enterprise_name,
            f"{one.kind} · {one.expires:%Y-%m-%d}",
            Pill(f"剩 {(one.expires - today).days} 天", "amber" if one.reminder <= 3 else "grey"),
        )
        for one in ending
    ]


def reminder_lines(reminders: Sequence[Reminder]) -> list[Line]:
    """What the services wait for."""
    return [
        Line(these(one.ledger, one.ids), one.title, one.detail, Pill(one.words, TONES[one.colour])) for one in reminders
    ]


def forgotten_lines(forgotten: Sequence[Forgotten]) -> list[Line]:
    """Enterprises that nobody visited for long."""
    return [
        Line(
            ("enterprises", Target(one.id)),
            one.name,
            f"上次走访 {one.last_visit:%Y-%m-%d}" if one.last_visit else "没有走访记录",
            Pill(f"{one.days} 天" if one.days is not None else "从未", "red"),
        )
        for one in forgotten
    ]


def chart(home: Home) -> Columns:
    """Issues raised and answered in the last twelve months; a column opens the issues raised in it."""
    return Columns(
        tuple(f"{int(month.month[5:])}月" for month in home.months),
        (
            Series("提出", tuple(month.raised.value for month in home.months)),
            Series("办结", tuple(month.answered.value for month in home.months), "accent", line=True),
        ),
        tuple(("issues", Target(question=month.raised.question)) for month in home.months),
        "个",
    )
