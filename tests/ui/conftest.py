"""What tests of the window start from: the look, a desk whose office is made up, faults that are collected."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QApplication

from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk, Surroundings
from daan_desk.ui.kit.faults import Faults
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.kit.theme import Theme

if TYPE_CHECKING:
    from daan_desk.services.office import Office

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@dataclass(frozen=True)
class MadeUpOfficer:
    """Somebody who sits at the desk."""

    id: str = "officer-1"
    name: str = "李慧敏"
    role: str = "企服办"


class MadeUpOffice:
    """An office without a database: it only says who works."""

    officer = MadeUpOfficer()


class UndoBook:
    """Stands in for services.undo: every act that is taken back gets a number of its own."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.failure: Exception | None = None

    def __call__(self, act: str) -> Changes:
        self.asked.append(act)
        if self.failure:
            raise self.failure
        return Changes(f"{act}'", f"撤销“{act}”", {"made_up": ("1",)})


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "machine.ini")


@pytest.fixture
def theme(qapp: QApplication, preferences: Preferences) -> Iterator[Theme]:
    made = Theme(qapp, RESOURCES, preferences)
    yield made
    made.switch(False)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def undo_book() -> UndoBook:
    return UndoBook()


@pytest.fixture
def desk(theme: Theme, tasks: Tasks, preferences: Preferences, undo_book: UndoBook) -> Desk:
    return Desk(Surroundings(cast("Office", MadeUpOffice()), tasks, theme, preferences, undo_book))


@pytest.fixture
def faults(qapp: QApplication) -> Faults:
    return Faults(logging.getLogger("tests.faults"))
