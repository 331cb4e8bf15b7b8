"""Scraps at the end of a list of enterprises that keep its form but are none: left out, and told."""

from __future__ import annotations

from daan_desk.domain.sheets import Cell, Skipped
from daan_desk.exchange.shapes.bodies import Body, Judge
from daan_desk.exchange.shapes.views import is_number
from daan_desk.exchange.shapes.words import ORGANISATION, bare

WHY = "内容不像企业名称，与上面各行都不同，请核对"
ENOUGH_ROWS, ALIKE = 20, 0.8
SAMPLE = 1000
MOST_SCRAPS, SHORT = 5, 4


def without(judge: Judge, body: Body) -> Body:
    """Take the last rows out where nearly all others name an organisation and these have only very short words."""
    if judge.name < 0 or len(body.numbers) < ENOUGH_ROWS:
        return body
    some = body.numbers[:: max(1, len(body.numbers) // SAMPLE)]
    names = [bare(str(judge.view.cell(row, judge.name) or "")) for row in some]
    if sum(bool(ORGANISATION.search(name)) for name in names) < ALIKE * len(names):
        return body
    scraps: list[int] = []
    while len(scraps) <= MOST_SCRAPS and body.numbers and _is_scrap(judge, body.numbers[-1]):
        scraps.append(body.numbers.pop())
    if len(scraps) > MOST_SCRAPS:
        body.numbers += reversed(scraps)
        return body
    body.skipped = sorted([*body.skipped, *(Skipped(row, WHY) for row in scraps)])
    return body


def _is_scrap(judge: Judge, row: int) -> bool:
    cells = [cell for column, cell in judge.view.filled(row) if column != judge.serial]
    return (
        bool(cells) and all(_is_short_word(cell) for cell in cells) and not is_number(judge.view.cell(row, judge.name))
    )


def _is_short_word(cell: Cell) -> bool:
    return isinstance(cell, str) and len(bare(cell)) < SHORT and not ORGANISATION.search(bare(cell))


def doubted(body: Body) -> bool:
    """Whether rows were left out that a person should look at."""
    return any(skipped.why == WHY for skipped in body.skipped)
