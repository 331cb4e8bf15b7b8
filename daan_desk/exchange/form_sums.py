"""Sums in a filled form: blank ones get a formula, all carry their value for programs that do not calculate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.form_book import FormPage


def add_sum(page: FormPage, row: int, at: int, first: int, last: int) -> None:
    """A sum into a blank cell of a totals row."""
    if page.is_empty(row, at) and last >= first:
        page.put_sum(row, at, first, last)


def settle_sums(page: FormPage) -> None:
    """Plain sums get their value, other formulas lose the blank form's; Excel calculates all when it opens the file."""
    waiting = {spot: page.summed(*spot) for spot in page.formulas()}
    for spot in waiting:
        page.settle(*spot, None)
    for spot, areas in sorted(waiting.items(), key=lambda pair: pair[0]):
        total = None if areas is None else added(page, areas, waiting)
        if total is not None:
            page.settle(*spot, total)
            waiting.pop(spot)


def added(page: FormPage, areas: Iterable[Merge], waiting: Collection[tuple[int, int]]) -> Decimal | None:
    """The sum of ranges; None where one of their cells is a formula that nobody has calculated yet."""
    total = Decimal(0)
    for area in areas:
        for spot in spots(page, area):
            if spot in waiting:
                return None
            total += page.amount(*spot) or 0
    return total


def spots(page: FormPage, area: Merge) -> Iterator[tuple[int, int]]:
    """Every cell of a range that the sheet speaks of: a range may be a thousand times as large as the sheet."""
    drawn = page.drawn()
    rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
    if len(rows) * len(columns) > len(drawn):
        return (spot for spot in drawn if spot[0] in rows and spot[1] in columns)
    return ((row, at) for row in rows for at in columns)
