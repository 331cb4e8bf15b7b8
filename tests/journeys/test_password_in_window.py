"""An officer changes the password in the window, gets a new recovery sheet, and deletes what the old one opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from daan_desk.domain.failures import Rejected
from daan_desk.services import care, guarding, workspaces
from daan_desk.ui.pages.welcome.password import PasswordBox
from daan_desk.ui.pages.welcome.recovery import RecoveryKey
from tests import builders
from tests.builders import MONDAY, PASSWORD, at
from tests.journeys.sitting import Key, Sitting, button, click, sit_down

NEW = "盐都灯会2027"


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    place = builders.workplace(tmp_path)
    builders.enterprise(place.office)
    care.daily(place.office)
    place.close()
    made = sit_down(tmp_path / "desk.daan", MONDAY)
    yield made
    made.close()


def asked(sitting: Sitting) -> PasswordBox:
    """The box, from the menu at the officer's own name."""
    lines = {line.text(): line for line in sitting.shell.bar.officer.menu().actions()}
    lines["修改密码…"].trigger()
    sitting.settle()
    box = QApplication.activeModalWidget()
    assert isinstance(box, PasswordBox)
    return box


def typed(box: PasswordBox, old: str, new: str, again: str) -> None:
    for line, text in ((box.old, old), (box.new, new), (box.again, again)):
        line.setFocus()
        line.setText(text)
    QTest.keyClick(box.again, Key.Key_Return)  # Enter in the last field is enough


def test_that_a_new_password_gives_a_new_sheet_and_the_old_copies_can_be_thrown_away(sitting: Sitting) -> None:
    old_words, path = sitting.place.recovery, sitting.office.database.path
    typed(asked(sitting), PASSWORD, NEW, NEW)
    sitting.settle()
    shown = QApplication.activeModalWidget()
    assert shown is not None
    (key,) = shown.findChildren(RecoveryKey)
    assert key.words == sitting.place.recovery != old_words
    assert len(guarding.older_copies(sitting.office)) == 1
    click(button(shown, "删除旧密码的备份"))
    sitting.settle()
    assert guarding.older_copies(sitting.office) == ()
    assert len(care.copies(sitting.office)) == 1  # the one of the new password
    shown.close()
    builders.enterprise(sitting.office, "自贡后来有限公司")
    sitting.close()
    with pytest.raises(Rejected, match="密码不对"):
        workspaces.unlock(path, PASSWORD, at())
    workspaces.unlock(path, NEW, at()).close()


def test_that_what_is_wrong_is_said_where_it_can_be_mended_and_nothing_is_changed(sitting: Sitting) -> None:
    box = asked(sitting)
    for old, new, again, told, where in (
        ("falsch-falsch", NEW, NEW, "密码不对", box.old),
        (PASSWORD, "kurz", "kurz", "新密码至少要 8 个字符。", box.new),
        (PASSWORD, NEW, NEW + "8", "两次输入的新密码不一样。", box.again),
    ):
        typed(box, old, new, again)
        sitting.settle()
        assert told in box.problem.text() and box.problem.isVisible()
        assert where.hasFocus()
    box.reject()
    assert guarding.right(sitting.office, PASSWORD)
