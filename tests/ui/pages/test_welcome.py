"""The door: little is asked, every refusal is a sentence, and guessing gets slow."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from daan_desk.domain.guarding import LONGEST_WAIT, wait_after
from daan_desk.ui.kit.theme import Theme
from daan_desk.ui.pages.welcome.entrance import ENDING, PathField
from daan_desk.ui.pages.welcome.first_run import FirstRun, NewWorkspace
from daan_desk.ui.pages.welcome.openings import Opening
from daan_desk.ui.pages.welcome.recovery import RecoveryPage
from daan_desk.ui.pages.welcome.unlock import Unlock

PASSWORD = "correct horse"
RECENT = (Path("/tmp/甲.daan"), Path("/tmp/乙.daan"))


@pytest.fixture
def first(qtbot: QtBot, theme: Theme, tmp_path: Path) -> FirstRun:
    made = FirstRun(tmp_path, ("县级领导", "专班"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def unlock(qtbot: QtBot, theme: Theme) -> Unlock:
    made = Unlock(RECENT)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def fill(page: FirstRun, name: str = "李慧敏", password: str = PASSWORD, again: str = PASSWORD) -> None:
    page.name.setText(name)
    page.role.setCurrentText("专班")
    page.password.setText(password)
    page.again.setText(again)


def test_that_a_filled_form_asks_for_a_workspace(qtbot: QtBot, first: FirstRun, tmp_path: Path) -> None:
    fill(first, name=" 李慧敏 ")
    first.sample.setChecked(True)
    with qtbot.waitSignal(first.asked) as asked:
        qtbot.keyClick(first.again, Qt.Key.Key_Return)
    assert asked.args == [NewWorkspace(tmp_path / f"大安企服{ENDING}", PASSWORD, "李慧敏", "专班", sample=True)]


@pytest.mark.parametrize(
    ("wrong", "sentence", "field"),
    [
        ({"name": " "}, "姓名", "name"),
        ({"password": "short", "again": "short"}, "至少", "password"),
        ({"again": "correct house"}, "不一样", "again"),
    ],
)
def test_that_what_is_wrong_is_said_where_it_can_be_mended(
    qtbot: QtBot, first: FirstRun, wrong: dict[str, str], sentence: str, field: str
) -> None:
    fill(first, **wrong)
    first.activateWindow()
    with qtbot.assertNotEmitted(first.asked):
        qtbot.mouseClick(first.making, Qt.MouseButton.LeftButton)
    assert sentence in first.problem.text()
    assert first.focusWidget() is getattr(first, field)


def test_that_enter_leads_through_the_empty_fields_and_then_asks(qtbot: QtBot, first: FirstRun) -> None:
    first.activateWindow()
    first.name.setFocus()
    first.name.setText("李慧敏")
    qtbot.keyClick(first.name, Qt.Key.Key_Return)
    assert first.focusWidget() is first.password
    qtbot.keyClicks(first.password, PASSWORD)
    qtbot.keyClick(first.password, Qt.Key.Key_Return)
    assert first.focusWidget() is first.again
    qtbot.keyClicks(first.again, PASSWORD)
    first.sample.setFocus()
    with qtbot.waitSignal(first.asked) as asked:
        qtbot.keyClick(first.sample, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].role == "专班"


def test_that_enter_on_the_kept_tick_enters_the_workspace(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    page = RecoveryPage()
    qtbot.addWidget(page)
    page.show_key(tmp_path / "甲.daan", "ABCD-EFGH")
    page.show()
    page.activateWindow()
    page.kept.setFocus()
    with qtbot.assertNotEmitted(page.done):
        qtbot.keyClick(page.kept, Qt.Key.Key_Return)
    page.kept.setChecked(True)
    with qtbot.waitSignal(page.done):
        qtbot.keyClick(page.kept, Qt.Key.Key_Return)


def test_that_a_place_is_needed(qtbot: QtBot, first: FirstRun) -> None:
    fill(first)
    first.file.line.clear()
    with qtbot.assertNotEmitted(first.asked):
        first.making.click()
    assert "放在哪里" in first.problem.text()


def test_that_secrets_are_not_told_by_the_values() -> None:
    told = repr(NewWorkspace(Path("a"), PASSWORD, "李", "专班", False)) + repr(Opening(Path("a"), PASSWORD, PASSWORD))
    assert PASSWORD not in told


def test_that_a_secret_is_hidden_until_its_eye_is_pressed(first: FirstRun) -> None:
    assert first.password.echoMode() == QLineEdit.EchoMode.Password
    first.password.actions()[0].trigger()
    assert first.password.echoMode() == QLineEdit.EchoMode.Normal


def test_that_a_password_opens_the_last_workspace(qtbot: QtBot, unlock: Unlock) -> None:
    unlock.password.setText(PASSWORD)
    with qtbot.waitSignal(unlock.asked) as asked:
        qtbot.keyClick(unlock.password, Qt.Key.Key_Return)
    assert asked.args == [Opening(RECENT[0], PASSWORD)]


def test_that_another_recent_workspace_is_chosen_from_the_list(qtbot: QtBot, unlock: Unlock) -> None:
    unlock.recent.chosen.emit(RECENT[1])
    unlock.password.setText(PASSWORD)
    with qtbot.waitSignal(unlock.asked) as asked:
        unlock.opening.click()
    assert asked.args == [Opening(RECENT[1], PASSWORD)]


def test_that_a_recovery_key_takes_the_place_of_the_password(qtbot: QtBot, unlock: Unlock) -> None:
    unlock.forgotten.click()
    assert unlock.password.isHidden()
    unlock.recovery.setText("abcd-efgh")
    with qtbot.waitSignal(unlock.asked) as asked:
        qtbot.keyClick(unlock.recovery, Qt.Key.Key_Return)
    assert asked.args == [Opening(RECENT[0], recovery="abcd-efgh")]


def test_that_nothing_typed_opens_nothing(qtbot: QtBot, unlock: Unlock) -> None:
    with qtbot.assertNotEmitted(unlock.asked):
        unlock.opening.click()
    assert unlock.problem.text() == "请输入密码。"


def test_that_waiting_grows_with_every_wrong_password_up_to_a_minute() -> None:
    waits = [wait_after(failures) for failures in range(1, 12)]
    assert waits[:5] == [0, 0, 2, 4, 8]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


def test_that_nothing_can_be_tried_while_waiting(qtbot: QtBot, unlock: Unlock) -> None:
    for _ in range(3):
        unlock.refuse_password("密码不对，请再试一次。")
    unlock.password.setText(PASSWORD)
    assert unlock.opening.text() == "请等 2 秒再试"
    with qtbot.assertNotEmitted(unlock.asked):
        qtbot.keyClick(unlock.password, Qt.Key.Key_Return)
        unlock.opening.click()
    unlock.tick()
    unlock.tick()
    assert unlock.opening.text() == "打开"
    with qtbot.waitSignal(unlock.asked):
        unlock.opening.click()


def test_that_a_first_slip_costs_no_waiting(unlock: Unlock) -> None:
    unlock.refuse_password("密码不对，请再试一次。")
    assert unlock.opening.isEnabled()
    assert unlock.problem.text() == "密码不对，请再试一次。"


def test_that_one_recent_workspace_needs_no_list(qtbot: QtBot, theme: Theme) -> None:
    page = Unlock(RECENT[:1])
    qtbot.addWidget(page)
    assert page.recent.isHidden()
    assert page.file.path == RECENT[0]


def test_that_without_any_recent_workspace_one_must_be_chosen(qtbot: QtBot, theme: Theme) -> None:
    page = Unlock(())
    qtbot.addWidget(page)
    page.password.setText(PASSWORD)
    page.opening.click()
    assert "请选择" in page.problem.text()


def test_that_every_field_has_a_name_for_those_who_listen(first: FirstRun, unlock: Unlock) -> None:
    fields = [*first.findChildren(QLineEdit), *unlock.findChildren(QLineEdit)]
    assert all(field.accessibleName() for field in fields)


def test_that_a_path_field_is_read_aloud_by_its_line(qtbot: QtBot, theme: Theme) -> None:
    field = PathField(Path("/tmp/甲.daan"))
    qtbot.addWidget(field)
    field.setAccessibleName("存放位置")
    assert field.line.accessibleName() == "存放位置"
