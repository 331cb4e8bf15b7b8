"""The holiday tables that the program ships, for every test that counts working days."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from daan_desk.domain.working_days import Calendar, calendar_from

HOLIDAYS = Path(__file__).resolve().parents[2] / "resources" / "holidays"


def shipped() -> Calendar:
    return calendar_from(chain.from_iterable(lines_of(path) for path in sorted(HOLIDAYS.glob("*.csv"))))


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
