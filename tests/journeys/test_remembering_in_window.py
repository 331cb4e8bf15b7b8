"""The officer ticks 在本机记住 at the door, comes in without a password the next time, and lets the machine forget."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk import app
from daan_desk.door import RECENT, Door
from daan_desk.services import guarding, workspaces
from daan_desk.store import key_rings
from daan_desk.ui.pages.settings.page import SettingsPage
from tests import builders
from tests.builders import PASSWORD, at
from tests.journeys.sitting import Sitting, click
from tests.rings import MadeUpRing

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> MadeUpRing:
    made = MadeUpRing()
    monkeypatch.setattr(key_rings, "of_the_system", lambda: made)
    return made


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path / "home"))
    place = builders.workplace(tmp_path)
    place.close()
    return place.office.database.path


class Start:
    """A start of the program, as far as its door."""

    def __init__(self, path: Path) -> None:
        self.program = app.Program(app.application())
        self.program.preferences.keep(RECENT, [str(path)])
        self.door = Door(self.program.preferences, self.program.tasks, at())
        self.entered: list[object] = []
        self.door.opened.connect(self.entered.append)
        self.door.show()
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            self.program.tasks.settle(60)
            QApplication.processEvents()

    def sit_down(self) -> Sitting:
        place = self.entered[0].place  # type: ignore[attr-defined]
        sitting = Sitting(self.program, self.program.open(place), place)
        sitting.shell.show()
        sitting.settle()
        return sitting

    def close(self) -> None:
        self.door.close()
        self.program.close()
        for one in self.entered:
            one.place.close()  # type: ignore[attr-defined]


@pytest.fixture
def start(path: Path) -> Iterator[type[Start]]:
    made: list[Start] = []

    class Kept(Start):
        def __init__(self) -> None:
            super().__init__(path)
            made.append(self)

    yield Kept  # type: ignore[misc]
    for one in made:
        one.close()


def test_that_nothing_is_offered_where_there_is_no_ring(start: type[Start]) -> None:
    one = start()  # type: ignore[call-arg]
    assert one.door.unlock.keeping.isHidden()


def test_that_a_tick_opens_without_a_password_next_time_and_is_taken_back(
    qtbot: QtBot, ring: MadeUpRing, start: type[Start]
) -> None:
    one = start()  # type: ignore[call-arg]
    page = one.door.unlock
    assert (page.keeping.isHidden(), page.keeping.isChecked()) == (False, False)
    page.password.setText(PASSWORD)
    qtbot.mouseClick(page.opening, LEFT)
    one.settle()
    assert ring.held == {}
    one.close()

    one = start()  # type: ignore[call-arg]
    page = one.door.unlock
    page.password.setText(PASSWORD)
    page.keeping.click()
    qtbot.mouseClick(page.opening, LEFT)
    one.settle()
    assert len(ring.held) == 1
    one.close()

    one = start()  # type: ignore[call-arg]
    page = one.door.unlock
    assert (page.keeping.isChecked(), "已记住" in page.password.placeholderText()) == (True, True)
    qtbot.mouseClick(page.opening, LEFT)
    one.settle()
    sitting = one.sit_down()
    settings = sitting.go(SettingsPage)
    settings.groups.setCurrentRow(settings.groups.count() - 1)
    sitting.settle()
    key = settings.machine[1]
    assert "已经记住" in key.state.text()  # type: ignore[union-attr]
    click(key.forgetting)  # type: ignore[union-attr]
    sitting.settle()
    assert ring.held == {}
    assert "没有记住" in key.state.text()  # type: ignore[union-attr]


def test_that_a_stale_key_asks_for_the_password_and_is_renewed_by_it(
    qtbot: QtBot, ring: MadeUpRing, start: type[Start], path: Path
) -> None:
    ring.write(str(path), workspaces_key(path))
    place = workspaces.unlock(path, PASSWORD, at())
    guarding.change_password(place, PASSWORD, "盐都灯会2027")
    place.close()
    one = start()  # type: ignore[call-arg]
    page = one.door.unlock
    qtbot.mouseClick(page.opening, LEFT)
    one.settle()
    assert "请输入密码" in page.problem.text()
    page.password.setText("盐都灯会2027")
    qtbot.mouseClick(page.opening, LEFT)
    one.settle()
    assert len(one.entered) == 1
    assert list(ring.held.values()) == [one.entered[0].place.recovery]  # type: ignore[attr-defined]


def workspaces_key(path: Path) -> str:
    place = workspaces.unlock(path, PASSWORD, at())
    words = place.recovery
    place.close()
    return words


def test_that_the_settings_say_when_no_machine_can_remember_and_lock_by_minutes(start: type[Start], path: Path) -> None:
    one = start()  # type: ignore[call-arg]
    one.door.unlock.password.setText(PASSWORD)
    one.door.unlock.opening.click()
    one.settle()
    sitting = one.sit_down()
    settings = sitting.go(SettingsPage)
    settings.groups.setCurrentRow(settings.groups.count() - 1)
    sitting.settle()
    lock, key, _ = settings.machine
    assert "没有可用的系统钥匙串" in key.state.text()  # type: ignore[union-attr]
    assert key.forgetting.isHidden()  # type: ignore[union-attr]
    lock.minutes.setValue(5)  # type: ignore[union-attr]
    assert one.program.locking is not None
    assert one.program.locking.minutes == 5
