"""Forms over a real workspace: the services' own sentences, drafts, names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.services import records
from daan_desk.services.office import Office
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.link_editor import PeopleEditor
from tests import builders
from tests.ui.kit.workspace_hands import form_of, typed

Key, Mod = Qt.Key, Qt.KeyboardModifier
Pages = Callable[[str], LedgerPage]


def test_that_a_namesake_is_warned_of_and_opened_from_the_warning(page_at: Pages, office: Office, qtbot: QtBot) -> None:
    known = builders.enterprise(office, "自贡天工机械有限公司")
    page = page_at("enterprises")
    page.records.add()
    dialog = form_of(page, qtbot)
    dialog.form.cells["name"].editor.fill("自贡天工机械有限公司")
    dialog.check()
    page.desk.tasks.settle()
    cell = dialog.form.cells["name"]
    assert "自贡天工机械有限公司" in cell.warning
    QTest.mouseClick(cell.link, Qt.MouseButton.LeftButton)
    other = page.records.dialog
    assert isinstance(other, FormDialog)
    assert other.record == known
    other.reject()
    dialog.drop()
    dialog.reject()


def test_that_the_services_own_sentence_stands_beside_the_field(page_at: Pages, qtbot: QtBot) -> None:
    page = page_at("departments")
    page.records.add()
    dialog = form_of(page, qtbot)
    dialog.form.cells["duties"].editor.fill("什么也没有")
    dialog.save()
    page.desk.tasks.settle()
    with pytest.raises(records.Rejected) as refused:
        records.add(page.desk.office, "departments", {"duties": "什么也没有"})
    assert dialog.form.problems() == refused.value.problems
    dialog.drop()
    dialog.reject()


def test_that_views_and_drafts_live_in_the_workspace(page_at: Pages, qtbot: QtBot) -> None:
    page = page_at("departments")
    page.control.search_for("交通")
    page.views.keep("交通口")
    page.records.add()
    dialog = form_of(page, qtbot)
    typed(dialog, "name", "Half")
    dialog._drafts.keep()
    page.desk.tasks.settle()
    again = page_at("departments")
    assert [view.name for view in again.views.views] == ["交通口"]
    again.control.show_view(again.views.views[0])
    again.desk.tasks.settle()
    assert again.model.rowCount() == 1
    again.records.add()
    found = form_of(again, qtbot)
    assert found.form.altered() == {"name": "Half"}
    for left in (found, dialog):
        left.drop()
        left.reject()
    page.desk.tasks.settle()


def test_that_people_are_completed_from_the_officers_by_initials(page_at: Pages, office: Office, qtbot: QtBot) -> None:
    builders.officer(office, "王建国")
    page = page_at("visits")
    page.records.add()
    dialog = form_of(page, qtbot)
    typed(dialog, "companions", "wjg")
    people = dialog.form.cells["companions"].editor
    assert isinstance(people, PeopleEditor)
    qtbot.waitUntil(people.list.is_open)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    assert people.raw() == "王建国"
    dialog.drop()
    dialog.reject()
    page.desk.tasks.settle()
