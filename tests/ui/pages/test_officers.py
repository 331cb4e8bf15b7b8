"""The roster of officers: another's work, and a handover that is shown before it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from daan_desk.domain.kinds import Linked
from daan_desk.services import ledgers, records, undo
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.page import Page, Target
from daan_desk.ui.kit.preview_files import Format
from daan_desk.ui.pages.home.page import HomePage
from daan_desk.ui.pages.officers.handover import HandoverDialog
from daan_desk.ui.pages.officers.page import OfficersPage
from tests import builders

Opened = Callable[[type[Page]], OfficersPage]


def settle(page: Page) -> None:
    for _ in range(5):
        page.desk.tasks.settle()
        QApplication.processEvents()


def posted(office: Office) -> tuple[str, str]:
    """A leader with two enterprises, and one who may take over."""
    leaver, successor = builders.officer(office), builders.officer(office, "陈志远")
    for name in ("自贡甲机械有限公司", "自贡乙机械有限公司"):
        link = {"enterprise": builders.enterprise(office, name), "officer": leaver, "role": "县级领导"}
        records.add(office, "assignments", {**link, "since": "2026-01-01"})
    return leaver, successor


def dialog_of(page: OfficersPage, leaver: str, successor: str) -> HandoverDialog:
    """The dialog as an officer opens it, with the successor chosen."""
    page.table.select_ids([leaver])
    settle(page)
    QTest.mouseClick(page.bar.buttons["职务移交"][0], Qt.MouseButton.LeftButton)
    settle(page)
    assert page.dialog is not None
    page.dialog.form.put({"successor": Linked(successor, "陈志远"), "day": "2026-11-20", "basis": "大委〔2026〕9号"})
    page.dialog.work_out()
    settle(page)
    return page.dialog


def current(office: Office, name: str) -> int:
    links = ledgers.ids(office, Question("assignments", where=(Where("officer", "is", name), Where("until", "empty"))))
    return len(links)


def test_that_a_handover_is_shown_done_and_undone(office: Office, opened: Opened) -> None:
    leaver, successor = posted(office)
    page = opened(OfficersPage)
    dialog = dialog_of(page, leaver, successor)
    assert len(dialog.list.lines) == 2
    assert "将以下工作移交陈志远" in dialog.told.text()
    assert current(office, "陈志远") == 0
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert (current(office, "陈志远"), current(office, "王建国")) == (2, 0)
    undo.undo(office, undo.acts(office, 1)[0].id)
    assert (current(office, "陈志远"), current(office, "王建国")) == (0, 2)


def test_that_enter_keeps_an_enterprise_back(office: Office, opened: Opened) -> None:
    leaver, successor = posted(office)
    page = opened(OfficersPage)
    dialog = dialog_of(page, leaver, successor)
    dialog.list.setFocus()
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(page)
    assert [line.pill.text for line in dialog.list.lines if line.pill] == ["包联", "不移交"]
    dialog.save()
    settle(page)
    assert (current(office, "陈志远"), current(office, "王建国")) == (1, 1)


def test_that_without_a_successor_nothing_can_be_done_and_the_field_says_why(office: Office, opened: Opened) -> None:
    leaver, _ = posted(office)
    page = opened(OfficersPage)
    dialog = dialog_of(page, leaver, leaver)
    assert not dialog.save_button.isEnabled()
    assert dialog.form.problems() == {"successor": "移交人和接任人不能是同一个人"}
    dialog.save()
    settle(page)
    assert current(office, "王建国") == 2


def test_that_the_sheet_is_printed_and_kept_as_word_and_workbook(
    office: Office, opened: Opened, tmp_path: Path
) -> None:
    leaver, successor = posted(office)
    page = opened(OfficersPage)
    dialog = dialog_of(page, leaver, successor)
    QTest.mouseClick(dialog.more_button, Qt.MouseButton.LeftButton)
    assert dialog.preview is not None
    dialog.preview.tasks.settle()
    QApplication.processEvents()
    assert dialog.preview.set_paper is not None
    assert len(dialog.preview.set_paper.pages) == 1
    from daan_desk.exchange import handover_paper
    from daan_desk.services import handover_sheets

    assert dialog.plan is not None
    sheet = handover_sheets.sheet(dialog.plan)
    for ending, write in ((".docx", handover_paper.write_handover_word), (".xlsx", handover_paper.write_handover_book)):
        dialog.preview.keep(
            Format("", "files", ending, lambda to, write=write: write(sheet, to)), tmp_path / f"清单{ending}"
        )
        dialog.preview.tasks.settle()
    words = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "清单.docx")).paragraphs)
    assert "一、包联企业和项目" in words
    assert "接任人（签字）" in words
    assert (tmp_path / "清单.xlsx").stat().st_size > 2000
    dialog.preview.reject()


def test_that_another_officers_work_is_a_page_of_its_own(office: Office, opened: Opened, real_desk: Desk) -> None:
    leaver, _ = posted(office)
    page = opened(OfficersPage)
    went: list[Journey] = []
    real_desk.went.connect(went.append)
    page.table.select_ids([leaver])
    settle(page)
    QTest.mouseClick(page.bar.buttons["看他的工作"][0], Qt.MouseButton.LeftButton)
    assert went == [Journey("home", Target(record=leaver))]
    home = opened(HomePage)
    assert isinstance(home, HomePage)
    home.show_for(went[0].target)
    settle(home)
    assert home.head.hello.text() == "王建国的工作"
    assert len(home.mine.list.lines) == 2
    home.show_for(None)
    settle(home)
    assert home.head.hello.text().endswith("李慧敏")
    assert office.today() == date(2026, 11, 23)
