"""Kinds of time: a day, a month. What is no single day is refused in words; day and month are never swapped."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from daan_desk.domain import day_words as words
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import NOWHERE, Align, Context, Kind, Read, Storage
from daan_desk.domain.words import cited, empty, half_width, plain

DAY_ZERO = date(1899, 12, 30)
NO_DAY = "“{}”看不出是哪一天"
SERIALS = range(10000, 73051)  # 1927-05-18 to 2100-01-01; smaller numbers are years or counts
YEARS = range(1900, 2101)
REFUSALS = (
    (words.OPEN_END, "“{}”不是具体日期"),
    (words.PERIOD, "“{}”是一段时间，不是一天"),
    (words.SEVERAL, "“{}”写了不止一天"),
    (words.PART, "“{}”只是大概的时间，没有具体到哪一天"),
    (words.ONLY_MONTH, "“{}”只有年月，没有哪一天"),
    (words.PACKED_MONTH, "“{}”只有年月，没有哪一天"),
    (words.ONLY_YEAR, "“{}”只有年份，没有哪一天"),
    (words.NO_YEAR, "“{}”没有年份"),
    (words.YEARLESS_MONTH, "“{}”没有年份，也没有哪一天"),
    (words.OTHER_ORDER, "“{}”分不清哪个是年、月、日，请写成 2024-05-03 的样子"),
)
LOOSE = (words.OPEN_END, words.PERIOD, words.SEVERAL, words.PART)


def calendar_day(text: str, year: int, month: int, day: int) -> date:
    """That day of the calendar; `Rejected` where there is none or the year is not of our time."""
    try:
        found = date(year, month, day)
    except ValueError:
        raise Rejected(f"“{text}”不是日历上的一天") from None
    return of_our_time(found)


def of_our_time(day: date) -> date:
    """The day itself when its year can be meant; Excel's day 0 and the year 9999 are not."""
    if day.year not in YEARS:
        raise Rejected(f"“{day:%Y-%m-%d}”的年份不对")
    return day


def serial_day(number: float, text: str) -> date:
    """The day of a spreadsheet's day number (45415 is 2024-05-03), or of eight figures (20240503)."""
    if not math.isfinite(number):
        raise Rejected("这不是一个日期")
    packed = words.PACKED.fullmatch(text)
    if packed:
        return calendar_day(text, int(packed["year"]), int(packed["month"]), int(packed["day"]))
    if int(number) not in SERIALS:
        decimal = number < SERIALS.start and "." in text  # 5.3 as a number is no third of May
        raise Rejected(NO_DAY.format(cited(text)) if decimal else refusal(text))
    return DAY_ZERO + timedelta(days=int(number))


def refusal(text: str) -> str:
    """Why a text is no day, in words."""
    for shape, sentence in REFUSALS:
        if shape.search(text) if shape in LOOSE else shape.fullmatch(text):
            return sentence.format(cited(text))
    return NO_DAY.format(cited(text))


def of_words(text: str, context: Context) -> Read:
    """The day that words name, with what was assumed of the year or of a “前” behind it."""
    found = words.WHOLE.fullmatch(text) or words.PACKED.fullmatch(text)
    if found:
        day = calendar_day(text, int(found["year"]), int(found["month"]), int(found["day"]))
        return Read(day, f"“{text}”按 {day:%Y-%m-%d} 读入" if found["aim"] else "")
    short = words.SHORT_YEAR.fullmatch(text)
    if short:
        month, on = int(short["month"] or short["month2"]), int(short["day"] or short["day2"])
        century = 2000 if int(short["year"]) < 70 else 1900
        day = calendar_day(text, century + int(short["year"]), month, on)
        return Read(day, f"“{text}”只有两位年份，按 {day:%Y-%m-%d} 读入")
    yearless = words.NO_YEAR.fullmatch(text) if context.year else None
    if yearless and context.year:
        month, on = int(yearless["month"] or yearless["month2"]), int(yearless["day"] or yearless["day2"])
        day = calendar_day(text, context.year, month, on)
        return Read(day, f"“{text}”没有年份，按{context.told_by}的 {context.year} 年读作 {day:%Y-%m-%d}")
    if words.SERIAL.fullmatch(text):
        return Read(serial_day(float(text), text))
    raise Rejected(refusal(text))


@dataclass(frozen=True)
class Day(Kind):
    """A calendar day."""

    storage: ClassVar[Storage] = "day"
    align: ClassVar[Align] = "left"
    editor: ClassVar[str] = "day"
    number_format: ClassVar[str] = "yyyy-mm-dd"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        if isinstance(raw, date):
            return Read(of_our_time(raw.date() if isinstance(raw, datetime) else raw))
        if type(raw) is str and words.ISO.fullmatch(raw):
            return Read(calendar_day(raw, int(raw[:4]), int(raw[5:7]), int(raw[8:])))
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return Read(serial_day(raw, plain(raw)))
        text = plain(raw)
        if empty(text):
            return Read(None)
        if isinstance(raw, bool | time | timedelta):
            raise Rejected(f"“{text}”只是时间，不是哪一天")
        return of_words(words.arabic(half_width(text)), context)

    def show(self, value: object) -> str:
        return "" if value is None else f"{value:%Y-%m-%d}"


@dataclass(frozen=True)
class Month(Kind):
    """A calendar month, kept as “2024-05”."""

    editor: ClassVar[str] = "month"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        if isinstance(raw, date):
            return Read(f"{raw:%Y-%m}")
        text = words.arabic(half_width(plain(raw)))
        if empty(text):
            return Read(None)
        found = words.ONLY_MONTH.fullmatch(text) or words.PACKED_MONTH.fullmatch(text)
        if found and 1 <= int(found["month"]) <= 12:
            return Read(f"{found['year']}-{int(found['month']):02d}", shortened(raw, text))
        yearless = words.YEARLESS_MONTH.fullmatch(text) if context.year else None
        if yearless and 1 <= int(yearless["month"]) <= 12:
            month = f"{context.year}-{int(yearless['month']):02d}"
            return Read(month, f"“{text}”没有年份，按标题的年份读作 {month}")
        return Read(f"{month_of_day(raw, text):%Y-%m}")


def shortened(raw: object, text: str) -> str:
    """A remark where a number cell may have lost a zero: 2024.1 was typed 2024.1 or 2024.10."""
    lossy = isinstance(raw, float) and text.endswith(".1")
    return f"单元格里是数字 {text}，按 1 月读入；如果本来是 10 月，请改正" if lossy else ""


def month_of_day(raw: object, text: str) -> date:
    """A day in the month that a text names by a day; refused in words that speak of months."""
    try:
        day = Day().read(raw).value
    except Rejected:
        day = None
    if not isinstance(day, date) or words.PERIOD.search(text):
        only_year = re.fullmatch(words.ONLY_YEAR, text)
        raise Rejected(f"“{cited(text)}”{'只有年份，没有哪个月' if only_year else '看不出是哪个月'}")
    return day


def only_year(cells: Iterable[object]) -> int | None:
    """The year of all days of a column that have one, None where they have several or none."""
    years = {year for cell in cells if (year := _year_of(cell)) is not None}
    return years.pop() if len(years) == 1 else None


def _year_of(cell: object) -> int | None:
    try:
        day = Day().read(cell).value
    except Rejected:
        return None
    return day.year if isinstance(day, date) else None
