"""What a number in a workbook means once its format is known: days, times, spans, whole numbers, words."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from daan_desk.domain.sheets import Cell

FIRST, FIRST_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  a workbook's days have no zone
LAST_SERIAL = 2_958_465
LONGEST_FORMAT = 255  # Excel itself takes no longer one
BUILT_IN: dict[int, str] = {
    **dict.fromkeys((14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "day"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56), "time"),
    46: "span",
}
ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
ILLEGAL = re.compile(r"_x([0-9A-Fa-f]{4})_")


def meaning(code: str) -> str:
    """What a number format shows: "day", "time", "span" or "" for a plain number."""
    bare = ASIDE.sub("", code[:LONGEST_FORMAT]).lower().split(";")[0]
    if re.search(r"\[[hms]+\]", bare):
        return "span"
    if "general" in bare or not re.search(r"[ydhms]", bare) or re.search(r"[0#?]", bare.replace("ss.0", "ss")):
        return ""
    if re.search(r"[yd]", bare) or ("m" in bare and not re.search(r"[hs]", bare)):
        return "day"
    return "time"


def number(text: str) -> Cell:
    """A number as it is written, whole ones without a point; words that are no number stay words."""
    try:
        value = float(text)
    except ValueError:
        return text or None
    return whole(value)


def whole(value: float) -> Cell:
    """A float that is a whole number as an integer, as far as floats are exact; no number at all is None."""
    if value != value or value in (float("inf"), float("-inf")):
        return None
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def moment(serial: float, shows: str, since_1904: bool = False) -> Cell:
    """The day, time or span that a serial number stands for; None where no calendar has it.

    The 29th of February 1900 (60) never was, and days before it are one off in Excel's count.
    """
    if shows == "span":
        return timedelta(days=serial) if abs(serial) < LAST_SERIAL else None
    if shows == "time" and 0 <= serial < 1:
        seconds = min(round(serial * 86400), 86399)
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    lowest = 0 if since_1904 else 1
    if not lowest <= serial < LAST_SERIAL + 1 or (not since_1904 and 60 <= serial < 61):
        return None
    shift = 1 if not since_1904 and serial < 60 else 0
    stamp = (FIRST_1904 if since_1904 else FIRST) + timedelta(days=int(serial) + shift)
    seconds = min(round((serial - int(serial)) * 86400), 86399)
    return stamp + timedelta(seconds=seconds) if seconds else stamp.date()


def from_iso(text: str) -> Cell:
    """A day or moment written as 2024-05-03 or 2024-05-03T14:30:00; other words stay as they are."""
    try:
        stamp = datetime.fromisoformat(text.rstrip("Z")[:26])
    except ValueError:
        return text or None
    return stamp if stamp.time() != time() else date(stamp.year, stamp.month, stamp.day)


def unescaped(text: str) -> str:
    """Text as it was typed: _x000D_ and its like are the characters that they stand for."""
    return ILLEGAL.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
