"""The ways that issues go: most are answered in time, some come back, take longer, or cannot be solved here."""

from __future__ import annotations

from datetime import date, timedelta

from daan_desk.domain.issues import State
from daan_desk.domain.periods import months_after
from daan_desk.services.sample.lives import Life

PRAISE = (("非常满意", 35.0), ("满意", 52.0), ("基本满意", 11.0))


def plain(life: Life) -> None:
    """Dispatched, worked on, answered in time or a little late, called back and signed off."""
    begun = life.issue["state"] == State.IN_PROGRESS or (_dispatched(life) and life.accept())
    if not begun:
        return
    late = life.dice.chance(0.09)
    day = life.after(life.due, life.dice.randrange(1, 6)) if late else _before_due(life)
    if life.work(day) and life.answer(day):
        life.call_back(life.dice.weighted(PRAISE))


def returned(life: Life) -> None:
    """The first department objects, another takes it."""
    wrong = tuple(short for short in life.place.departments if short not in life.text.departments)
    if not life.dispatch(life.after(_raised(life), 1), (life.dice.choice(wrong),)):
        return
    back = life.go("return", life.after(life.day, life.dice.randrange(2)), life.handler(), reason=life.said("return"))
    if back and life.dispatch(life.after(life.day, 1)) and life.accept():
        plain(life)


def extended(life: Life) -> None:
    """More time is asked for two working days before the end."""
    if not (_dispatched(life) and life.accept()):
        return
    ask = life.place.rules.calendar.before(life.due, 2)
    new = life.after(life.due, life.dice.randrange(4, 11))
    if ask >= life.day and not life.go("extend", ask, life.handler(), due=new, reason=life.said("extend")):
        return
    plain(life)


def long_term(life: Life) -> None:
    """Cannot be solved soon; monthly progress, half of them end after some months."""
    if not (_dispatched(life) and life.accept() and life.work(life.due)):
        return
    if not life.go("long_term", life.due, life.handler(), reason=life.said("long_term")):
        return
    begin, months = life.day, life.dice.randrange(3, 9) if life.dice.chance(0.5) else 36
    for month in range(1, months):
        day = life.on_working_day(months_after(begin, month))
        if life.dice.chance(0.88) and not life.progress(day, life.said("progress")):
            return
    if life.answer(life.on_working_day(months_after(begin, months))):
        life.call_back(life.dice.weighted(PRAISE))


def explained(life: Life) -> None:
    """Outside the district's power: explained to the enterprise and signed off."""
    if not (_dispatched(life) and life.accept()):
        return
    if life.go("explain", _before_due(life), life.handler(), outcome=life.said("explain")):
        life.go("close", life.after(life.day, life.dice.randrange(1, 6)), life.staff())


def redone(life: Life) -> None:
    """The enterprise is not satisfied: once more, one grade harder."""
    if not (_dispatched(life) and life.accept()):
        return
    day = _before_due(life)
    if life.work(day) and life.answer(day) and life.call_back("不满意"):
        plain(life)


FATES = ((plain, 74.0), (returned, 6.0), (extended, 6.0), (long_term, 4.0), (explained, 6.0), (redone, 4.0))


def _dispatched(life: Life) -> bool:
    return life.dispatch(life.after(_raised(life), 0 if life.dice.chance(0.6) else 1))


def _raised(life: Life) -> date:
    raised = life.issue["raised"]
    assert isinstance(raised, date)
    return raised


def _before_due(life: Life) -> date:
    """A working day between the last step and the due day, rather late than early."""
    span = max(0, (life.due - life.day).days)
    share = life.dice.triangular(0.3, 1.0, 0.85)
    return min(life.on_working_day(life.day + timedelta(days=int(span * share))), max(life.due, life.day))
