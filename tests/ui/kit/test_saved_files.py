"""Files that are handed out get free names in folders that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.services.office import Office
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.saved_files import FOLDER, folder, free, offer_file
from tests.ui.kit.papers_at_work import (
    Pages,
    page_of_two,
)


@pytest.fixture
def page(page_at: Pages, office: Office, tmp_path: Path) -> LedgerPage:
    return page_of_two(page_at, office, tmp_path)


def test_that_a_name_is_free_and_fit_for_every_machine(tmp_path: Path) -> None:
    assert free(tmp_path, '7/8月"名录"?', ".xlsx").name == "78月名录.xlsx"
    (tmp_path / "甲.xlsx").touch()
    (tmp_path / "甲-2.xlsx").touch()
    assert free(tmp_path, "甲", ".xlsx").name == "甲-3.xlsx"


def test_that_a_folder_that_is_gone_is_not_proposed(page: LedgerPage, tmp_path: Path) -> None:
    assert folder(page.desk.preferences) == tmp_path
    page.desk.preferences.keep(FOLDER, str(tmp_path / "拔掉的盘"))
    assert folder(page.desk.preferences) != tmp_path / "拔掉的盘"


def test_that_a_saved_file_is_offered_with_its_place(page: LedgerPage, tmp_path: Path, qtbot: QtBot) -> None:
    box = offer_file(page, tmp_path / "甲.xlsx", "已保存")
    assert box.sentence.text() == str(tmp_path / "甲.xlsx")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
