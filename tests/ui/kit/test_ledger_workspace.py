"""A plain ledger page over a real workspace: what an officer does in a quarter of an hour."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from daan_desk.domain.questions import Question, Where
from daan_desk.services import ledgers
from daan_desk.services.office import Office
from daan_desk.ui.kit.bulk import BulkDialog
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.link_editor import LinkEditor
from tests import builders
from tests.ui.kit.workspace_hands import form_of, typed

Key, Mod = Qt.Key, Qt.KeyboardModifier
Pages = Callable[[str], LedgerPage]


@pytest.mark.parametrize("ledger", [ledger.name for ledger in ledgers.ledgers()])
def test_that_every_ledger_of_the_office_has_a_page_and_a_form(page_at: Pages, ledger: str) -> None:
    page = page_at(ledger)
    assert page.model.rowCount() == len(ledgers.ids(page.desk.office, Question(ledger)))
    page.table.viewport().repaint()
    dialog = page.records.form()
    described = ledgers.ledger(ledger)
    assert set(dialog.form.cells) == {f.name for f in described.typed if f.kept}
    dialog.check()
    page.desk.tasks.settle()
    dialog.reject()


def test_that_a_record_is_made_found_by_initials_changed_and_taken_back(
    page_at: Pages, office: Office, qtbot: QtBot
) -> None:
    builders.enterprise(office, "自贡嘉禾硬质合金有限公司")
    page = page_at("enterprises")
    make_by_keyboard(page, qtbot)
    QTest.keyClicks(page.search, "tgjx")
    qtbot.waitUntil(lambda: page.control.asking.text == "tgjx")
    page.desk.tasks.settle()
    assert page.model.rowCount() == 1
    row = ledgers.row(office, "enterprises", page.model.ids()[0])
    assert (row["revenue_last_year"], row["town"].text) == (12000, "凉高山街道")  # type: ignore[attr-defined]
    assert page.body.foot.text().endswith("上年营业收入合计 12,000 万元")
    page.desk.undo_stack.undo()
    page.desk.tasks.settle()
    assert page.model.rowCount() == 0


def make_by_keyboard(page: LedgerPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_N, Mod.ControlModifier)
    dialog = form_of(page, qtbot)
    dialog.form.cells["name"].editor.fill("自贡天工机械有限公司")
    typed(dialog, "town", "lgs")
    town = dialog.form.cells["town"].editor
    assert isinstance(town, LinkEditor)
    qtbot.waitUntil(town.list.is_open)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    dialog.form.cells["revenue_last_year"].editor.fill("1.2亿")
    QTest.keyClick(dialog, Key.Key_S, Mod.ControlModifier)
    page.desk.tasks.settle()
    assert not isValid(dialog) or not dialog.isVisible()


def test_that_filters_by_link_truth_number_and_choice_ask_what_they_say(page_at: Pages, office: Office) -> None:
    town = ledgers.find(office, "牛佛镇", ("towns",))[0]
    ours = builders.enterprise(office, "甲厂", town=town.id, above_scale="是", revenue_last_year="5000")
    builders.enterprise(office, "乙厂", above_scale="否", revenue_last_year="100", operating_state="停产")
    page = page_at("enterprises")
    for name, where in (
        ("town", Where("town", "in", ("牛佛镇",))),
        ("above_scale", Where("above_scale", "in", ("是",))),
        ("revenue_last_year", Where("revenue_last_year", "from", "2,000")),
        ("operating_state", Where("operating_state", "in", ("正常", "减产"))),
    ):
        page.control.filter(name, (where,))
        page.desk.tasks.settle()
        assert page.model.ids() == (ours,), name
        page.control.clear_filters()
    page.control.open_filter("town")
    page.desk.tasks.settle()
    popup = page.control.popup
    assert popup is not None
    assert popup.body.list.item(0).text() == "牛佛镇　1"  # type: ignore[union-attr]
    popup.close()


def test_that_a_bulk_change_is_one_act_that_can_be_taken_back(page_at: Pages, office: Office) -> None:
    for name in "甲乙丙":
        builders.enterprise(office, f"{name}厂")
    page = page_at("enterprises")
    page.table.selectAll()
    page.records.change_many(page.table.selected_ids())
    dialog = page.records.dialog
    assert isinstance(dialog, BulkDialog)
    dialog.choose("operating_state")
    assert dialog.editor is not None
    dialog.editor.fill("停产")
    dialog.work_out()
    page.desk.tasks.settle()
    assert dialog.counts.text() == "将修改 3 条"
    dialog.carry_out()
    page.desk.tasks.settle()
    stopped = Question("enterprises", where=(Where("operating_state", "is", "停产"),))
    assert len(ledgers.ids(office, stopped)) == 3
    page.desk.undo_stack.undo()
    page.desk.tasks.settle()
    assert ledgers.ids(office, stopped) == ()


def test_that_a_record_in_use_is_refused_with_the_services_sentence(page_at: Pages, office: Office) -> None:
    builders.issue(office, builders.enterprise(office))
    page = page_at("enterprises")
    heard: list[BaseException] = []
    page.desk.complained.connect(heard.append)
    page.table.selectAll()
    page.remove()
    page.desk.tasks.settle()
    box = page.records.dialog
    assert box is not None
    box.accept()  # type: ignore[attr-defined]
    page.desk.tasks.settle()
    assert len(heard) == 1
    assert "问题" in str(heard[0])
    assert page.model.rowCount() == 1
