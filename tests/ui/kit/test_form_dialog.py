"""The form at work: nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.domain.failures import Trouble
from daan_desk.ui.kit.form_dialog import FormDialog
from tests.ui.kit.form_hands import saved, typed
from tests.ui.kit.made_up import MadeUpSource

Key, Mod = Qt.Key, Qt.KeyboardModifier
Dialogs = Callable[..., FormDialog]


def test_that_a_new_record_is_saved_by_the_keyboard_alone(dialog_of: Dialogs, source: MadeUpSource) -> None:
    dialog = dialog_of()
    typed(dialog, "name", "New works")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert dialog.form.cells["code"].isAncestorOf(QApplication.focusWidget())
    saved(dialog)
    assert source.acts == [("add", {"name": "New works"})]
    assert not dialog.isVisible()


def test_that_ctrl_enter_saves_from_inside_paragraphs(dialog_of: Dialogs, source: MadeUpSource) -> None:
    dialog = dialog_of()
    typed(dialog, "name", "New works")
    typed(dialog, "notes", "two")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "lines")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return, Mod.ControlModifier)
    dialog.around.tasks.settle()
    assert source.acts == [("add", {"name": "New works", "notes": "two\nlines"})]


def test_that_a_refusal_stands_beside_its_field_and_every_word_stays(dialog_of: Dialogs, source: MadeUpSource) -> None:
    source.refusal = {"code": "信用代码只有 17 位"}
    dialog = dialog_of()
    typed(dialog, "name", "New works")
    typed(dialog, "code", "915")
    saved(dialog)
    assert dialog.isVisible()
    assert dialog.form.problems() == {"code": "信用代码只有 17 位"}
    assert dialog.form.cells["code"].isAncestorOf(QApplication.focusWidget())
    assert dialog.form.altered() == {"name": "New works", "code": "915"}
    source.refusal = {}
    saved(dialog)
    assert source.acts == [("add", {"name": "New works", "code": "915"})]


def test_that_trouble_is_told_and_every_word_stays(
    dialog_of: Dialogs, source: MadeUpSource, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = Trouble("磁盘满了。", "请腾出空间后再保存。")

    def fail(values: object) -> None:
        raise trouble

    monkeypatch.setattr(source, "add", fail)
    dialog = dialog_of()
    typed(dialog, "name", "New works")
    saved(dialog)
    assert told == [trouble]
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    assert dialog.form.altered() == {"name": "New works"}


def test_that_what_the_office_says_appears_while_typing(dialog_of: Dialogs, source: MadeUpSource, qtbot: QtBot) -> None:
    source.warnings = {"name": "可能与已有企业重复"}
    opened: list[str] = []
    dialog = dialog_of(open_record=opened.append)
    typed(dialog, "name", "00004")
    qtbot.waitUntil(lambda: dialog.form.cells["name"].warning == "可能与已有企业重复")
    assert not dialog.form.cells["name"].link.isVisible()  # nobody has that very name
    dialog.form.cells["name"].editor.fill(source.row("r000004")["name"])
    dialog.check()
    dialog.around.tasks.settle()
    QTest.mouseClick(dialog.form.cells["name"].link, Qt.MouseButton.LeftButton)
    assert opened == ["r000004"]


def test_that_only_what_was_changed_is_sent(dialog_of: Dialogs, source: MadeUpSource) -> None:
    dialog = dialog_of("r000001")
    assert str(source.row("r000001")["name"]) in dialog.windowTitle()
    assert not dialog.more_button.isVisible()
    typed(dialog, "people", "A")
    saved(dialog)
    assert source.acts == [("change", ("r000001", {"people": "A"}))]


def test_that_saving_without_a_change_just_closes(dialog_of: Dialogs, source: MadeUpSource) -> None:
    dialog = dialog_of("r000001")
    saved(dialog)
    assert not dialog.isVisible()
    assert source.acts == []


def test_that_a_record_that_is_gone_is_told_and_the_form_closes(dialog_of: Dialogs, told: list[object]) -> None:
    dialog = dialog_of("r999999")
    assert not dialog.isVisible()
    assert [str(failure) for failure in told] == ["这条企业已不存在，可能刚被删除。"]


def test_that_save_and_go_on_empties_the_form(dialog_of: Dialogs, source: MadeUpSource) -> None:
    dialog = dialog_of()
    dialog.start_with({"state": "正常"})
    typed(dialog, "name", "First")
    QTest.mouseClick(dialog.more_button, Qt.MouseButton.LeftButton)
    dialog.around.tasks.settle()
    assert dialog.isVisible()
    assert dialog.form.altered() == {}
    assert dialog.form.raws()["state"] == "正常"
    QTest.keyClicks(QApplication.focusWidget(), "Second")
    saved(dialog)
    assert [values for _, values in source.acts] == [
        {"name": "First", "state": "正常"},
        {"name": "Second", "state": "正常"},
    ]
