"""Months whose figures are approved and locked, and the reasons why some were opened again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from daan_desk.domain.days import Month
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.questions import Where
from daan_desk.services import settings
from daan_desk.services.changes import Changes
from daan_desk.services.office import Act, Office
from daan_desk.store.reader import Reader

KEY = "figures.locked"


@dataclass(frozen=True, slots=True)
class Lock:
    """A month that is locked or was: by whom, when; `opened` is the reason why it was opened again."""

    month: str
    by: str
    at: str
    opened: str = ""


def history(reader: Reader) -> tuple[Lock, ...]:
    """Every locking and opening, oldest first."""
    found = reader.where("settings", Where("key", "is", KEY), limit=1)
    return tuple(Lock(**row) for row in json.loads(found[0]["value"])) if found else ()


def locked(reader: Reader) -> dict[str, Lock]:
    """The months that are locked now."""
    return {lock.month: lock for lock in history(reader) if not lock.opened}


def lock(office: Office, month: str) -> Changes:
    """Approve the figures of a month: nobody changes them any more until it is opened again."""
    meant = _meant(month)
    with office.writing(f"锁定 {meant} 月度指标") as act:
        refuse_unless(meant not in locked(act), f"{meant} 已经锁定", "month")
        refuse_unless(act.count("figures", Where("month", "is", meant)), f"{meant} 还没有指标，不能锁定", "month")
        _keep(act, (*history(act), Lock(meant, office.officer.name, office.now().isoformat())))
    return act.changes


def reopen(office: Office, month: str, reason: str) -> Changes:
    """Open a locked month again; the reason stays with it."""
    meant = _meant(month)
    refuse_unless(reason.strip(), "请写明重新打开的理由", "reason")
    with office.writing(f"重新打开 {meant} 月度指标") as act:
        refuse_unless(meant in locked(act), f"{meant} 没有锁定", "month")
        rows = history(act)
        opened = [
            Lock(one.month, one.by, one.at, reason.strip()) if one.month == meant and not one.opened else one
            for one in rows
        ]
        _keep(act, tuple(opened))
    return act.changes


def _meant(month: str) -> str:
    meant = Month().read(month).value
    refuse_unless(meant, "请填写月份", "month")
    return str(meant)


def _keep(act: Act, rows: tuple[Lock, ...]) -> None:
    settings.keep(act, KEY, [asdict(row) for row in rows])
