"""The ledger of meetings as an officer looks at it: tabs by kind, and the columns that matter first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from daan_desk.domain.questions import Where
from daan_desk.services import ledgers
from daan_desk.services.office import Office
from daan_desk.ui.kit.ledger_asking import Tab
from daan_desk.ui.kit.ledger_service import OfficeSource

KINDS = ("“安逸隆”下午茶", "银政企恳谈会", "座谈会", "现场办公会")
COLUMNS = ("day", "theme", "kind", "number", "people", "issues", "demands", "host", "place")


def tabs(day: date) -> tuple[Tab, ...]:
    """All, those of this year, and those of each kind."""
    year = Where("day", "from", day.replace(month=1, day=1))
    return (Tab("全部"), Tab("今年", (year,)), *(Tab(word, (Where("kind", "is", word),)) for word in KINDS))


def source(office: Office) -> OfficeSource:
    """The ledger with its columns in the order of this page."""
    ledger = ledgers.ledger("meetings")
    rest = [replace(field, listed=False) for field in ledger.fields if field.name not in COLUMNS]
    every = (*(replace(ledger[name], listed=True) for name in COLUMNS), *rest)
    return OfficeSource(office, replace(ledger, fields=every, by_name={field.name: field for field in every}))
