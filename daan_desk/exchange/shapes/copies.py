"""Sheets that only repeat another one (备份, 旧, 台账 (2)): their rows are not read a second time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from daan_desk.domain.sheets import DataRow, Layout, Row
from daan_desk.exchange.shapes.views import is_number

SPARE = re.compile(r"备份|副本|旧|原[件表始]|作废|废止|历史|上期|[（(]\d+[)）]\s*$|copy|backup|\bold\b", re.IGNORECASE)
MEANT = re.compile(r"\d月|\d{4}|季度|镇|街道|乡|园区")  # a name that says something about its rows
ALIKE, FEWEST = 0.8, 2


def is_spare(name: str) -> bool:
    """Whether a sheet's name says that it is kept beside the one that counts."""
    return bool(SPARE.search(name))


def without_copies(alike: Sequence[Layout]) -> list[Layout]:
    """The layouts of one shape without those that repeat another; what was left out is said on the one that stays."""
    if len(alike) == 1:  # nearly every file; its rows need not be compared with anything
        return list(alike)
    kept: list[tuple[Layout, set[Row]]] = []
    for found in sorted(alike, key=lambda one: (is_spare(one.sheet), -len(one.rows))):
        own = set(_lines(found.rows))
        may = is_spare(found.sheet) or not MEANT.search(found.sheet)
        at = next((at for at, (_, lines) in enumerate(kept) if may and _repeats(own, lines)), None)
        if at is None:
            kept.append((found, own))
        else:
            kept[at] = (_told(kept[at][0], found, len(own & kept[at][1])), kept[at][1])
    order = {id(found): at for at, found in enumerate(alike)}
    return sorted((found for found, _ in kept), key=lambda one: order.get(id(one), _place(alike, one)))


def _place(alike: Sequence[Layout], found: Layout) -> int:
    return next(at for at, one in enumerate(alike) if one.sheet == found.sheet)


def _lines(rows: Sequence[DataRow]) -> Iterator[Row]:
    """What the records say, without the numbers that only count them."""
    for row in rows:
        cells = row.cells[1:] if row.cells and is_number(row.cells[0]) else row.cells
        yield cells


def _repeats(own: set[Row], other: set[Row]) -> bool:
    return len(own) >= FEWEST and len(own & other) >= ALIKE * len(own)


def _told(kept: Layout, copy: Layout, same: int) -> Layout:
    words = f"工作表“{copy.sheet}”有 {same} 行与“{kept.sheet}”相同，当作副本，没有读入"
    return replace(kept, warnings=((0, words), *kept.warnings))
