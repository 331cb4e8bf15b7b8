"""The projects on one line of time: planned and real, with their lights."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daan_desk.domain.kinds import Linked
from daan_desk.domain.lights import Colour
from daan_desk.domain.numbers import Money
from daan_desk.domain.questions import Question, Row
from daan_desk.domain.schedules import Schedule
from daan_desk.services import ledgers
from daan_desk.services.office import Office

TONES = {Colour.GREEN: "green", Colour.YELLOW: "amber", Colour.RED: "red", Colour.GREY: "grey"}
WORST = (Colour.RED, Colour.YELLOW, Colour.GREEN)


def schedules(office: Office, question: Question) -> tuple[Schedule, ...]:
    """The projects that answer, by planned begin; those of which no day is known come last."""
    rows = ledgers.rows(office, "projects", ledgers.ids(office, question))
    return tuple(
        sorted(map(_schedule, rows), key=lambda schedule: (min(schedule.days, default=date.max), schedule.title))
    )


def _schedule(row: Row) -> Schedule:
    lights = [(str(row[f"{name}_colour"] or ""), str(row[f"{name}_light"] or "")) for name in ("start", "progress")]
    worst = next((pair for wanted in WORST for pair in lights if pair[0] == wanted and pair[1]), ("", ""))
    return Schedule(
        row.id,
        str(row["name"] or ""),
        " · ".join(_told(row)),
        (_day(row, "plan_start"), _day(row, "plan_finish")),
        (_day(row, "started"), _day(row, "finished")),
        TONES.get(Colour(worst[0]), "grey") if worst[0] else "grey",
        worst[1],
    )


def _told(row: Row) -> Sequence[str]:
    firm, leader = row["enterprise"], row["leader"]
    money = row["investment"]
    parts = (
        str(row["stage"] or ""),
        firm.text if isinstance(firm, Linked) else "",
        f"{Money().show(money)} 万元" if money is not None else "",
        leader.text if isinstance(leader, Linked) else "",
    )
    return [part for part in parts if part]


def _day(row: Row, name: str) -> date | None:
    value = row[name]
    return value if isinstance(value, date) else None
