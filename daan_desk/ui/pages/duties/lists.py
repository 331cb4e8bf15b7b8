"""The board's values as lines; the key of every line is the way that it leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from daan_desk.domain.facts import Role
from daan_desk.domain.home import Duty, Forgotten
from daan_desk.domain.questions import Question, Where
from daan_desk.services.duties import Bearer, Crowd
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line

Way = tuple[str, Target]  # the page's key and what it is to show


def way(question: Question) -> Way:
    """The way to the rows of a question."""
    return question.ledger, Target(question=question)


def duty_lines(bearer: Bearer) -> list[Line]:
    """An officer's enterprises, those that wait first: they lead to a new visit, the others to the visits made."""
    rows = sorted(bearer.duties, key=lambda duty: (not duty.still, duty.enterprise))
    return [Line(_duty_way(bearer, duty), duty.enterprise, _duty_words(duty), _duty_pill(duty)) for duty in rows]


def _duty_way(bearer: Bearer, duty: Duty) -> Way:
    if not duty.still:
        return way(Question("visits", where=(Where("id", "in", duty.owed.visits),)))
    who = {"led_by": bearer.officer} if bearer.role == Role.LEADER else {"companions": bearer.name}
    return "visits", Target(fresh={"enterprise": duty.owed.enterprise, **who})


def _duty_words(duty: Duty) -> str:
    owed = duty.owed
    parts = [f"{owed.period.words} {owed.done}/{owed.times}"]
    if owed.by_phone:
        parts.append(f"电话 {owed.by_phone} 次")
    parts.append(f"上次 {owed.last_visit:%Y-%m-%d}" if owed.last_visit else "还没有走访过")
    return " · ".join(parts)


def _duty_pill(duty: Duty) -> Pill:
    day = duty.owed.next_day
    if not duty.still:
        return Pill("已完成", "green")
    return Pill(f"宜 {day.month}月{day.day}日" if day else f"差 {duty.owed.missing} 次", "amber")


def forgotten_lines(forgotten: Iterable[Forgotten]) -> list[Line]:
    """Enterprises that nobody visited for long; they lead to a new visit."""
    return [
        Line(
            ("visits", Target(fresh={"enterprise": one.id})),
            one.name,
            f"上次走访 {one.last_visit:%Y-%m-%d}" if one.last_visit else "没有走访记录",
            Pill(f"{one.days} 天" if one.days is not None else "从未走访", "red"),
        )
        for one in forgotten
    ]


def crowd_lines(crowds: Sequence[Crowd]) -> list[Line]:
    """Where many groups came lately; they lead to those visits."""
    return [Line(way(one.question), one.name, one.words, Pill(f"{one.count} 批", "amber")) for one in crowds]
