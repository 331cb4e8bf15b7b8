"""The figures of a period by category, department, town, park, leader and scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from daan_desk.domain.facts import EnterpriseFact, IssueFact, Role, VisitFact
from daan_desk.domain.periods import Period
from daan_desk.domain.tallies import Figure, Inputs, Tally, figures_of

UNKNOWN = "未填"
ISSUE_FIGURES = ("raised", "answered", "answer_rate", "in_progress", "overdue")
ALL_FIGURES = ("visits", "visited", *ISSUE_FIGURES)
SCALES = {True: "规上", False: "规下", None: UNKNOWN}

Keys = tuple[str, ...]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Cut:
    """One line of a breakdown: the id behind its label ("" for 未填) and its figures in the breakdown's order."""

    id: str
    label: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A table of figures by one property; lines without a single row are left out."""

    key: str
    name: str
    cuts: tuple[Cut, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The headers of its figures."""
        return tuple(figure.name for figure in self.cuts[0].figures) if self.cuts else ()


@dataclass(frozen=True)
class _Way:
    """How rows are told apart: the keys of an issue and of a visit, and which figures make sense.

    ranked: most issues first; otherwise in the office's own order, because nobody is ranked by the number of visits.
    """

    key: str
    name: str
    of_issue: Callable[[IssueFact], Keys]
    of_visit: Callable[[VisitFact], Keys] | None = None
    ranked: bool = False


def breakdowns(found: Tally, inputs: Inputs, period: Period) -> tuple[Breakdown, ...]:
    """Every breakdown of a period, in the order in which the summary prints them."""
    return tuple(_breakdown(way, found, inputs.names) for way in _ways(inputs, period))


def _ways(inputs: Inputs, period: Period) -> tuple[_Way, ...]:
    known = {enterprise.id: enterprise for enterprise in inputs.enterprises}
    leaders = _leaders(inputs, period)
    led = {link.officer for link in inputs.links if link.role == Role.LEADER and link.holds(period.first, period.last)}

    def place(word: Callable[[EnterpriseFact], str | None]) -> Callable[[IssueFact | VisitFact], Keys]:
        return lambda row: ((word(known[row.enterprise]) or "") if row.enterprise in known else "",)

    scale = place(lambda enterprise: SCALES[enterprise.above_scale])
    town, park = place(lambda enterprise: enterprise.town), place(lambda enterprise: enterprise.park)
    return (
        _Way("category", "问题类别", lambda issue: (issue.category or "",), ranked=True),
        _Way("department", "牵头部门", lambda issue: (issue.department or "",), ranked=True),
        _Way("town", "镇街", town, town),
        _Way("park", "园区", park, park),
        _Way(
            "leader",
            "包联领导",
            lambda issue: leaders.get(issue.enterprise, ("",)),
            lambda visit: (visit.led_by,) if visit.led_by in led else (),
        ),
        _Way("scale", "规模", scale, scale),
    )


def _leaders(inputs: Inputs, period: Period) -> dict[str, Keys]:
    """Enterprise → its leaders at the period's end, or where nobody is one any more, those during it.

    Where a leader handed over within the period, an issue counts once, with the successor.
    """
    during: dict[str, dict[str, bool]] = {}
    for link in inputs.links:
        if link.role == Role.LEADER and link.holds(period.first, period.last):
            still = during.setdefault(link.enterprise, {})
            still[link.officer] = link.holds(period.last, period.last) or still.get(link.officer, False)
    return {
        enterprise: tuple(officer for officer, still in officers.items() if still) or tuple(officers)
        for enterprise, officers in during.items()
    }


def _breakdown(way: _Way, found: Tally, names: Mapping[str, str]) -> Breakdown:
    wanted = ALL_FIGURES if way.of_visit else ISSUE_FIGURES
    cuts = []
    for key, part in _parts(way, found).items():
        figures = {figure.key: figure for figure in figures_of(part)}
        cuts.append(Cut(key, names.get(key, key) or UNKNOWN, tuple(figures[name] for name in wanted)))
    return Breakdown(way.key, way.name, tuple(sorted(cuts, key=_order(way, names))))


def _order(way: _Way, names: Mapping[str, str]) -> Callable[[Cut], tuple[bool, int, str]]:
    places = {name: at for at, name in enumerate(names)}
    if way.ranked:
        return lambda cut: (not cut.id, -len(cut.figures[0].ids), cut.label)
    return lambda cut: (not cut.id or cut.id == UNKNOWN, places.get(cut.id, len(places)), cut.label)


def _parts(way: _Way, found: Tally) -> dict[str, Tally]:
    """The tally of every key, from one pass over each list."""
    visits = _grouped(found.visits, way.of_visit) if way.of_visit else {}
    raised = _grouped(found.raised, way.of_issue)
    running = _grouped(found.open, way.of_issue)
    overdue = _grouped(found.overdue, way.of_issue)
    return {
        key: Tally(
            visits=tuple(visits.get(key, ())),
            raised=tuple(raised.get(key, ())),
            open=tuple(running.get(key, ())),
            overdue=tuple(overdue.get(key, ())),
        )
        for key in visits | raised | running
    }


def _grouped(rows: Iterable[Row], keys: Callable[[Row], Keys]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        for key in keys(row):
            groups.setdefault(key, []).append(row)
    return groups
