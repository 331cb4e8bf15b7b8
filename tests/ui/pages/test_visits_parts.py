"""Parts of the visit's form: lines of issues, the review of what was left open, files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.services.office import Office
from daan_desk.ui.pages.visits.form import VisitForm
from daan_desk.ui.pages.visits.page import VisitsPage
from tests import builders
from tests.ui.pages.visits_hands import Opened, form_of, left, named, page_of, pressed, put, typed

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def one(office: Office) -> str:
    made = builders.enterprise(office)
    builders.visit(office, made, day="2026-11-10", next_step="联系供电公司")
    builders.issue(office, made)
    return made


@pytest.fixture
def page(opened: Opened, one: str) -> VisitsPage:
    return page_of(opened)


@pytest.fixture
def form(page: VisitsPage, one: str, qtbot: QtBot) -> VisitForm:
    made = form_of(page, qtbot)
    named(made, one)
    return made


# -- lines ------------------------------------------------------------------------------------------------------------


def test_that_enter_goes_on_from_cell_to_cell_and_to_a_new_line(form: VisitForm) -> None:
    form.issues.setFocus()
    typed("road")
    pressed(Key.Key_Return)
    typed("zz")
    pressed(Key.Key_Return)
    assert form.issues.lines[0].editors["grade"].isAncestorOf(QApplication.focusWidget())
    pressed(Key.Key_Return)
    assert len(form.issues.lines) == 2
    assert form.issues.lines[1].editors["title"].isAncestorOf(QApplication.focusWidget())
    assert form.issues.raw() == {"lines": [{"title": "road", "category": "zz", "grade": "一般"}]}
    left(form)


def test_that_tab_goes_through_the_lines_in_order(form: VisitForm) -> None:
    put(form.issues.lines[0], title="一")
    form.issues.add()
    form.issues.lines[0].editors["grade"].setFocus()
    pressed(Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "第 2 个问题：标题"
    left(form)


def test_that_tab_goes_on_from_the_last_part_to_the_buttons(form: VisitForm) -> None:
    form.issues.more.setFocus()
    pressed(Key.Key_Tab)
    assert QApplication.focusWidget() is form.files.card.link
    for button in (form.leave_button, form.more_button, form.save_button):
        pressed(Key.Key_Tab)
        assert QApplication.focusWidget() is button
    left(form)


def test_that_tab_comes_to_the_review_before_the_words_that_it_writes(form: VisitForm) -> None:
    form.review.list.setFocus()
    pressed(Key.Key_Tab)
    assert form.form.cells["follow_up"].editor.isAncestorOf(QApplication.focusWidget())
    left(form)


def test_that_a_line_goes_by_keys_and_the_last_one_is_emptied(form: VisitForm) -> None:
    put(form.issues.lines[0], title="一", category="用能")
    put(form.issues.add(), title="二", category="用能")
    form.issues.lines[0].editors["title"].setFocus()
    pressed(Key.Key_Delete, Mod.AltModifier)
    assert form.issues.raw() == {"lines": [{"title": "二", "category": "用能", "grade": "一般"}]}
    pressed(Key.Key_Delete, Mod.AltModifier)
    assert (len(form.issues.lines), form.issues.raw()) == (1, None)
    left(form)


def test_that_the_keyword_is_asked_for_only_where_the_category_says_so(form: VisitForm) -> None:
    line = form.issues.lines[0]
    put(line, title="一", category="其他")
    assert line.editors["keyword"].isVisible()
    put(line, keyword="市容")
    assert line.raw()["keyword"] == "市容"
    put(line, category="用能")
    assert not line.editors["keyword"].isVisible()
    assert "keyword" not in line.raw()
    left(form)


def test_that_nobody_is_scolded_in_the_line_that_is_still_being_written(form: VisitForm) -> None:
    form.issues.setFocus()
    typed("road")
    form.check()
    form.around.tasks.settle()
    assert form.issues.problems() == {}
    form.form.cells["summary"].editor.setFocus()
    form.check()
    form.around.tasks.settle()
    assert form.issues.problems() == {"issues.0.category": "类别不能为空"}
    left(form)


# -- review -----------------------------------------------------------------------------------------------------------


def follow_up(form: VisitForm) -> object:
    return form.form.cells["follow_up"].editor.raw()


def pills(form: VisitForm) -> list[str]:
    return [line.pill.text for line in form.review.list.lines if line.pill]


def test_that_promise_and_open_issues_are_reviewed_with_one_key_each(form: VisitForm) -> None:
    assert [line.title for line in form.review.list.lines] == ["联系供电公司", "2026-0001 厂区门口道路破损"]
    pressed(Key.Key_R, Mod.ControlModifier)
    pressed(Key.Key_1)
    pressed(Key.Key_0)
    assert follow_up(form) == "已落实：联系供电公司\n未落实：2026-0001 厂区门口道路破损"
    assert pills(form) == ["已落实", "未落实"]
    left(form)


def test_that_a_verdict_is_changed_taken_back_and_leaves_other_words_alone(form: VisitForm) -> None:
    form.form.cells["follow_up"].editor.fill("另有说明")
    form.review.list.setFocus()
    pressed(Key.Key_Y)
    pressed(Key.Key_Up)
    pressed(Key.Key_N)
    assert follow_up(form) == "另有说明\n未落实：联系供电公司"
    pressed(Key.Key_Up)
    pressed(Key.Key_Delete)
    assert follow_up(form) == "另有说明"
    assert pills(form) == ["待复核", "待复核"]
    left(form)


def test_that_the_buttons_do_the_same_by_mouse(form: VisitForm) -> None:
    form.paper.ensureWidgetVisible(form.review)
    QTest.mouseClick(form.review.no, Qt.MouseButton.LeftButton)
    assert follow_up(form) == "未落实：联系供电公司"
    left(form)


def test_that_the_line_being_written_stays_in_sight_when_sentences_come_in_above_it(form: VisitForm) -> None:
    form.resize(980, 520)
    form.issues.setFocus()
    for title in ("power", "freight", "hands"):
        typed(title)
        form.issues.setFocus()
    form.issues.lines[-1].editors["title"].setFocus()
    for line in form.issues.lines[:-1]:
        line.say({"category": "类别不能为空", "grade": "只能是：咨询、一般、复杂、疑难"})
    QApplication.processEvents()
    here, sight = QApplication.focusWidget(), form.paper.viewport()
    assert here is not None
    assert sight.rect().contains(here.rect().translated(here.mapTo(sight, here.rect().topLeft())))
    left(form)
