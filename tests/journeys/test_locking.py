"""An officer leaves the seat: the window locks, shows nothing, and gives everything back for the right password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QSpinBox, QWidget

from daan_desk.services import guarding
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Surroundings
from daan_desk.ui.kit.dialogs import Box, text_box
from daan_desk.ui.kit.lock_minutes import MINUTES
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from daan_desk.ui.pages.welcome.locked import Locked
from daan_desk.ui.pages.welcome.locking import Locking
from tests import builders
from tests.builders import MONDAY, PASSWORD
from tests.journeys.sitting import Key, Mod, Sitting, in_front, sit_down

NAME = "自贡天工机械有限公司"


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    place = builders.workplace(tmp_path)
    builders.enterprise(place.office, NAME)
    place.close()
    made = sit_down(tmp_path / "desk.daan", MONDAY)
    yield made
    made.close()


def locking(sitting: Sitting) -> Locking:
    found = sitting.program.locking
    assert found is not None
    return found


def cover(window: QWidget) -> Locked:
    (found,) = (one for one in window.findChildren(Locked) if one.isVisible() and one.window() is window)
    return found


def tried(sitting: Sitting, page: Locked, password: str) -> None:
    page.password.setFocus()
    page.password.setText(password)  # Chinese has no keys
    QTest.keyClick(page.password, Key.Key_Return)
    sitting.settle()


def test_that_control_l_covers_the_window_and_the_password_gives_it_back(sitting: Sitting) -> None:
    sitting.go(EnterprisesPage)
    shell, title = sitting.shell, sitting.shell.windowTitle()
    sitting.press(Key.Key_L, Mod.ControlModifier)
    page = cover(shell)
    assert page.geometry() == shell.rect()
    assert page.grab().toImage().pixelColor(0, 0).alpha() == 255
    assert shell.windowTitle() == "大安企服台" != title
    assert page.password.hasFocus()
    tried(sitting, page, "falsch-falsch")
    assert page.problem.text() == "密码不对，请再试一次。"
    assert locking(sitting).locked
    tried(sitting, page, PASSWORD)
    assert not locking(sitting).locked
    assert shell.windowTitle() == title
    assert not any(one.isVisible() for one in shell.findChildren(Locked))


def test_that_no_key_reaches_what_lies_below(sitting: Sitting) -> None:
    shell, here = sitting.shell, sitting.shell.page
    locking(sitting).lock()
    page = cover(shell)
    for key in (Key.Key_2, Key.Key_K, Key.Key_N, Key.Key_Z):
        QTest.keyClick(page.password, key, Mod.ControlModifier)
        QTest.keyClick(shell, key, Mod.ControlModifier)
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or page, Key.Key_Tab)
        assert QApplication.focusWidget() in (page.password, page.opening)
    sitting.settle()
    assert shell.page is here
    assert not shell.palette_box.isVisible()
    shell.resize(1200, 700)
    assert page.geometry() == shell.rect()


def test_that_an_open_dialog_is_covered_and_still_holds_what_was_typed(sitting: Sitting) -> None:
    box, line = text_box(sitting.shell, NAME)
    ended: list[int] = []
    box.finished.connect(ended.append)
    box.open()
    in_front(box)
    QTest.keyClicks(line, "halb ge")
    size = box.size()
    QTest.keyClick(line, Key.Key_L, Mod.ControlModifier)
    page = cover(box)
    assert page.geometry() == box.rect() and cover(sitting.shell)
    assert NAME not in box.windowTitle()
    QTest.keyClick(page.password, Key.Key_Escape)
    QTest.keyClick(page.password, Key.Key_Return)
    assert box.isVisible() and not ended
    tried(sitting, page, PASSWORD)
    assert (box.windowTitle(), box.size(), line.text()) == (NAME, size, "halb ge")
    assert box.focusWidget() is line and not ended
    box.reject()


def test_that_a_dialog_that_work_in_the_background_opens_is_covered_too(sitting: Sitting) -> None:
    locking(sitting).lock()
    box = Box(sitting.shell, NAME)
    box.offer("确定")
    sitting.shell.desk.tasks.run(lambda: None, then=lambda _: box.open(), owner=box)
    sitting.settle()
    tried(sitting, cover(box), PASSWORD)
    assert box.isVisible() and box.windowTitle() == NAME
    assert not locking(sitting).locked
    box.reject()


def test_that_wrong_passwords_make_the_next_try_wait(sitting: Sitting) -> None:
    locking(sitting).lock()
    page = cover(sitting.shell)
    for _ in range(3):
        tried(sitting, page, "falsch-falsch")
    assert page.opening.text() == "请等 2 秒再试" and not page.opening.isEnabled()
    tried(sitting, page, PASSWORD)
    assert locking(sitting).locked
    page.tick()
    page.tick()
    assert page.opening.isEnabled() and page.opening.text() == "解锁"
    assert guarding.waiting(sitting.office) == 2  # the clock of this office stands still


def test_that_the_minutes_are_set_in_the_menu_of_the_officer(sitting: Sitting) -> None:
    lines = {line.text().split("\t")[0]: line for line in sitting.shell.bar.officer.menu().actions()}
    assert lines["锁定"].text() == "锁定\tCtrl+L"
    assert locking(sitting).minutes == 15
    lines["自动锁定…"].trigger()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QDialog)
    (spin,) = box.findChildren(QSpinBox)
    in_front(box)
    line = spin.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "0")
    QTest.keyClick(line, Key.Key_Return)
    assert sitting.program.preferences.value(MINUTES, 15) == locking(sitting).minutes == 0


def test_that_a_workspace_on_a_server_that_asked_for_no_password_offers_no_lock(sitting: Sitting) -> None:
    class Elsewhere:
        """A workspace that is no file."""

        shared = True
        by_password = False

    class Away:
        """The office of one."""

        database = Elsewhere()

    desk = sitting.shell.desk
    around = Surroundings(cast("Office", Away()), desk.tasks, desk.theme, desk.preferences, lambda act: Changes())
    made = Locking(Desk(around))
    assert made.choices() == ()
    assert not made.idle.running
