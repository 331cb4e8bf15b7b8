"""A real workspace behind a page, and a way to open pages on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from daan_desk.services import undo
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.desk import Desk, Journey, Surroundings
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.kit.theme import Theme
from tests import builders

P = TypeVar("P", bound=Page)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    made = builders.workplace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def office(place: Workplace) -> Office:
    return place.office


@pytest.fixture
def real_desk(office: Office, tasks: Tasks, theme: Theme, preferences: Preferences) -> Desk:
    """A desk whose acts are carried out on the real workspace."""
    return Desk(Surroundings(office, tasks, theme, preferences, partial(undo.undo, office)))


@pytest.fixture
def opened(qtbot: QtBot, real_desk: Desk, tasks: Tasks) -> Callable[[Callable[[Desk], P]], P]:
    """Open a page as the window would: shown, refreshed after every act, its first answer there.

    It is held as the window holds it: a page that Python forgets while Qt still paints it takes the process along.
    """
    held: list[Page] = []

    def made(make: Callable[[Desk], P]) -> P:
        page = make(real_desk)
        held.append(page)
        qtbot.addWidget(page)
        real_desk.acted.connect(page.refresh)
        page.resize(1150, 700)
        page.show()
        tasks.settle()
        tasks.settle()
        return page

    return made


@pytest.fixture
def told(real_desk: Desk) -> list[object]:
    """What the desk says and complains of, as it comes."""
    heard: list[object] = []
    real_desk.told.connect(heard.append)
    real_desk.complained.connect(heard.append)
    return heard


@pytest.fixture
def went(real_desk: Desk) -> list[Journey]:
    """Where the desk is asked to go."""
    heard: list[Journey] = []
    real_desk.went.connect(heard.append)
    return heard
