"""The month's summary: its figures beside those that they are compared with, tables, and sentences from data only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from daan_desk.domain.breakdowns import Breakdown, breakdowns
from daan_desk.domain.briefs import Paragraph
from daan_desk.domain.periods import Period, year_to_date
from daan_desk.domain.rates import Rate
from daan_desk.domain.sentences import sentences
from daan_desk.domain.service_lines import ServiceLine, anchored, no_day, service_lines
from daan_desk.domain.tallies import Figure, Inputs, Tally, figures_of, tally


@dataclass(frozen=True, slots=True)
class Line:
    """One figure through time: this month, the year to date, the month before, the same month and months last year."""

    month: Figure
    to_date: Figure
    previous: Figure
    year_before: Figure
    to_date_before: Figure

    @property
    def key(self) -> str:
        return self.month.key

    @property
    def on_previous(self) -> str:
        """The change on the month before, in words."""
        return change(self.month, self.previous)

    @property
    def on_year_before(self) -> str:
        """The change on the same month of the year before, in words."""
        return change(self.month, self.year_before)


@dataclass(frozen=True)
class Summary:
    """A month's figures; an anchor (month.raised, to_date.overdue, month.town.ID.visits) finds the rows of each."""

    period: Period
    today: date
    lines: tuple[Line, ...]
    breakdowns: tuple[Breakdown, ...]
    sentences: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()
    services: tuple[ServiceLine, ...] = ()

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Every figure by its anchor."""
        return dict(self._anchored())

    @cached_property
    def by_key(self) -> Mapping[str, Line]:
        return {line.key: line for line in self.lines}

    def _anchored(self) -> Iterator[tuple[str, Figure]]:
        for line in self.lines:
            for when in ("month", "to_date", "previous", "year_before", "to_date_before"):
                yield f"{when}.{line.key}", getattr(line, when)
        yield from anchored(self.services)
        for table in self.breakdowns:
            for cut in table.cuts:
                for figure in cut.figures:
                    yield f"month.{table.key}.{cut.id}.{figure.key}", figure


def summary(inputs: Inputs, month: Period, today: date) -> Summary:
    """The summary of a month; an unfinished one counts up to today, and its neighbours count whole."""
    to_date = year_to_date(month)
    now = tally(inputs, month, today)
    periods = (to_date, month.previous, month.year_before, to_date.year_before)
    columns = [_known(figures_of(now), inputs, month)]
    columns += [_known(figures_of(tally(inputs, period, today)), inputs, period) for period in periods]
    lines = tuple(Line(*row) for row in zip(*columns, strict=True))
    tables = breakdowns(now, inputs, month)
    said, notes = sentences(month, lines, tables), _notes(inputs, now, month, today)
    return Summary(month, today, lines, tables, said, notes, service_lines(inputs.services, month, today))


def change(now: Figure, then: Figure) -> str:
    """How a figure changed: 增加 3 个（增长 25.0%）, 提高 2.3 个百分点, 持平; "" where either is not known."""
    if isinstance(now.value, Rate) and isinstance(then.value, Rate):
        return _points(now.value, then.value)
    if isinstance(now.value, int) and isinstance(then.value, int):
        return _count(now.value, then.value, now.unit)
    return ""


def _points(now: Rate, then: Rate) -> str:
    if now.percent is None or then.percent is None:
        return ""
    points = now.percent - then.percent
    word = "提高" if points > 0 else "下降"
    return f"{word} {abs(points)} 个百分点" if points else "持平"


def _count(now: int, then: int, unit: str) -> str:
    if now == then:
        return "持平"
    more = now > then
    share = f"（{'增长' if more else '下降'} {Rate(abs(now - then), then).percent}%）" if then else ""
    return f"{'增加' if more else '减少'} {abs(now - then)} {unit}{share}"


def _known(figures: tuple[Figure, ...], inputs: Inputs, period: Period) -> tuple[Figure, ...]:
    """The figures, without values for a period that lies wholly before the first record."""
    first = inputs.first_day()
    if first is not None and period.last >= first:
        return figures
    return tuple(Figure(figure.key, figure.name, None, (), figure.unit, figure.ledger) for figure in figures)


def _notes(inputs: Inputs, now: Tally, month: Period, today: date) -> tuple[str, ...]:
    """What a reader must know to read the figures rightly."""
    undated = sum(issue.raised is None for issue in inputs.issues)
    open_ended = sum(issue.due is None for issue in now.open)
    said = (
        (
            today in month and today < month.last,
            f"本月未结束，数据截至{today.month}月{today.day}日；对比的各期为整期数据。",
        ),
        (undated, f"有 {undated} 个问题没有提出日期，未计入“收集问题”。"),
        (open_ended, f"正在推进的问题中有 {open_ended} 个没有办理时限，未计入“超期”。"),
        (lost := no_day(inputs.services), lost),
    )
    return tuple(note for holds, note in said if holds)
