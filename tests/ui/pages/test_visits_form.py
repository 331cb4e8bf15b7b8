"""The form of a visit: what it knows of the enterprise, what it refuses, what it never loses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.services import drafts, ledgers
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from tests import builders
from tests.ui.pages.visits_hands import (
    Opened,
    form_of,
    left,
    named,
    page_of,
    pressed,
    put,
    rows,
    saved,
    settle,
    typed,
)

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def one(office: Office) -> str:
    made = builders.enterprise(office)
    builders.visit(office, made, day="2026-11-10", met="张厂长", staff=90, production="满产", next_step="联系供电公司")
    return made


def raw(form: object, name: str) -> object:
    return form.form.cells[name].editor.raw()  # type: ignore[attr-defined]


def test_that_naming_the_enterprise_brings_the_last_visits_values(one: str, opened: Opened, qtbot: QtBot) -> None:
    form = form_of(page_of(opened), qtbot)
    named(form, one)
    assert (raw(form, "met"), raw(form, "staff"), raw(form, "production")) == ("张厂长", 90, "满产")
    assert form.banner.recent.pill.text == "近 30 天已有 1 批走访"
    assert form.banner.words.text().startswith("上次 2026-11-10（13 天前）李慧敏 · 没有未办结问题")
    assert set(form.form.altered()) == {"enterprise"}
    left(form)


def test_that_a_visit_of_today_is_called_so(one: str, office: Office, opened: Opened, qtbot: QtBot) -> None:
    builders.visit(office, one, day=office.today())
    form = form_of(page_of(opened), qtbot)
    named(form, one)
    assert "（今天）" in form.banner.words.text()
    left(form)


def test_that_what_was_typed_before_the_enterprise_was_named_stays(one: str, opened: Opened, qtbot: QtBot) -> None:
    form = form_of(page_of(opened), qtbot)
    form.form.cells["met"].editor.setFocus()
    typed("Li")
    named(form, one)
    assert (raw(form, "met"), raw(form, "staff")) == ("Li", 90)
    left(form)


def test_that_another_enterprise_takes_the_first_ones_values_away(
    one: str, office: Office, opened: Opened, qtbot: QtBot
) -> None:
    other = builders.enterprise(office, "自贡大山盐业有限公司")
    form = form_of(page_of(opened), qtbot)
    named(form, one)
    named(form, other, "自贡大山盐业有限公司")
    assert (raw(form, "met"), raw(form, "staff")) == (None, None)
    assert form.banner.recent.pill.text == "近 30 天已有 0 批走访"
    assert form.banner.words.text() == "还没有走访过 · 没有未办结问题"
    assert not form.review.isVisible()
    left(form)


def test_that_a_visit_without_anybody_is_refused_beside_the_field(one: str, opened: Opened, qtbot: QtBot) -> None:
    form = form_of(page_of(opened), qtbot)
    named(form, one)
    form.form.cells["companions"].editor.fill("")
    put(form.issues.lines[0], title="用电增容")
    saved(form)
    assert form.isVisible()
    assert form.form.problems() == {
        "led_by": "请填写走访的人：带队领导或陪同人员至少一项",
        "issues.0.category": "类别不能为空",
    }
    assert form.form.cells["led_by"].isAncestorOf(QApplication.focusWidget())
    left(form)


def test_that_the_first_problem_in_a_line_is_gone_to(one: str, opened: Opened, qtbot: QtBot) -> None:
    form = form_of(page_of(opened), qtbot)
    named(form, one)
    put(form.issues.lines[0], title="好", category="用能")
    put(form.issues.add(), title="其余的", category="其他")
    saved(form)
    assert form.form.problems() == {"issues.1.keyword": "“其他”须填写关键词，便于以后归类"}
    assert form.issues.lines[1].editors["keyword"].isAncestorOf(QApplication.focusWidget())
    typed("noise")
    saved(form)
    assert not form.isVisible()


def test_that_a_killed_program_finds_visit_lines_and_files_again(
    one: str, office: Office, opened: Opened, qtbot: QtBot, tmp_path: object
) -> None:
    page = page_of(opened)
    form = form_of(page, qtbot)
    picture = tmp_path / "现场.png"  # type: ignore[operator]
    picture.write_bytes(b"x")
    named(form, one)
    put(form.issues.lines[0], title="用电增容", category="用能")
    form.files.card.add([picture])
    form.form.cells["summary"].editor.setFocus()
    typed("half a sentence")
    form._drafts.keep()
    page.desk.tasks.settle()
    assert set(drafts.load(office, "visits/new")) == {"enterprise", "summary", "issues", "files"}

    again = form_of(page, qtbot)  # the first form still stands there as if the program had died
    assert again.note.isVisible()
    assert (raw(again, "summary"), raw(again, "staff")) == ("half a sentence", 90)
    assert again.issues.lines[0].raw() == {"title": "用电增容", "category": "用能", "grade": "一般"}
    assert again.files.card.paths == [picture]
    assert again.banner.recent.isVisible()
    left(again)
    left(form)


def test_that_saving_and_going_on_begins_afresh(one: str, office: Office, opened: Opened, qtbot: QtBot) -> None:
    page = page_of(opened)
    form = form_of(page, qtbot)
    named(form, one)
    put(form.issues.lines[0], title="用电增容", category="用能")
    form.save(go_on=True)
    settle(page)
    assert form.isVisible() and not form.banner.recent.isVisible()
    assert (raw(form, "enterprise"), form.issues.raw(), raw(form, "way")) == (None, None, "实地")
    assert len(rows(office, "visits")) == 2
    assert drafts.load(office, "visits/new") == {}
    left(form)


def test_that_leaving_asks_when_only_a_line_was_written(opened: Opened, qtbot: QtBot) -> None:
    form = form_of(page_of(opened), qtbot)
    put(form.issues.lines[0], title="用电增容")
    QTest.keyClick(form, Key.Key_Escape)
    assert form._asked is not None and form.isVisible()
    form._asked.reject()
    left(form)


def test_that_a_kept_visit_shows_its_issues_and_takes_more(
    one: str, office: Office, opened: Opened, qtbot: QtBot
) -> None:
    visit = rows(office, "visits")[0].id
    builders.issue(office, one, visit=visit)
    page = page_of(opened)
    form = form_of(page, qtbot, record=visit)
    assert [line.title for line in form.issues.known.lines] == ["2026-0001 厂区门口道路破损"]
    assert form.kept_files.isVisible() and not form.files.isVisible()
    put(form.issues.lines[0], title="用电增容", category="用能")
    form.form.cells["summary"].editor.fill("补记")
    saved(form)
    assert ledgers.row(office, "visits", visit)["summary"] == "补记"
    assert {row["title"] for row in rows(office, "issues")} == {"厂区门口道路破损", "用电增容"}


def test_that_control_i_goes_to_the_issues_and_enter_in_an_empty_line_to_save(
    one: str, office: Office, opened: Opened, qtbot: QtBot
) -> None:
    page = page_of(opened)
    form = form_of(page, qtbot)
    named(form, one)
    pressed(Key.Key_I, Mod.ControlModifier)
    assert form.issues.lines[0].editors["title"].isAncestorOf(QApplication.focusWidget())
    pressed(Key.Key_Return)
    assert QApplication.focusWidget() is form.save_button
    pressed(Key.Key_Return)
    settle(page)
    assert len(rows(office, "visits")) == 2


def test_that_the_desk_says_what_was_done_and_offers_to_take_it_back(
    one: str, real_desk: Desk, opened: Opened, qtbot: QtBot
) -> None:
    told: list[object] = []
    real_desk.told.connect(told.append)
    form = form_of(page_of(opened), qtbot)
    named(form, one)
    saved(form)
    message = told[-1]
    assert message.text == "已登记走访：2026-11-23 自贡天工机械有限公司"  # type: ignore[attr-defined]
    assert message.act  # type: ignore[attr-defined]
