"""What rows that are put into a sheet do to every reference to it: in formulas, ranges, names, charts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.formula.translate import Translator

CELL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d+)")
ROW = re.compile(r"(\$?)(\d+)")
PREFIX = re.compile(r"^((?:'(?:[^']|'')*'|[^'!]+)!)?(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Inserted:
    """`count` rows put in behind row `last` of a sheet; `first` is the first row of the block that grows."""

    sheet: str
    first: int
    last: int
    count: int

    def row(self, row: int) -> int:
        """Where a row stands now."""
        return row + self.count if row > self.last else row

    def rows(self, top: int, bottom: int, grows: bool) -> tuple[int, int]:
        """Where a range stands now; one that ends with the block grows with it."""
        end = bottom + self.count if grows and top <= self.last == bottom else self.row(bottom)
        return self.row(top), end


def formula(text: str, inserted: Inserted, *, sheet: str, row: int | None = None) -> str:
    """A formula (without “=”) after rows were put in. sheet, row: where the formula stands (row None = in no cell)."""
    inside = sheet == inserted.sheet and row is not None and inserted.first <= row <= inserted.last
    tokens = Tokenizer("=" + text).items
    return "".join(
        reference(token.value, inserted, sheet, grows=not inside) if is_range(token) else token.value
        for token in tokens
    )


def is_range(token: Token) -> bool:
    """Whether a token names cells."""
    return bool(token.type == Token.OPERAND and token.subtype == Token.RANGE)


def reference(text: str, inserted: Inserted, sheet: str, *, grows: bool) -> str:
    """One reference, with or without its sheet's name; other sheets, other books and names stay as they are."""
    found = PREFIX.match(text)
    prefix, cells = (found[1] or "", found[2]) if found else ("", text)
    named = prefix[:-1].strip("'").replace("''", "'") if prefix else sheet
    return prefix + area(cells, inserted, grows=grows) if named == inserted.sheet else text


def area(cells: str, inserted: Inserted, *, grows: bool) -> str:
    """A1, A1:B2 or 3:4 without a sheet's name; anything else stays."""
    first, colon, second = cells.partition(":")
    for shape in (CELL, ROW):
        top, bottom = shape.fullmatch(first), shape.fullmatch(second or first)
        if not top or not bottom or (shape is ROW and not colon):
            continue
        rows = inserted.rows(int(top[shape.groups]), int(bottom[shape.groups]), grows=grows and bool(colon))
        ends = [with_row(match, row) for match, row in zip((top, bottom), rows, strict=True)]
        return ":".join(ends) if colon else ends[0]
    return cells


def with_row(found: re.Match[str], row: int) -> str:
    """The same end of a reference in another row."""
    return "".join(found.groups()[:-1]) + str(row)


def areas(sqref: str, inserted: Inserted) -> str:
    """Blank-separated areas as validations and formats have them: a rule on the block's last row goes on below it."""
    return " ".join(grown(cells, inserted) for cells in sqref.split())


def grown(cells: str, inserted: Inserted) -> str:
    """One area that a rule covers; a single cell becomes a range where it stands in the block's last row."""
    single = CELL.fullmatch(cells)
    if single and int(single[4]) == inserted.last:
        return f"{cells}:{with_row(single, inserted.last + inserted.count)}"
    return area(cells, inserted, grows=True)


def copied(text: str, origin: str, place: str) -> str:
    """A formula (without “=”) as Excel copies it from one cell to another."""
    return str(Translator("=" + text, origin=origin).translate_formula(place))[1:]
