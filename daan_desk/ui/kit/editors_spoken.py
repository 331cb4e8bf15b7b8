"""Days and months as people type them in passing: 今天, 昨天, 3.5, 11-20, 上月, 5月."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

DAYS_AWAY = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2}
MONTHS_AWAY = {"本月": 0, "这个月": 0, "当月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
MONTH_AND_DAY = re.compile(r"(\d{1,2})\s*[.\-/月．、]\s*(\d{1,2})\s*[日号]?")
DAY_OF_MONTH = re.compile(r"(\d{1,2})[日号]")
SHORT_YEAR = re.compile(r"(\d{2})[.\-/年](\d{1,2})[.\-/月](\d{1,2})日?")
MONTH_ALONE = re.compile(r"(\d{1,2})月?(?:份)?")


def spoken_day(text: str, today: date) -> str:
    """The day as YYYY-MM-DD where the words depend on today, else the text as it is (the kind reads it).

    A day without a year is the one nearest to today, so that 12-28 typed in January is last year's.
    """
    words = text.strip()
    if words in DAYS_AWAY:
        return f"{today + timedelta(days=DAYS_AWAY[words]):%Y-%m-%d}"
    if found := SHORT_YEAR.fullmatch(words):
        return _first([(2000 + int(found[1]), int(found[2]), int(found[3]))], today, text)
    if found := MONTH_AND_DAY.fullmatch(words):
        years = (today.year - 1, today.year, today.year + 1)
        return _first([(year, int(found[1]), int(found[2])) for year in years], today, text)
    if found := DAY_OF_MONTH.fullmatch(words):
        return _first([(today.year, today.month, int(found[1]))], today, text)
    return text


def spoken_month(text: str, today: date) -> str:
    """The month as YYYY-MM where the words depend on today, else the text as it is."""
    words = text.strip()
    if words in MONTHS_AWAY:
        return stepped_month(f"{today:%Y-%m}", MONTHS_AWAY[words])
    found = MONTH_ALONE.fullmatch(words)
    if not found or not 1 <= int(found[1]) <= 12:
        return text
    return _first([(year, int(found[1]), 15) for year in (today.year - 1, today.year, today.year + 1)], today, text)[:7]


def stepped_month(month: str, by: int) -> str:
    """The month that lies `by` months after “2024-05”."""
    year, number = (int(part) for part in month.split("-"))
    at = year * 12 + number - 1 + by
    return f"{at // 12:04d}-{at % 12 + 1:02d}"


def _first(candidates: Iterable[tuple[int, int, int]], today: date, text: str) -> str:
    days = [day for day in (_day(*parts) for parts in candidates) if day]
    return f"{min(days, key=lambda day: abs(day - today)):%Y-%m-%d}" if days else text


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
