"""Rows that head a part of the list and give its sums at once: 一、 | 工业项目（2个） | 5.6 | 1.1."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daan_desk.domain.sheets import Cell
from daan_desk.exchange.shapes.views import is_number
from daan_desk.exchange.shapes.words import bare

Filled = Sequence[tuple[int, Cell]]
NUMERAL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")
HEADED = re.compile(r"(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])\S")
AMONG = re.compile(r"其中[:：]?.*")
FIGURE = re.compile(r"[-+]?[\d,]*\.?\d+%?|[-—/]+")


def counts_in_digits(cells: Sequence[Cell]) -> bool:
    """Whether rows are numbered 1, 2, 3, so that 一、二、 among them number something else."""
    given = [bare(str(cell)) for cell in cells if cell is not None]
    digits = sum(text[:1].isdigit() for text in given)
    return digits > 0 and digits >= sum(bool(NUMERAL.fullmatch(text)) for text in given)


def section_with_sums(own: Filled, serial: int, in_digits: bool) -> str:
    """The words of a row that heads a part of the list among numbered records, "" for any other row."""
    column, cell = own[0]
    first = bare(cell) if isinstance(cell, str) else ""
    if in_digits and column == serial and NUMERAL.fullmatch(first) and all(map(_is_figure, own[2:])):
        words = [bare(other) for _, other in own[1:2] if isinstance(other, str)]
        return "".join([first if first.endswith(("、", ")", "）")) else f"{first}、", *words])
    return first if HEADED.match(first) and len(own) > 1 and all(map(_is_figure, own[1:])) else ""


def is_among(own: Filled) -> bool:
    """Whether a row says what part of the records before or after it is so: 其中：规上企业 and figures only."""
    words = (bare(cell) for _, cell in own if isinstance(cell, str) and not FIGURE.fullmatch(bare(cell)))
    return bool(AMONG.fullmatch(next(words, ""))) and len(own) > 1 and next(words, None) is None


def _is_figure(place: tuple[int, Cell]) -> bool:
    cell = place[1]
    return is_number(cell) or (isinstance(cell, str) and bool(FIGURE.fullmatch(bare(cell))))
