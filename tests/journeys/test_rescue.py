"""A workspace that does not open any more: the password page saves what is left, says what is missing, and opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from daan_desk import app
from daan_desk.door import RECENT, Door
from daan_desk.services import care, ledgers
from daan_desk.services.ledgers import Question
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.tasks import Tasks
from tests import builders
from tests.builders import PASSWORD, at

PAGE = 4096


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A workspace whose second page is spoilt: the password is right, but nothing opens it."""
    place = builders.workplace(tmp_path)
    for number in range(30):
        builders.enterprise(place.office, f"自贡{number}号有限公司")
    path = place.office.database.path
    place.close()
    raw = bytearray(path.read_bytes())
    raw[300] ^= 0xFF
    raw[-PAGE + 300] ^= 0xFF
    path.write_bytes(raw)
    return path


@pytest.fixture
def door(
    tmp_path: Path, damaged: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Iterator[tuple[Door, Tasks]]:
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path / "machine"))
    program = app.Program(app.application())
    program.preferences.keep(RECENT, [str(damaged)])
    made = Door(program.preferences, program.tasks, at())
    made.show()
    yield made, program.tasks
    made.close()
    made.deleteLater()
    program.close()


def settle(tasks: Tasks) -> None:
    tasks.settle(60)
    QApplication.processEvents()


def test_that_a_damaged_file_is_saved_beside_itself_and_opened(
    qtbot: QtBot, door: tuple[Door, Tasks], damaged: Path
) -> None:
    page, tasks = door
    before = damaged.read_bytes()
    assert page.unlock.rescuing.isHidden()
    page.unlock.password.setText(PASSWORD)
    qtbot.mouseClick(page.unlock.opening, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert "已损坏" in page.unlock.problem.text()
    qtbot.keyClick(page.unlock.rescuing, Qt.Key.Key_Space)
    settle(tasks)
    (box,) = page.findChildren(Box)
    words = "".join(part.text() for part in box.findChildren(QLabel))
    assert f"{damaged.stem}-已抢救" in words
    (told,) = box.findChildren(QPlainTextEdit)
    assert "读不出的" in told.toPlainText()
    assert "救出企业名录 30 条" in told.toPlainText()
    with qtbot.waitSignal(page.opened, timeout=60_000) as opened:
        qtbot.mouseClick(box.doing, Qt.MouseButton.LeftButton)
    place = opened.args[0].place
    assert ledgers.totals(place.office, Question("enterprises")).count > 0
    place.close()
    assert damaged.read_bytes() == before


def test_that_rescuing_needs_the_password_and_another_file_takes_the_offer_back(
    qtbot: QtBot, door: tuple[Door, Tasks]
) -> None:
    page, _ = door
    page.unlock.refuse_damaged("工作区文件已损坏。")
    with qtbot.assertNotEmitted(page.unlock.rescue_wanted):
        qtbot.mouseClick(page.unlock.rescuing, Qt.MouseButton.LeftButton)
    assert "请输入密码" in page.unlock.problem.text()
    qtbot.keyClicks(page.unlock.file.line, "2")
    assert page.unlock.rescuing.isHidden()


def test_that_a_spoilt_beginning_is_told_from_a_wrong_password_by_the_copies(
    qtbot: QtBot, door: tuple[Door, Tasks], damaged: Path
) -> None:
    page, tasks = door
    place = builders.workplace(damaged.parent, name="andere.daan")
    copied = care.automatic(place.office, "每日")
    assert copied is not None
    path = place.office.database.path
    place.close()
    with path.open("r+b") as file:
        file.write(bytes(16))
    page.unlock.file.show_path(path)
    for password, told, offered in (("falsch-falsch", "密码不对", False), (PASSWORD, "开头坏了", True)):
        page.unlock.password.setText(password)
        qtbot.mouseClick(page.unlock.opening, Qt.MouseButton.LeftButton)
        settle(tasks)
        assert told in page.unlock.problem.text()
        assert page.unlock.rescuing.isHidden() is not offered


def test_that_a_file_that_was_cut_off_is_offered_to_be_saved(
    qtbot: QtBot, door: tuple[Door, Tasks], damaged: Path
) -> None:
    page, tasks = door
    damaged.write_bytes(damaged.read_bytes()[:-1000])
    page.unlock.password.setText(PASSWORD)
    qtbot.mouseClick(page.unlock.opening, Qt.MouseButton.LeftButton)
    settle(tasks)
    assert "不完整" in page.unlock.problem.text()
    assert not page.unlock.rescuing.isHidden()
