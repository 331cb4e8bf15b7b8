"""How one value is written into a sheet's XML: text always as text, numbers and days with their type."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time
from decimal import Decimal

MOST_CHARACTERS = 32_767
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
EPOCH = date(1899, 12, 30)
FIRST_DAY = date(1900, 3, 1)


def clean(text: str) -> str:
    """Text as a cell may hold it: no control characters, at most 32,767 characters; what was cut is said at its end."""
    text = FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) <= MOST_CHARACTERS // 2 or utf16(text) <= MOST_CHARACTERS:
        return text
    note = f"……（原文 {len(text)} 字，超出单元格的限度，后面的已略去）"
    room = MOST_CHARACTERS - len(note)
    return text.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore") + note


def utf16(text: str) -> int:
    """The length as Excel counts it: a character beyond the basic plane is two."""
    return len(text) + sum(1 for sign in text if sign > "\uffff")


def escaped(text: str) -> str:
    """Cleaned text for XML; “_x0041_” keeps its letters, which Excel would else read as a code."""
    text = clean(text)
    if "_x" in text:
        text = LOOKS_ESCAPED.sub("_x005F_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cell_xml(place: str, style: str, value: object) -> str:
    """One `<c>` element; what is no number and no day is text, never a formula. style: ` s="5"` or ""."""
    if value is None or value == "":
        return f'<c r="{place}"{style}/>'
    number = numeric(value)
    if number is not None:
        return f'<c r="{place}"{style}><v>{number}</v></c>'
    text = escaped(str(value))
    keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""
    return f'<c r="{place}"{style} t="inlineStr"><is><t{keep}>{text}</t></is></c>'


def numeric(value: object) -> str | None:
    """The number that a workbook keeps for a value, None for what is text."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return str(value) if abs(value) < 10**15 else None
    if isinstance(value, Decimal):
        return f"{value:f}" if value.is_finite() else None
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else None
    return serial(value) if isinstance(value, date) else None


def serial(day: date) -> str | None:
    """Days since 1899-12-30; None before March 1900, where Excel counts a day that never was."""
    only = day.date() if isinstance(day, datetime) else day
    if only < FIRST_DAY:
        return None
    days = (only - EPOCH).days
    moment = day.time() if isinstance(day, datetime) else time()
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return str(days) if not seconds else repr(round(days + seconds / 86_400, 9))
