"""A value as a form wants it: in its unit, in its words, and as a day or a share only where its cell shows one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Kind
from daan_desk.domain.kinds import OneOf, YesNo
from daan_desk.domain.numbers import Number, Percent
from daan_desk.domain.units import factor, of_family
from daan_desk.exchange.form_book import Formats

TICKED = re.compile(r"打\s*[“\"]?\s*[√✓]|划\s*[“\"]?\s*[√✓]")
ASKED = re.compile(r"(?:^|[/\s])是否")
TICK = "√"


def in_unit(value: object, kind: Kind, header_unit: str | None, sheet_unit: str | None) -> object:
    """A number in the form's unit: the header's, else the one in the sheet's corner, else the one that we keep."""
    kept = getattr(kind, "unit", "")
    if not kept or isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return value
    wanted = header_unit or (of_family(sheet_unit, kept) if sheet_unit else None)
    times = factor(kept, wanted) if wanted else None
    if times is None or times == 1:
        return value
    exact = Decimal(str(value)) * times.numerator / times.denominator
    return exact.quantize(Decimal("0.000001")).normalize()


def for_cell(value: object, kind: Kind, style: int, known: Formats) -> object:
    """The value as the cell's own number format shows it rightly."""
    if value is None:
        return None
    if isinstance(kind, Percent) and isinstance(value, int | float | Decimal) and known.is_share(style):
        return Decimal(str(value)) / 100
    made = kind.cell(value)
    if isinstance(made, date) and not known.is_day(style):
        return kind.show(value)
    if known.is_day(style) and isinstance(made, int | float | Decimal) and isinstance(kind, Number):
        return kind.show(value)
    return made


def in_words(value: object, kind: Kind, options: Sequence[str], header: str) -> str | None:
    """The form's own words for a value: the option of its list that means the same, a tick where it asks for one.

    "" leaves the cell blank; None says that the form has no words of its own.
    """
    if isinstance(kind, YesNo) and TICKED.search(header):
        return TICK if value else ""
    if isinstance(kind, OneOf) and value is not None and ASKED.search(header):
        return yes_or_no(str(value), kind)
    return next((option for option in options if means(option, value, kind)), None)


def yes_or_no(value: str, kind: OneOf) -> str | None:
    """A word of an ordered list as 是 or 否, by which of the two its place is nearer to: 已销号 is 是 as 已办结 is."""
    try:
        yes, no = (kind.words.index(str(kind.read(word).value)) for word in ("是", "否"))
        place = kind.words.index(value)
    except (Rejected, ValueError):
        return None
    return "是" if abs(place - yes) < abs(place - no) else "否"


def means(option: str, value: object, kind: Kind) -> bool:
    """Whether a word of a list says this value."""
    try:
        return value is not None and kind.read(option).value == value
    except Rejected:
        return False
