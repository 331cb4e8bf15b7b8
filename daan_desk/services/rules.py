"""The office's own rules as they stand in its settings: calendar, deadlines, limits, visit rules."""

from __future__ import annotations

import json
from functools import cache

from daan_desk import paths
from daan_desk.domain.rulebook import Rulebook
from daan_desk.domain.settings import BY_KEY
from daan_desk.domain.working_days import Calendar, calendar_from
from daan_desk.store.reader import Reader


@cache
def shipped_calendar() -> Calendar:
    """The public holidays that came with the program."""
    lines: list[str] = []
    for file in sorted((paths.resources() / "holidays").glob("*.csv")):
        lines += file.read_text(encoding="utf-8-sig").splitlines()
    return calendar_from(lines)


def rulebook(reader: Reader) -> Rulebook:
    """Every setting as the rules that reckon with it, read in one pass."""
    kept = dict(reader.columns("settings", "key", "value"))
    return Rulebook({key: json.loads(value) for key, value in kept.items() if key in BY_KEY}, shipped_calendar())


def calendar(reader: Reader) -> Calendar:
    """The public holidays with what the office entered itself."""
    return rulebook(reader).calendar
