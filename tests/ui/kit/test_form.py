"""A form out of a description: groups, columns, problems beside the fields."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.domain.kinds import Linked
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form import Form, groups_of
from daan_desk.ui.kit.form_drafts import packed, unpacked
from daan_desk.ui.kit.form_judging import Judgement, judged
from tests.ui.kit.made_up import THINGS, MadeUpSource

TYPED = [field for field in THINGS.typed if field.kept]


@pytest.fixture
def form(qtbot: QtBot, around: Around) -> Form:
    made = Form(TYPED, around)
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_that_every_typed_field_has_a_cell_and_derived_ones_have_none(form: Form) -> None:
    assert list(form.cells) == [field.name for field in TYPED]
    assert "light" not in form.cells


def test_that_groups_keep_the_order_of_their_first_field() -> None:
    assert list(groups_of(TYPED)) == ["基本信息", "经营情况", "人员"]


def test_that_there_are_two_columns_where_there_is_room_and_one_where_there_is_not(form: Form) -> None:
    name, code = form.cells["name"], form.cells["code"]
    assert name.y() == code.y()
    assert form.cells["notes"].width() > 1.8 * form.cells["phone"].width()
    form.resize(500, 900)
    QApplication.processEvents()
    assert name.x() == code.x()
    assert name.y() < code.y()


def test_that_tab_goes_through_the_fields_in_their_order(form: Form) -> None:
    form.focus_first()
    been = []
    for _ in range(len(TYPED)):
        here = QApplication.focusWidget()
        been.append(next(name for name, cell in form.cells.items() if cell.isAncestorOf(here)))
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert been == [field.name for field in TYPED]


def test_that_only_what_differs_was_altered(form: Form, source: MadeUpSource) -> None:
    form.fill(source.row("r000001").values)
    assert form.altered() == {}
    form.put({"revenue": "5", "town": Linked("t1", "凉高山街道"), "name": f"{source.row('r000001')['name']} "})
    assert form.altered() == {"revenue": "5"}


def test_that_a_problem_is_not_told_before_somebody_was_there(form: Form) -> None:
    found = Judgement({"name": "企业名称不能为空"})
    form.show_findings(found)
    assert form.problems() == {}
    form.cells["name"].editor.setFocus()
    form.cells["code"].editor.setFocus()
    form.show_findings(found)
    assert form.problems() == {"name": "企业名称不能为空"}
    assert form.cells["name"].message.text() == "企业名称不能为空"
    assert form.cells["name"].editor.focusProxy().property("state") == "wrong"  # type: ignore[union-attr]


def test_that_leaving_a_field_says_at_once_what_its_kind_cannot_read(form: Form) -> None:
    staff = form.cells["staff"]
    staff.editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "abc")
    form.cells["name"].editor.setFocus()
    assert "abc" in staff.message.text()
    assert staff.message.isVisible()


def test_that_a_problem_of_no_field_is_told_above(form: Form) -> None:
    form.show_findings(Judgement({"": "整条记录有问题"}), every=True)
    assert form.general.text() == "整条记录有问题"
    assert form.general.isVisible()


def test_that_a_warning_is_amber_and_leads_to_the_record_it_means(form: Form, qtbot: QtBot) -> None:
    form.show_findings(Judgement(warnings={"name": "可能与已有企业重复"}, twins={"name": "r000004"}))
    cell = form.cells["name"]
    assert cell.message.property("look") == "warn"
    with qtbot.waitSignal(form.followed) as heard:
        QTest.mouseClick(cell.link, Qt.MouseButton.LeftButton)
    assert heard.args == ["r000004"]
    form.show_findings(Judgement(warnings={"name": "只是少见"}))
    assert not cell.link.isVisible()


def test_that_a_judgement_finds_the_record_that_a_warning_means_but_never_the_record_itself() -> None:
    source = MadeUpSource(5, warnings={"name": "已有企业名称相同的企业", "code": "校验位不对"})
    name = source.row("r000002")["name"]
    found = judged(source, {"name": name, "code": "x"}, "")
    assert found.twins == {"name": "r000002"}
    assert judged(source, {"name": name}, "r000002").twins == {}


def test_that_a_draft_is_plain_and_comes_back_as_it_was() -> None:
    values = {"town": Linked("t1", "凉高山街道"), "revenue": Decimal("1E+3"), "above": True, "notes": None}
    plain = packed(values)
    assert plain == {"town": ["t1", "凉高山街道"], "revenue": "1000", "above": True, "notes": None}
    assert unpacked(plain) == {**values, "revenue": "1000"}
