"""What filling needs of a form, whatever file it lies in: sheets whose cells are read and written in place, and the
book around them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.form_references import Inserted

DAY, MONTH_DAY, MONTH = 'yyyy"年"m"月"d"日"', 'm"月"d"日"', 'yyyy"年"m"月"'
HOURS, SECONDS = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
# The numbers that a Chinese Excel gives its own formats; it writes no words for them into the file.
CHINESE_FORMATS = dict.fromkeys((27, 36, 50, 52, 57), MONTH) | dict.fromkeys((28, 29, 51, 53, 54, 58), MONTH_DAY)
CHINESE_FORMATS |= {30: "m-d-yy", 31: DAY, 32: HOURS, 33: SECONDS, 34: HOURS, 35: SECONDS, 55: HOURS, 56: SECONDS}


class FormPage(Protocol):
    """A sheet of a form. Rows are counted from 1, columns from 0."""

    @property
    def name(self) -> str:
        """The sheet's name."""

    @property
    def merges(self) -> Mapping[tuple[int, int], Merge]:
        """The merge that a place belongs to."""

    @property
    def last_row(self) -> int:
        """The last row that the sheet speaks of."""

    def is_drawn(self, row: int, at: int) -> bool:
        """Whether the sheet speaks of a place, be it only of its borders."""

    def drawn(self) -> Collection[tuple[int, int]]:
        """All places that the sheet speaks of."""

    def is_hidden(self, row: int) -> bool:
        """Whether a row is hidden."""

    def is_empty(self, row: int, at: int) -> bool:
        """Whether neither a value nor a formula stands in a place."""

    def corner(self, row: int, at: int) -> tuple[int, int]:
        """The cell that holds the value of a place: of merged cells the top left one."""

    def style(self, row: int, at: int) -> int:
        """The number of a cell's style; 0 looks like nothing."""

    def formula(self, row: int, at: int) -> str | None:
        """The formula of a cell, as far as it can be told in words; None where there is none."""

    def options(self, row: int, at: int) -> tuple[str, ...]:
        """The words that a cell's list of choices offers, where the list stands in the rule itself."""

    def put(self, row: int, at: int, value: object) -> bool:
        """Write a value where a cell has no formula, with the style that is there; answers whether it was written."""

    def put_sum(self, row: int, at: int, first: int, last: int) -> None:
        """Write the sum of a column's rows into a cell."""

    def formulas(self) -> Iterable[tuple[int, int]]:
        """Where formulas stand."""

    def summed(self, row: int, at: int) -> Sequence[Merge] | None:
        """What a cell adds up, where its formula is nothing but a sum."""

    def amount(self, row: int, at: int) -> Decimal | None:
        """The number in a cell, also one that its formula has come to."""

    def settle(self, row: int, at: int, total: Decimal | None) -> None:
        """Note what a formula comes to; None: nobody has calculated it yet."""


class FormBook(Protocol):
    """A form as the file that it is: what nobody touches stays byte for byte."""

    def names(self) -> Sequence[str]:
        """The names of the worksheets, in order."""

    def page(self, name: str) -> FormPage:
        """A worksheet, always the same one for a name."""

    def formats(self) -> Formats:
        """The number formats of its styles."""

    def touch(self, name: str) -> None:
        """A sheet is going to be changed."""

    def insert(self, inserted: Inserted, step: int) -> None:
        """Put rows in, styled as the last `step` rows of the block (0: without style); the whole book follows."""

    def copy(self, name: str, wished: str) -> FormPage:
        """A copy of a sheet as it stands in the file, behind all others; `Trouble` where it can be there only once."""

    def save(self, to: Path) -> None:
        """Write what has become of it, to be calculated when Excel opens it; `Trouble` where that cannot be."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The number formats of a form's styles, by style number."""

    codes: tuple[str, ...]

    def code(self, style: int) -> str:
        """A style's number format."""
        return self.codes[style] if style < len(self.codes) else "General"

    def is_day(self, style: int) -> bool:
        """Whether a number in that style is shown as a day."""
        return bool(is_date_format(self.code(style)))

    def is_share(self, style: int) -> bool:
        """Whether a number in that style is shown in per cent."""
        return "%" in self.code(style)


def formats_of(numbers: Iterable[int], own: Mapping[int, str]) -> Formats:
    """The formats of styles that name them by number. own: those that the form describes itself."""
    return Formats(
        tuple(
            own.get(number) or BUILTIN_FORMATS.get(number) or CHINESE_FORMATS.get(number, "General")
            for number in numbers
        )
    )
