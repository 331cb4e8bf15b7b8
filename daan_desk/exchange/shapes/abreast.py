"""Tables set side by side to save paper: the same headers again to the right, and there the list goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daan_desk.domain.sheets import DataRow, Header
from daan_desk.exchange.shapes.views import is_blank, is_number
from daan_desk.exchange.shapes.words import bare

NAMING = re.compile(r"名称|企业|单位|公司|商户|项目")
FEWEST, MOST = 2, 4


def parts(heads: Sequence[Header]) -> int:
    """How many times the same headers come one after the other, 1 where they do not."""
    words = [bare(head.text) for head in heads]
    for times in range(MOST, 1, -1):
        wide, over = divmod(len(words), times)
        if over or wide < FEWEST or not all(words[:wide]) or not any(map(NAMING.search, words[:wide])):
            continue
        if all(words[at * wide : (at + 1) * wide] == words[:wide] for at in range(1, times)):
            return times
    return 1


def below_each_other(heads: tuple[Header, ...], rows: Sequence[DataRow], times: int) -> tuple[DataRow, ...]:
    """The records of the left part, then those of the parts to its right that have more than their number."""
    wide = len(heads) // times
    stacked = []
    for part in range(times):
        for row in rows:
            cells = row.cells[part * wide : (part + 1) * wide]
            if any(not is_blank(cell) and not is_number(cell) for cell in cells):
                stacked.append(row._replace(cells=cells))
    return tuple(stacked)
