"""What tests of ledgers and forms start from: made-up rows, and a desk whose acts are really carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from daan_desk.services import undo
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Surroundings
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form_desk import FormDesk
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_setup import LedgerSetup
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.kit.theme import Theme
from tests import builders
from tests.ui.kit.made_up import MadeUpSource


@dataclass
class Shelf:
    """Views and drafts in memory."""

    kept: dict[str, object] = field(default_factory=dict)

    def load(self, key: str) -> object:
        return self.kept.get(key, {})

    def save(self, key: str, values: Mapping[str, object] | Sequence[Mapping[str, object]]) -> None:
        self.kept[key] = values

    def clear(self, key: str) -> None:
        self.kept.pop(key, None)


@pytest.fixture
def source() -> MadeUpSource:
    return MadeUpSource()


@pytest.fixture
def around(source: MadeUpSource, tasks: Tasks) -> Around:
    return Around(source, tasks)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def page_of(qtbot: QtBot, desk: Desk) -> Iterator[Callable[..., LedgerPage]]:
    """A page over made-up rows, on the screen, its first answer there."""
    pages: list[LedgerPage] = []

    def made(source: MadeUpSource, shown: bool = True, **setup: object) -> LedgerPage:
        given = {"views": Shelf(), "drafts": Shelf(), **setup}
        page = LedgerPage(desk, "things", LedgerSetup(source=source, **given))
        pages.append(page)
        desk.acted.connect(page.refresh)
        qtbot.addWidget(page)
        page.resize(1100, 640)
        if shown:
            with qtbot.waitExposed(page):
                page.show()
            page.activateWindow()
        desk.tasks.settle()
        return page

    yield made
    for page in pages:
        page.close()


@pytest.fixture
def told(desk: Desk) -> list[object]:
    """Messages and failures that the desk passed on."""
    heard: list[object] = []
    desk.told.connect(heard.append)
    desk.complained.connect(heard.append)
    return heard


@pytest.fixture
def dialog_of(qtbot: QtBot, desk: Desk, around: Around, shelf: Shelf) -> Callable[..., FormDialog]:
    def made(record: str = "", **more: object) -> FormDialog:
        given = FormDesk(desk.act, desk.complain, shelf, **more)
        dialog = FormDialog(around, given, record)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog, before_close_func=lambda left: left.drop())
        dialog.open()
        desk.tasks.settle()
        if dialog.isVisible():
            dialog.activateWindow()
            qtbot.waitUntil(dialog.isActiveWindow)
            dialog.form.focus_first()
        return dialog

    return made


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    place = builders.workplace(tmp_path)
    yield place.office
    place.close()


@pytest.fixture
def office_desk(office: Office, tasks: Tasks, theme: Theme, preferences: Preferences) -> Desk:
    return Desk(Surroundings(office, tasks, theme, preferences, partial(undo.undo, office)))


@pytest.fixture
def page_at(office_desk: Desk, qtbot: QtBot) -> Callable[..., LedgerPage]:
    def made(ledger: str, setup: LedgerSetup | None = None) -> LedgerPage:
        page = LedgerPage(office_desk, ledger, setup)
        office_desk.acted.connect(page.refresh)
        qtbot.addWidget(page)
        page.resize(1100, 640)
        with qtbot.waitActive(page):
            page.show()
        office_desk.tasks.settle()
        return page

    return made
