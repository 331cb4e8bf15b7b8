"""Leaving a form, or being killed in it, loses no word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.domain.failures import Offline, Trouble
from daan_desk.domain.kinds import Linked
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.link_editor import LinkEditor
from daan_desk.ui.kit.tasks import Tasks
from tests.ui.kit.conftest import Shelf
from tests.ui.kit.form_hands import pressed, saved, typed
from tests.ui.kit.made_up import MadeUpSource

Key, Mod = Qt.Key, Qt.KeyboardModifier
Dialogs = Callable[..., FormDialog]


def test_that_esc_closes_what_is_unchanged_and_asks_about_the_rest(dialog_of: Dialogs, source: MadeUpSource) -> None:
    dialog = dialog_of()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert not dialog.isVisible()
    dialog = dialog_of()
    typed(dialog, "name", "New")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert dialog.isVisible()
    pressed(dialog._asked, "继续填写")
    assert dialog.form.altered() == {"name": "New"}
    QTest.keyClick(dialog, Key.Key_Escape)
    pressed(dialog._asked, "不保存")
    assert not dialog.isVisible()
    assert source.acts == []


def test_that_closing_can_save(dialog_of: Dialogs, source: MadeUpSource) -> None:
    dialog = dialog_of()
    typed(dialog, "name", "New")
    dialog.close()
    pressed(dialog._asked, "保存")
    dialog.around.tasks.settle()
    assert source.acts == [("add", {"name": "New"})]
    assert not dialog.isVisible()


def test_that_a_killed_program_finds_the_words_again(
    dialog_of: Dialogs, shelf: Shelf, qtbot: QtBot, source: MadeUpSource
) -> None:
    first = dialog_of()
    first.form.put({"town": Linked("t1", "凉高山街道")})
    typed(first, "name", "Half a na")
    qtbot.waitUntil(lambda: bool(shelf.kept))
    assert shelf.kept == {"things/new": {"name": "Half a na", "town": ["t1", "凉高山街道"]}}
    second = dialog_of()
    assert second.form.altered() == {"name": "Half a na", "town": Linked("t1", "凉高山街道")}
    assert second.note.isVisible()
    saved(second)
    second.around.tasks.settle()
    assert shelf.kept == {}
    assert source.acts == [("add", {"name": "Half a na", "town": Linked("t1", "凉高山街道")})]


def test_that_found_words_can_be_thrown_away(dialog_of: Dialogs, shelf: Shelf) -> None:
    shelf.kept["things/r000001"] = {"notes": "half"}
    dialog = dialog_of("r000001")
    assert dialog.form.altered() == {"notes": "half"}
    QTest.mouseClick(dialog.forget_button, Qt.MouseButton.LeftButton)
    dialog.around.tasks.settle()
    assert dialog.form.altered() == {}
    assert not dialog.note.isVisible()
    assert shelf.kept == {}


def test_that_a_linked_record_can_be_made_on_the_way(dialog_of: Dialogs, source: MadeUpSource, qtbot: QtBot) -> None:
    dialog = dialog_of()
    typed(dialog, "town", "Newtown")
    link = dialog.form.cells["town"].editor
    assert isinstance(link, LinkEditor)
    qtbot.waitUntil(link.list.is_open)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    inner = dialog.findChild(FormDialog)
    assert inner is not None
    assert inner.form.raws() == {"name": "Newtown"}
    inner.save()
    dialog.around.tasks.settle()
    assert source.places is not None
    assert source.places.acts == [("add", {"name": "Newtown"})]
    assert link.raw() == Linked("n0", "Newtown")


def test_that_a_draft_waits_for_a_line_that_is_cut_and_is_kept_when_it_is_back(
    dialog_of: Callable[..., FormDialog], shelf: Shelf, tasks: Tasks, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[object] = []
    tasks.failed.connect(told.append)

    def cut(key: str, values: object) -> None:
        raise Offline("与服务器的连接断了。")

    dialog = dialog_of()
    with monkeypatch.context() as patched:
        patched.setattr(shelf, "save", cut)
        patched.setattr("daan_desk.ui.kit.form_drafts.AGAIN", 20)
        typed(dialog, "name", "New works")
        dialog._drafts.keep()
        tasks.settle()
        dialog._drafts.keep()
        tasks.settle()
    assert told == []
    assert shelf.kept == {}
    qtbot.waitUntil(lambda: shelf.kept.get("things/new") == {"name": "New works"})
    dialog.drop()
    dialog.reject()


def test_that_a_draft_that_cannot_be_kept_for_another_reason_is_told_once(
    dialog_of: Callable[..., FormDialog], shelf: Shelf, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    tasks.failed.connect(told.append)
    full = Trouble("磁盘已满。", "请腾出一些空间。")

    def fail(key: str, values: object) -> None:
        raise full

    dialog = dialog_of()
    monkeypatch.setattr(shelf, "save", fail)
    typed(dialog, "name", "New works")
    for _ in range(3):
        dialog._drafts.keep()
        tasks.settle()
    assert told == [full]
    dialog.drop()
    dialog.reject()
