"""Kinds of numbers: whole, money, area, percent; each knows its unit, and reading says what it assumed.

The cell's own unit wins over the header's, the header's over the unit line's (the caller hands in the better one).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from daan_desk.domain.amounts import LARGEST, Amount, amount, converted, multiplied
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import NOWHERE, Align, Context, Kind, Read, Storage
from daan_desk.domain.units import of_family
from daan_desk.domain.words import EXPONENT, empty, half_width, plain

SIMPLE = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")
FRACTION = "小数"
WHOLE, HUNDREDFOLD = Fraction(1), Fraction(100)
FARTHEST = LARGEST * 10**8
DOUBTFUL = 1_000_000  # 万元: more than the whole district makes in a year
MEASURE_WORD = re.compile(r"(?<=[\d余多右万])\s*(?:个月|人|个|家|月|次|名|件|户|位|台|套|期)$")
ORDER_WORD = re.compile(r"第\s*(\d+)\s*(?:期|次|场|届|批|号|个)?")


def number_of(raw: object) -> Decimal | None:
    """The number of a value that is one already, as Excel shows it (15 digits); None where it is text or nothing."""
    if isinstance(raw, float):
        if not math.isfinite(raw):
            raise Rejected("这不是一个有限的数")
        return Decimal(int(raw)) if raw.is_integer() else Decimal(f"{raw:.15g}")
    if isinstance(raw, Decimal):
        return raw
    if isinstance(raw, bool | date | time | timedelta):
        raise Rejected(f"“{plain(raw)}”不是数字")
    return Decimal(raw) if isinstance(raw, int) else None


def in_unit(raw: object, kept: str, context: Context) -> Read:
    """The number of a cell in the kept unit, None for nothing, with what was assumed."""
    if type(raw) is str and SIMPLE.fullmatch(raw):
        return in_units(Amount(Decimal(raw), ""), kept, context)
    number = number_of(raw)
    if number is not None:
        return in_units(Amount(number, ""), kept, context)
    text = half_width(plain(raw))
    if empty(text) or empty(plain(raw)):
        return Read(None)
    return in_units(Amount(Decimal(text), "") if EXPONENT.fullmatch(text) else amount(text), kept, context)


def in_units(found: Amount, kept: str, context: Context) -> Read:
    """The amount in the kept unit; without a unit of its own it is in the one that its surroundings name."""
    if abs(found.number) >= FARTHEST:
        raise Rejected("数字太大，请检查单位")
    unit = found.unit or (context.unit and of_family(context.unit, kept)) or kept
    number = multiplied(found.number, WHOLE) if unit == kept else converted(found.number, unit, kept)
    return Read(number, found.remark)


@dataclass(frozen=True)
class Integer(Kind):
    """A whole number of people, months, times."""

    unit: str = ""
    storage: ClassVar[Storage] = "integer"
    align: ClassVar[Align] = "right"
    editor: ClassVar[str] = "number"
    number_format: ClassVar[str] = "#,##0"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        number, remark = in_unit(counted(raw), self.unit or "个", context)
        if not isinstance(number, Decimal):
            return Read(None)
        if number != number.to_integral_value():
            raise Rejected(f"“{plain(raw)}”应当是整数")
        return Read(int(number), remark or below_zero(number))

    def show(self, value: object) -> str:
        return "" if value is None else f"{value:,}"


def counted(raw: object) -> object:
    """The cell without a measure word at its end, which says nothing about the size (230人, 5家, 12个月, 第3期)."""
    if not isinstance(raw, str):
        return raw
    order = ORDER_WORD.fullmatch(raw.strip())
    return order[1] if order else MEASURE_WORD.sub("", raw.strip())


def unit_of(text: str, number: object, context: Context) -> str:
    """The remark on a very large sum beside which no unit stands: it may be in yuan (注册资本 50,000,000)."""
    said = context.unit or any(sign in text for sign in "元万亿千")
    return "" if said else f"没有写单位，按 {number:f} 万元读入，数很大，请核对是不是元"


def below_zero(number: object) -> str:
    """The remark on a count or an area that is less than nothing: kept, for somebody knows what was meant."""
    negative = isinstance(number, Decimal) and number < 0
    return f"“{number:f}”是负数，已照原样保留，请核对" if negative else ""


@dataclass(frozen=True)
class Number(Kind):
    """A number with decimals in a unit of its own, kept exactly to six places."""

    unit: str = ""
    digits: int = 2
    storage: ClassVar[Storage] = "fixed"
    align: ClassVar[Align] = "right"
    editor: ClassVar[str] = "number"
    number_format: ClassVar[str] = "#,##0.00"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        return in_unit(raw, self.unit, context)

    def show(self, value: object) -> str:
        if value is None:
            return ""
        text = f"{value:,.{self.digits}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True)
class Money(Number):
    """An amount of money; `unit` is the one it is kept and shown in."""

    unit: str = "万元"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        number, remark = super().read(raw, context)
        doubtful = isinstance(number, Decimal) and abs(number) >= DOUBTFUL and self.unit == "万元"
        return Read(number, remark or (unit_of(plain(raw), number, context) if doubtful else ""))


@dataclass(frozen=True)
class Area(Number):
    """An area; `unit` is ㎡ or 亩."""

    unit: str = "㎡"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        number, remark = super().read(raw, context)
        return Read(number, remark or below_zero(number))


@dataclass(frozen=True)
class Percent(Number):
    """A share in per cent: 12 means 12 %.

    A number cell below 1 may be a share that Excel only shows as per cent. Under a header or in a form that says “%” it
    is taken as it stands, with Context.unit “小数” it is a share, without either it is so too, with a remark.
    """

    unit: str = "%"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        number = number_of(raw)
        if number is None or context.unit == self.unit:
            return in_unit(raw, self.unit, NOWHERE)
        if context.unit == FRACTION:
            return Read(multiplied(number, HUNDREDFOLD))
        if 0 < abs(number) < 1:
            share = multiplied(number, HUNDREDFOLD)
            return Read(share, f"单元格里是 {number:f}，按 {share:f}% 读入")
        return Read(multiplied(number, WHOLE))
