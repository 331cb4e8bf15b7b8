"""The kind of a calendar year: a whole number that is never grouped by thousands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from daan_desk.domain.days import YEARS
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import NOWHERE, Context, Kind, Read, Storage
from daan_desk.domain.words import cited, empty, half_width, plain

WRITTEN = re.compile(r"(?P<year>(?:19|20|21)\d{2})(?:\.0)?\s*年?度?")


@dataclass(frozen=True)
class Year(Kind):
    """A calendar year: 2026, 2026年, 2026年度, or a day in it."""

    storage: ClassVar[Storage] = "integer"
    number_format: ClassVar[str] = "0"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        if isinstance(raw, date):
            return Read(raw.year)
        text = half_width(plain(raw))
        if empty(text):
            return Read(None)
        found = WRITTEN.fullmatch(text)
        if not found or int(found["year"]) not in YEARS:
            raise Rejected(f"“{cited(text)}”看不出是哪一年")
        return Read(int(found["year"]))
