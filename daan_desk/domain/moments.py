"""A moment of the journal's clock as people read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from daan_desk.domain.day_words import ISO
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import NOWHERE, Context, Kind, Read, Storage


@dataclass(frozen=True)
class Moment(Kind):
    """Microseconds since 1970 (UTC), shown in the machine's time zone to the minute; never typed."""

    storage: ClassVar[Storage] = "integer"
    editor: ClassVar[str] = "line"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        if raw is None or isinstance(raw, int):
            return Read(raw)
        try:
            return Read(int(datetime.fromisoformat(str(raw)).astimezone(UTC).timestamp() * 1_000_000))
        except ValueError:
            raise Rejected(f"“{raw}”看不出是什么时候") from None

    def last(self, raw: object) -> object:
        """Up to a day means up to its end."""
        if isinstance(raw, str) and ISO.fullmatch(raw):
            day = datetime.fromisoformat(raw) + timedelta(days=1)
            return int(day.astimezone(UTC).timestamp() * 1_000_000) - 1
        return self.read(raw).value

    def show(self, value: object) -> str:
        if not isinstance(value, int):
            return ""
        return f"{datetime.fromtimestamp(value / 1_000_000, UTC).astimezone():%Y-%m-%d %H:%M}"

    def cell(self, value: object) -> object:
        return self.show(value) or None
