"""The period that a form's title or a script names: 2026年10月, 2026年1-10月, 2026年三季度, 上半年, 2026-10."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from daan_desk.domain.failures import Rejected
from daan_desk.domain.periods import Period, month_end, period_of
from daan_desk.domain.words import half_width, plain

YEAR = r"(?:(?P<year>(?:19|20)\d\d)\s*年?度?\s*[-./]?\s*)?"
MONTH = r"(?P<month>1[0-2]|0?[1-9])"
TO_DATE = re.compile(YEAR + r"1\s*(?:月份?)?\s*[-—–~～至到]+\s*" + MONTH + r"\s*月")
QUARTER = re.compile(YEAR + r"第?\s*(?P<quarter>[一二三四1-4])\s*季度?")
HALF = re.compile(YEAR + r"(?:上半年|1\s*-\s*6\s*月)")
ONE_MONTH = re.compile(YEAR + MONTH + r"\s*月")
BARE_MONTH = re.compile(r"^(?P<year>(?:19|20)\d\d)[-./]?" + MONTH + r"$")
WHOLE_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年(?:度|全年)?(?!\s*\d)|^(?P<only>(?:19|20)\d\d)$")
DAY_FOLLOWS = re.compile(r"\s*\d{1,2}\s*日")


def named_period(text: str, today: date) -> Period | None:
    """The period in a text; without a year the last one that has begun by `today`; None where the text names none.

    A day (填表日期：2026年10月8日) is no period.
    """
    words = half_width(plain(text))
    for pattern, made in PATTERNS:
        found = pattern.search(words)
        if found and not DAY_FOLLOWS.match(words, found.end()):
            return made(found, today)
    return None


def period_named(text: str, today: date) -> Period:
    """The same for what somebody typed; `Rejected` where it names none."""
    found = named_period(text, today)
    if found is None:
        raise Rejected(f"“{text}”看不出是哪段时间，应写成 2026-10、2026年1-10月、2026年三季度或 2026年")
    return found


def _year(found: re.Match[str], today: date, month: int) -> int:
    if found["year"]:
        return int(found["year"])
    return today.year if month <= today.month else today.year - 1


def _to_date(found: re.Match[str], today: date) -> Period:
    month = int(found["month"])
    return period_of("to_date", month_end(_year(found, today, month), month))


def _quarter(found: re.Match[str], today: date) -> Period:
    number = "一二三四1234".index(found["quarter"]) % 4
    return period_of("quarter", date(_year(found, today, number * 3 + 1), number * 3 + 1, 1))


def _half(found: re.Match[str], today: date) -> Period:
    return period_of("to_date", month_end(_year(found, today, 1), 6))


def _month(found: re.Match[str], today: date) -> Period:
    month = int(found["month"])
    return period_of("month", date(_year(found, today, month), month, 1))


def _whole(found: re.Match[str], _today: date) -> Period:
    return period_of("year", date(int(found["year"] or found["only"]), 1, 1))


PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Period]], ...] = (
    (TO_DATE, _to_date),
    (HALF, _half),
    (QUARTER, _quarter),
    (ONE_MONTH, _month),
    (BARE_MONTH, _month),
    (WHOLE_YEAR, _whole),
)
