"""Builders of made-up workspaces and records; a test states only what matters to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from daan_desk.services import records, workspaces
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Who, Workplace

PASSWORD = "安逸隆2026"
CHINA = timezone(timedelta(hours=8))
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=CHINA)


def at(moment: datetime = MONDAY) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: moment


def workplace(folder: Path, clock: Callable[[], datetime] | None = None, name: str = "desk.daan") -> Workplace:
    """A new workspace of a made-up officer."""
    return workspaces.make(folder / name, PASSWORD, Who("李慧敏", "专班"), clock or at())


def enterprise(office: Office, name: str = "自贡天工机械有限公司", **values: object) -> str:
    """A made-up enterprise; answers its id."""
    return records.add(office, "enterprises", {"name": name, **values}).first("enterprises")


def officer(office: Office, name: str = "王建国", role: str = "县级领导", **values: object) -> str:
    """A made-up officer; answers the id."""
    return records.add(office, "officers", {"name": name, "role": role, **values}).first("officers")


def issue(office: Office, enterprise: str, **values: object) -> str:
    """A made-up issue of an enterprise; answers its id."""
    given = {"enterprise": enterprise, "title": "厂区门口道路破损", "category": "园区配套", **values}
    return records.add(office, "issues", given).first("issues")


def visit(office: Office, enterprise: str, **values: object) -> str:
    """A made-up visit to an enterprise; answers its id."""
    given = {"enterprise": enterprise, "day": office.today(), "way": "实地", "companions": "李慧敏", **values}
    return records.add(office, "visits", given).first("visits")
