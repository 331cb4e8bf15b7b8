"""Links and names are found while they are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from daan_desk.domain.kinds import Linked
from daan_desk.ui.kit.editors_base import Around, Made
from daan_desk.ui.kit.link_editor import LinkEditor, PeopleEditor
from tests.ui.kit.made_up import MadeUpSource
from tests.ui.kit.typing_hands import opened, pressed, typed

Key = Qt.Key


def test_that_a_link_is_found_by_initials_and_enter_takes_the_first(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "town", around)
    assert isinstance(editor, LinkEditor)
    typed(editor, "lgsjd")
    qtbot.waitUntil(lambda: editor.list.is_open())
    pressed(editor, Key.Key_Return)
    assert editor.raw() == Linked("t1", "凉高山街道")
    assert editor.line.text() == "凉高山街道"


def test_that_typing_over_a_link_lets_it_go(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "town", around)
    editor.fill(Linked("t1", "凉高山街道"))
    pressed(editor, Key.Key_End)
    typed(editor, "x")
    assert editor.raw() == "凉高山街道x"


def test_that_an_empty_link_lists_the_first_records_on_down(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "town", around)
    assert isinstance(editor, LinkEditor)
    pressed(editor, Key.Key_Down)
    qtbot.waitUntil(lambda: editor.list.is_open())
    assert len(editor.list.offers()) == 5


def test_that_a_record_that_is_not_there_can_be_made_on_the_way(
    qtbot: QtBot, source: MadeUpSource, around: Around
) -> None:
    asked: list[tuple[str, str]] = []

    def create(ledger: str, text: str, made: Made) -> None:
        asked.append((ledger, text))
        made(Linked("t9", text))

    editor = opened(qtbot, "town", Around(source, around.tasks, create))
    assert isinstance(editor, LinkEditor)
    typed(editor, "Newtown")
    qtbot.waitUntil(lambda: editor.list.is_open())
    assert [offer.text for offer in editor.list.offers()] == ["新建“Newtown”…"]
    pressed(editor, Key.Key_Return)
    assert asked == [("places", "Newtown")]
    assert editor.raw() == Linked("t9", "Newtown")


def test_that_enter_after_initials_that_fit_nothing_makes_nothing_new(
    qtbot: QtBot, source: MadeUpSource, around: Around
) -> None:
    asked: list[str] = []
    editor = opened(qtbot, "town", Around(source, around.tasks, lambda ledger, text, made: asked.append(text)))
    assert isinstance(editor, LinkEditor)
    typed(editor, "xqzw")
    qtbot.waitUntil(lambda: editor.list.is_open())
    pressed(editor, Key.Key_Return)
    assert asked == []
    typed(editor, "y")
    qtbot.waitUntil(lambda: editor.list.is_open())
    pressed(editor, Key.Key_Down)
    pressed(editor, Key.Key_Return)
    assert asked == ["xqzwy"]


def test_that_only_the_name_being_typed_is_completed(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "people", around)
    assert isinstance(editor, PeopleEditor)
    editor.fill("陈志远、李")
    editor.line.textEdited.emit("陈志远、李")
    qtbot.waitUntil(lambda: editor.list.is_open())
    assert [offer.text for offer in editor.list.offers()] == ["李慧敏", "李明"]
    pressed(editor, Key.Key_Return)
    assert editor.raw() == "陈志远、李慧敏"
