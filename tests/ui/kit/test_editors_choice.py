"""Words of a list, and yes, no, not known."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.editors_choice import ChoiceEditor, TickEditor
from tests.ui.kit.typing_hands import opened, pressed

Key = Qt.Key


def test_that_a_choice_is_completed_while_it_is_typed_and_enter_takes_it(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "state", around)
    assert isinstance(editor, ChoiceEditor)
    editor.line.setText("减")
    editor.line.textEdited.emit("减")
    assert [offer.text for offer in editor.list.offers()] == ["减产"]
    pressed(editor, Key.Key_Return)
    assert editor.raw() == "减产"


def test_that_leaving_a_choice_completes_only_what_is_plain(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "state", around)
    assert isinstance(editor, ChoiceEditor)
    editor.line.setText("注")
    editor.line.editingFinished.emit()
    assert editor.raw() == "注销"
    editor.fill("不在单上")
    assert "不在单上" in editor.problem()


def test_that_down_opens_the_whole_list_of_a_choice(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "state", around)
    assert isinstance(editor, ChoiceEditor)
    editor.fill("正常")
    pressed(editor, Key.Key_Down)
    assert [offer.text for offer in editor.list.offers()] == ["正常", "减产", "停产", "注销"]
    assert editor.list.is_open()


def test_that_a_word_that_is_not_on_the_offices_list_is_kept_and_remarked_upon(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "tag", around)
    editor.fill("物流")
    assert editor.raw() == "物流"
    assert not editor.problem()
    assert editor.remark()


def test_that_yes_no_and_not_known_are_one_key_each(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "above", around)
    assert isinstance(editor, TickEditor)
    assert editor.raw() is None
    pressed(editor, Key.Key_1)
    assert editor.raw() is True
    pressed(editor, Key.Key_0)
    assert editor.raw() is False
    pressed(editor, Key.Key_Delete)
    assert editor.raw() is None
    pressed(editor, Key.Key_Space, Key.Key_Right)
    assert editor.raw() is False
