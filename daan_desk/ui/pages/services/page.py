"""The page of one service's ledger: the kit's page with tabs, pills, lights, and what can be done there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.services import ledgers
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.pages.services.doors import Doors
from daan_desk.ui.pages.services.setups import COLUMNS, SETUPS
from daan_desk.ui.pages.services.source import LitSource


class ServicePage(LedgerPage):
    """`ServicePage(desk, "financing")` is the page of that ledger."""

    def __init__(self, desk: Desk, ledger: str, parent: QWidget | None = None) -> None:
        wanted = SETUPS[ledger]
        source = LitSource(desk.office, arranged(ledger), wanted.lights)
        for words, _ in wanted.lights:
            source.tones.setdefault(words, {})
        self.doors = Doors(desk, ledger, self._window)
        setup = LedgerSetup(
            tabs=wanted.tabs(desk.office.today()),
            tones={**wanted.pills, **source.tones},
            actions=self.doors.actions(),
            source=source,
        )
        super().__init__(desk, ledger, setup, parent)

    def _window(self) -> QWidget:
        return self.window()


def arranged(name: str) -> Ledger:
    """The ledger with the columns that matter first."""
    ledger = ledgers.ledger(name)
    first = COLUMNS.get(name, ())
    if not first:
        return ledger
    every = (*(ledger[one] for one in first), *(field for field in ledger.fields if field.name not in first))
    every = tuple(
        replace(field, listed=True) if field.name in first else replace(field, listed=False) for field in every
    )
    return replace(ledger, fields=every, by_name={field.name: field for field in every})
