"""How a day or a month is written, as patterns: year, month and day in that order, never any other."""

from __future__ import annotations

import re

YEAR = r"(?P<year>(?:18|19|20|21)\d{2})"
REST = (
    r"(?:[\sT]*(?:上午|下午|晚上|晚|早上)?\s*\d{1,2}(?:[:时点]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?[秒分]?|[时点])(?:[+-]\d\d:?\d\d|Z)?)?"
    r"\s*(?:上午|下午|晚上)?\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?"
)
AIM = r"(?P<aim>\s*(?:之前|以前|前|起|之后|以后|后|始))?"
WHOLE = re.compile(
    rf"{YEAR}\s*[-./年,]\s*(?P<month>\d{{1,2}})\s*(?:[-./,]|月)\s*(?P<day>\d{{1,2}})\s?[日号.]?{AIM}{REST}"
)
ISO = re.compile(r"\d{4}-\d\d-\d\d")
PACKED = re.compile(rf"{YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?:\.0)?{AIM}")
SHORT_YEAR = re.compile(
    r"['‘’]?(?P<year>\d{2})\s*(?:\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})|年(?P<month2>\d{1,2})月(?P<day2>\d{1,2})[日号]?)"
)
NO_YEAR = re.compile(
    rf"(?:(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?|(?P<month2>\d{{1,2}})[./](?P<day2>\d{{1,2}})){AIM}{REST}"
)
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
ONLY_MONTH = re.compile(rf"{YEAR}\s*[-./年,]\s*(?P<month>\d{{1,2}})\s*月?(?:份)?\.?")
PACKED_MONTH = re.compile(rf"{YEAR}(?P<month>0[1-9]|1[0-2])")
ONLY_YEAR = re.compile(rf"{YEAR}\s*年?(?:度)?")
YEARLESS_MONTH = re.compile(r"(?P<month>\d{1,2})月份?")
PART = re.compile(r"[上中下]旬|月?底|月?初|年中|季度|[上下]半年|前后|左右|许")
PERIOD = re.compile(
    r"\d\s*[日号月年]?\s*(?:-|~|—|–|至|到)\s*\d{1,4}\s*[日号月年]|\d\s*(?:~|—|–|至|到|--)\s*(?:今|\d)|[日号]\s*-"
    r"|\d{4}\s*[./年]\s*\d{1,2}\s*[./月]\s*\d{1,2}[日号]?\s*-|\d-\d{4}\b"
)
SEVERAL = re.compile(r"\d[日号]?\s*[、;；,，]\s*\d|\d\s*\n+\s*\d")
OPEN_END = re.compile(r"长期|永久|至今|不限|无固定|待定|未定|持续|常年|\d年内|随时|尽快|立即")
OTHER_ORDER = re.compile(r"\d{1,2}\s*[-./]\s*\d{1,2}\s*[-./]\s*(?:\d{4}|\d{2})(?!\d).*")
CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
CHINESE = re.compile(r"[〇○零一二三四五六七八九十]{1,4}(?=[年月日号])")


def arabic(text: str) -> str:
    """The text with Chinese numerals before 年, 月, 日 in figures: 二〇二四年五月十三日 → 2024年5月13日."""
    return CHINESE.sub(lambda found: figures(found[0]), text) if CHINESE.search(text) else text


def figures(word: str) -> str:
    """Chinese numerals up to 99, or digits of a year one by one."""
    if "十" not in word:
        return word.translate(CHINESE_DIGITS)
    tens, _, ones = word.partition("十")
    return (tens.translate(CHINESE_DIGITS) or "1") + (ones.translate(CHINESE_DIGITS) or "0")
