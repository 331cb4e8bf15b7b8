"""Forms with parts that are no fields, and editors that keep up with fast fingers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Where
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.editors_choice import ChoiceEditor
from daan_desk.ui.kit.form import Form
from daan_desk.ui.kit.form_judging import Judgement
from daan_desk.ui.kit.form_part import FormPart
from daan_desk.ui.kit.ledger_asking import Asking, SavedView
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.ledger_tabs import LedgerTabs
from daan_desk.ui.kit.link_editor import LinkEditor
from tests.ui.kit.made_up import THINGS, MadeUpSource
from tests.ui.kit.typing_hands import opened, pressed, typed

Key = Qt.Key


class Words(FormPart):
    """A line that is no field."""

    name: ClassVar[str] = "words"

    def __init__(self) -> None:
        super().__init__()
        self.line, self.told = QLineEdit(self), dict[str, str]()
        self.line.textEdited.connect(self.changed)
        QVBoxLayout(self).addWidget(self.line)

    def raw(self) -> object:
        return {"text": self.line.text()} if self.line.text() else None

    def fill(self, value: object) -> None:
        self.line.setText(value["text"] if isinstance(value, dict) else "")

    def show_findings(self, problems: Mapping[str, str], warnings: Mapping[str, str], *, every: bool) -> None:
        self.told = {name: words for name, words in problems.items() if every and name.startswith("words.")}

    def problems(self) -> Mapping[str, str]:
        return self.told

    def focus_problem(self) -> None:
        self.line.setFocus()


@pytest.fixture
def part() -> Words:
    return Words()


@pytest.fixture
def form(qtbot: QtBot, around: Around, part: Words) -> Form:
    made = Form([THINGS["name"], THINGS["code"]], around)
    made.add_part(part)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_that_a_part_is_filled_read_and_compared_like_a_field(form: Form, part: Words) -> None:
    form.fill({"name": "Works", "words": {"text": "before"}})
    assert form.altered() == {}
    form.put({"words": {"text": "after"}})
    assert form.altered() == {"words": {"text": "after"}}
    form.fill({})
    assert (part.raw(), form.altered()) == (None, {})


def test_that_typing_into_a_part_counts_as_a_change(form: Form, part: Words, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.changed):
        qtbot.keyClicks(part.line, "x")


def test_that_problems_of_a_part_stand_there_and_not_over_the_form(form: Form, part: Words) -> None:
    form.show_findings(Judgement({"words.0.text": "不能为空", "elsewhere": "别处的"}), every=True)
    assert form.problems() == {"words.0.text": "不能为空"}
    assert form.general.text() == "别处的"
    form.focus_problem()
    assert QApplication.focusWidget() is part.line


def test_that_other_values_to_begin_with_leave_alone_what_was_typed(form: Form) -> None:
    form.fill({"name": "Old", "code": "1"})
    form.cells["name"].editor.fill("Typed")
    form.refill({"name": "New", "code": "2", "unknown": "x"})
    assert form.raws() == {"name": "Typed", "code": "2", "words": None}
    assert form.altered() == {"name": "Typed"}


def test_that_a_choice_is_found_by_pinyin_and_initials(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "state", around)
    assert isinstance(editor, ChoiceEditor)
    editor.words = ("正常", "减产", "停产")
    typed(editor, "tc")
    assert [offer.text for offer in editor.list.offers()] == ["停产"]
    pressed(editor, Key.Key_Return)
    assert editor.raw() == "停产"


def test_that_words_that_come_late_are_offered_to_what_is_already_typed(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "state", around)
    assert isinstance(editor, ChoiceEditor)
    around.tasks.settle()
    editor.words = ()
    typed(editor, "tc")
    assert not editor.list.is_open()
    editor._know(("停产",))
    assert editor.list.is_open()


@pytest.mark.parametrize(("text", "taken"), [("lgsjd", Linked("t1", "凉高山街道")), ("zzzz", "zzzz")])
def test_that_who_goes_on_before_the_answer_gets_the_only_record_that_fits(
    qtbot: QtBot, around: Around, text: str, taken: object
) -> None:
    editor = opened(qtbot, "town", around)
    assert isinstance(editor, LinkEditor)
    typed(editor, text)
    editor.window().findChildren(QLineEdit)[-1].setFocus()
    qtbot.waitUntil(lambda: not editor.unfinished())
    around.tasks.settle()
    assert editor.raw() == taken


def test_that_nothing_is_guessed_between_two_records(qtbot: QtBot, around: Around) -> None:
    editor = opened(qtbot, "town", around)
    assert isinstance(editor, LinkEditor)
    editor.line.setText("街道")
    editor.line.textEdited.emit("街道")
    assert len(around.source.find("街道", ("places",))) > 1
    editor.window().findChildren(QLineEdit)[-1].setFocus()
    qtbot.waitUntil(lambda: not editor.unfinished())
    around.tasks.settle()
    assert editor.raw() == "街道"


def test_that_tabs_without_a_page_open_no_window_of_their_own(qtbot: QtBot) -> None:
    made = LedgerTabs(())
    qtbot.addWidget(made)
    assert made.isHidden()


def test_that_the_focus_goes_on_where_a_list_empties_and_fills(
    page_of: Callable[..., LedgerPage], source: MadeUpSource
) -> None:
    page = page_of(source)
    page.table.setFocus()
    page.control.search_for("no such thing")
    page.desk.tasks.settle()
    assert QApplication.focusWidget() is page.body.empty.doing
    page.control.search_for("")
    page.desk.tasks.settle()
    assert QApplication.focusWidget() is page.table


def test_that_a_view_over_the_rows_of_a_record_is_kept_by_its_name() -> None:
    asking = Asking(
        where=(Where("town", "is", Linked("t1", "凉高山街道")), Where("town", "in", (Linked("t1", "甲"), "乙")))
    )
    assert SavedView("本街道", asking).packed()["asking"] == {
        "text": "",
        "tab": 0,
        "where": [["town", "is", "凉高山街道"], ["town", "in", ["甲", "乙"]]],
        "sort": [],
    }
