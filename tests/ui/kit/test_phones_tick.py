"""Telephone numbers leave the window hidden unless the officer ticks them, and the button says when they go out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from daan_desk.services.office import Office
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.phones_tick import PhonesTick
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.kit.saved_files import FOLDER
from tests import builders
from tests.ui.kit.papers_at_work import Pages, carried_out, cells, exporting, papers

NUMBER, SHOWN = "13812345678", "138****5678"


@pytest.fixture
def page(page_at: Pages, office: Office, tmp_path: Path) -> LedgerPage:
    builders.enterprise(office, contact_phone=NUMBER)
    made = page_at("enterprises")
    made.desk.preferences.keep(FOLDER, str(tmp_path))
    return made


def words(path: Path) -> list[object]:
    return [cell for row in cells(path) for cell in row]


def test_that_a_workbook_hides_numbers_until_they_are_ticked_and_says_so_on_the_button(page: LedgerPage) -> None:
    box = exporting(page)
    assert box.doing.text() == "导出"
    carried_out(page, box)
    assert SHOWN in words(box.place)
    assert NUMBER not in words(box.place)
    box.reject()
    box = exporting(page)
    box.phones.setFocus()
    QTest.keyClick(box.phones, Qt.Key.Key_Space)
    assert box.doing.text() == "导出（含电话）"
    carried_out(page, box)
    assert NUMBER in words(box.place)
    box.reject()


def test_that_a_tick_is_remembered_for_its_ledger_alone(page: LedgerPage, page_at: Pages) -> None:
    box = exporting(page)
    box.phones.click()
    box.reject()
    again = exporting(page)
    assert (again.phones.isChecked(), again.doing.text()) == (True, "导出（含电话）")
    again.reject()
    other = exporting(page_at("officers"))
    assert (other.phones.isChecked(), other.doing.text()) == (False, "导出")
    other.reject()


def test_that_a_ledger_without_numbers_of_persons_asks_nothing(page_at: Pages) -> None:
    for ledger in ("towns", "policies"):
        box = exporting(page_at(ledger))
        assert box.phones.isHidden()
        box.reject()


def test_that_a_print_hides_numbers_until_they_are_ticked(page: LedgerPage) -> None:
    def shown() -> tuple[Preview, list[object]]:
        preview = papers(page).dialog
        assert isinstance(preview, Preview)
        preview.tasks.settle()
        return preview, [cell for row in preview.paper.blocks[0].table.rows for cell in row]  # type: ignore[union-attr]

    QTest.keyClick(page.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page.desk.tasks.settle()
    preview, cells_shown = shown()
    assert SHOWN in cells_shown
    tick = preview.findChild(QCheckBox)
    assert isinstance(tick, PhonesTick)
    tick.click()
    preview, cells_shown = shown()
    assert NUMBER in cells_shown
    preview.reject()
