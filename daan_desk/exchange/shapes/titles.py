"""What stands above the header: the title, the unit, the year."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from daan_desk.exchange.shapes.views import View
from daan_desk.exchange.shapes.words import ATTACHMENT, UNIT, UNIT_LINE, bare, year_of

LABEL = re.compile(
    r"(?:填报|报送|制表|编制|制定|批准|表号|有效期|日期|时间|单位|联系|审核|文号|机关|密级|c_lang)[^:：=]{0,8}[:：=]"
)
IN_BRACKETS = re.compile(r"[（(]([^（()）]{1,12})[)）]")


MONTH = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?:年|[.\-/])(?P<since>0?1月?[-~至—－–])?(?P<month>1[0-2]|0?[1-9])(?:月|(?=[)）\s]|$))"
)


class Titles(NamedTuple):
    """The rows above the header and what they tell; to_date: the month is the last one since January."""

    rows: tuple[int, ...]
    title: str
    unit: str | None
    year: int | None
    month: str = ""
    to_date: bool = False

    @property
    def told(self) -> dict[str, Any]:
        """What a layout says of them."""
        return {name: getattr(self, name) for name in ("title", "unit", "year", "month", "to_date")}


def titles(view: View, before: int) -> Titles:
    """Read the rows above row `before`; without a header that is the first record."""
    rows = tuple(row for row in view.top if row < before)
    texts = [str(cell) for row in rows for _, cell in view.filled(row)]
    title = next((text.strip() for text in texts if _is_title(text)), "")
    year = next((year for text in [*texts, view.sheet.name] if (year := year_of(text)) is not None), None)
    return Titles(rows, " ".join(title.split()), _unit(texts), year, *_month([*texts, view.sheet.name]))


def _month(texts: list[str]) -> tuple[str, bool]:
    """The month that a title names (2026年5月, 2026年1-5月), and whether it stands for all months since January."""
    found = next((found for text in texts if (found := MONTH.search("".join(text.split())))), None)
    if found is None:
        return "", False
    return f"{found['year']}-{int(found['month']):02d}", bool(found["since"])


def _is_title(text: str) -> bool:
    words = bare(text)
    return len(words) >= 3 and not ATTACHMENT.fullmatch(words) and not LABEL.match(words) and len(words) <= 80


def _unit(texts: list[str]) -> str | None:
    for text in texts:
        found = UNIT_LINE.search(bare(text))
        if found and _has_unit(found[1]):
            return found[1]
    for text in texts:
        for found in IN_BRACKETS.finditer(bare(text)):
            if _has_unit(found[1]):
                return found[1].removeprefix("单位:")
    return None


def _has_unit(words: str) -> bool:
    parts = re.split(r"[、,，/和]", words.removeprefix("单位:"))
    return any(UNIT.fullmatch(part) for part in parts)
