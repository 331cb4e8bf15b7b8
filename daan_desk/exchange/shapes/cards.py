"""Sheets filled in for one enterprise each, or block below block on one sheet: every block becomes a record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from daan_desk.domain.sheets import Cell, DataRow, Header, Skipped
from daan_desk.exchange.shapes.forms import LONGEST_LABEL
from daan_desk.exchange.shapes.views import View, is_blank, is_heading
from daan_desk.exchange.shapes.words import bare, cleaned

WHOSE = re.compile(
    r"(?:填报|申报|被走访|走访|受访)?(?:企业|单位|公司|法人单位|项目单位)(?:名称|全称|详细名称)?(?:[（(].*[)）])?"
)
PAIR = re.compile(r"\s*([^:：]{2,16})[:：]\s*(\S.*)", re.DOTALL)
MOSTLY, FEWEST = 0.6, 4
NAMELESS = "这一块没有填写企业名称"


class Filled(NamedTuple):
    """A label with what was filled in beside it, and where."""

    row: int
    label: str
    value: Cell


class Cards(NamedTuple):
    """The blocks of a sheet as records; left: cells that belong to no label, by row with a sentence."""

    headers: tuple[Header, ...]
    rows: tuple[DataRow, ...]
    skipped: tuple[Skipped, ...]
    left: tuple[tuple[int, str], ...]


def cards(view: View) -> Cards | None:
    """The records of a sheet of labels and values; None where no block names its enterprise and fills in enough."""
    places = _label_columns(view)
    left: list[tuple[int, str]] = []
    found = [pair for row in range(1, view.last + 1) for pair in _pairs(view, row, places, left)]
    blocks = list(_blocks(found))
    named = [block for block in blocks if not is_blank(block[0].value)]
    if not named or max(sum(not is_blank(pair.value) for pair in block) for block in named) < FEWEST:
        return None
    labels = list(dict.fromkeys(pair.label for block in named for pair in block))
    width = max(map(len, view.rows))
    skipped = tuple(Skipped(block[0].row, NAMELESS) for block in blocks if is_blank(block[0].value))
    headers = tuple(Header(width + at, "", label, label) for at, label in enumerate(labels))
    return Cards(headers, tuple(_record(block, labels) for block in named), skipped, tuple(left))


def _record(block: Sequence[Filled], labels: Sequence[str]) -> DataRow:
    told = {pair.label: pair.value for pair in reversed(block) if not is_blank(pair.value)}
    return DataRow(block[0].row, tuple([told.get(label) for label in labels]))


def _blocks(found: Sequence[Filled]) -> Iterator[list[Filled]]:
    """A block begins where an enterprise is named; what stands before the first one belongs to it.

    A blank card may have no room for its name beside another value: there is no block, then.
    """
    starts = [at for at, pair in enumerate(found) if WHOSE.fullmatch(bare(pair.label))]
    for start, end in pairwise([*starts, len(found)]):
        before = found[:start] if start == starts[0] else []
        yield [found[start], *before, *found[start + 1 : end]]


def _label_columns(view: View) -> list[int]:
    """The columns in which mostly labels stand, in the rows that have more than one cell."""
    all_of: Counter[int] = Counter()
    labels: Counter[int] = Counter()
    for row in range(1, view.last + 1):
        filled = view.filled(row)
        for column, cell in filled if len(filled) > 1 else ():
            all_of[column] += 1
            labels[column] += _is_label(cell)
    return sorted(column for column, count in labels.items() if count and count >= MOSTLY * all_of[column])


def _is_label(cell: Cell) -> bool:
    return isinstance(cell, str) and is_heading(cell.rstrip(":： ")) and len(bare(cell)) <= LONGEST_LABEL


def _pairs(view: View, row: int, places: Sequence[int], left: list[tuple[int, str]]) -> Iterator[Filled]:
    filled = view.filled(row)
    label = ""
    for column, cell in filled:
        inside = PAIR.fullmatch(cell) if isinstance(cell, str) else None
        if inside and is_heading(inside[1]):
            yield Filled(row, cleaned(inside[1]), inside[2].strip())
        elif column in places and _is_label(cell) and len(filled) > 1:
            if label:
                yield Filled(row, label, None)
            label = cleaned(str(cell))
        elif label:
            yield Filled(row, label, cell)
            label = ""
        elif len(filled) > 1:
            left.append((row, f"“{bare(str(cell))[:20]}”旁边没有栏目名称，没有读入"))
    if label:
        yield Filled(row, label, None)
