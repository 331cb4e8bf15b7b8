"""Editors take what people type, and say how it is read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.editors import EDITORS
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.editors_number import NumberEditor
from daan_desk.ui.kit.editors_words import LineEditor, ParagraphsEditor
from tests.ui.kit.made_up import THINGS, MadeUpSource
from tests.ui.kit.typing_hands import opened, pressed, typed

Key = Qt.Key


@pytest.mark.parametrize("name", [field.name for field in THINGS.typed])
def test_that_every_editor_gives_back_the_value_it_was_filled_with(
    qtbot: QtBot, around: Around, source: MadeUpSource, name: str
) -> None:
    row = source.row("r000001")
    value = row[name]
    editor = opened(qtbot, name, around)
    editor.fill(value)
    kind = THINGS[name].kind
    assert kind.read(editor.raw()).value == kind.read(value).value


@pytest.mark.parametrize("name", [field.name for field in THINGS.typed])
def test_that_every_editor_says_nothing_when_filled_and_names_its_field_to_a_screen_reader(
    qtbot: QtBot, around: Around, source: MadeUpSource, name: str
) -> None:
    editor = opened(qtbot, name, around)
    with qtbot.assertNotEmitted(editor.changed):
        editor.fill(source.row("r000001")[name])
    proxy = editor.focusProxy()
    assert proxy is not None
    assert proxy.accessibleName() == THINGS[name].label


def test_that_each_kind_names_an_editor_that_is_there() -> None:
    assert {field.kind.editor for field in THINGS.fields} <= set(EDITORS)
    assert set(EDITORS) == {"line", "paragraphs", "choice", "tick", "link", "people", "number", "day", "month"}


def test_that_a_line_tells_each_key_and_enter(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "name", around)
    assert isinstance(editor, LineEditor)
    told: list[object] = []
    editor.changed.connect(lambda: told.append(editor.raw()))
    typed(editor, "ab")
    assert told == ["a", "ab"]
    with qtbot.waitSignal(editor.committed):
        pressed(editor, Key.Key_Return)


def test_that_paragraphs_grow_and_tab_leaves_them(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "notes", around)
    assert isinstance(editor, ParagraphsEditor)
    low = editor.box.height()
    for _ in range(6):
        typed(editor, "x")
        pressed(editor, Key.Key_Return)
    assert editor.box.height() > low
    assert editor.raw() == "x\n" * 6
    pressed(editor, Key.Key_Tab)
    assert "\t" not in str(editor.raw())


def test_that_ctrl_enter_writes_no_line_into_paragraphs(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "notes", around)
    typed(editor, "x")
    proxy = editor.focusProxy()
    assert proxy is not None
    QTest.keyClick(proxy, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.raw() == "x"


def test_that_a_number_in_yi_is_written_out_in_the_unit_beside_it(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "revenue", around)
    assert isinstance(editor, NumberEditor)
    editor.line.setText("1.2亿")
    editor.line.textEdited.emit("1.2亿")
    assert editor.read().value == Decimal(12000)
    pressed(editor, Key.Key_Return)
    assert editor.line.text() == "12,000"
    assert editor.raw() == Decimal(12000)


def test_that_a_number_that_was_only_looked_at_keeps_the_places_its_text_hides(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "revenue", around)
    editor.fill(Decimal("12.345678"))
    pressed(editor, Key.Key_Return)
    assert editor.raw() == Decimal("12.345678")


def test_that_what_is_no_number_stays_as_typed_with_the_sentence_of_the_kind(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "staff", around)
    typed(editor, "abc")
    pressed(editor, Key.Key_Return)
    assert editor.raw() == "abc"
    assert "abc" in editor.problem()


def test_that_what_was_assumed_stays_said_after_tidying(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "revenue", around)
    assert isinstance(editor, NumberEditor)
    editor.line.setText("约500")
    editor.line.textEdited.emit("约500")
    assumed = editor.remark()
    assert assumed
    pressed(editor, Key.Key_Return)
    assert editor.line.text() == "500"
    assert editor.remark() == assumed


def test_that_the_border_shows_the_state_to_the_style_sheet(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "name", around)
    editor.show_state("wrong")
    proxy = editor.focusProxy()
    assert proxy is not None
    assert proxy.property("state") == "wrong"
