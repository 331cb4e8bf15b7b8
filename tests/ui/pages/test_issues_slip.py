"""The closing slip from the page: preview, PDF, Word, page."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.domain.issues import State
from daan_desk.services.office import Office
from daan_desk.ui.kit.boxed_preview import BoxedPreview, boxed_paper
from daan_desk.ui.kit.paper import Boxes
from daan_desk.ui.kit.printing import set_pages
from daan_desk.ui.pages.issues.page import IssuesPage
from daan_desk.ui.pages.issues.slip import slip_of
from tests.ui.pages.issues_hands import Opened, issue_at, page_of, settle


def previewed(page: IssuesPage, issue: str) -> BoxedPreview:
    page.open_issue(issue)
    settle(page)
    QTest.keyClick(page.sheet.back, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    preview = page.slips.preview
    assert preview is not None
    preview.tasks.settle()
    return preview


def test_that_the_slip_is_shown_and_saved_as_pdf_word_and_page(
    office: Office, opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    page = page_of(opened)
    preview = previewed(page, issue_at(office, State.ANSWERED))
    assert preview.status.text().startswith("共 1 页")
    for name in ("单.docx", "单.html"):
        preview.save_word(tmp_path / name)
    preview.save_to(tmp_path / "单.pdf")
    preview.tasks.settle()
    assert "路面已修复" in ZipFile(tmp_path / "单.docx").read("word/document.xml").decode()
    assert "企业问题诉求销号单" in (tmp_path / "单.html").read_text(encoding="utf-8")
    text = PdfReader(tmp_path / "单.pdf").pages[0].extract_text()
    assert "路面已修复" in text and "企业（盖章）" in text
    preview.done(0)


def test_that_the_paper_has_the_same_boxes_as_word(office: Office) -> None:
    slip, form = slip_of(office, issue_at(office, State.ANSWERED))
    paper = boxed_paper(form)
    [boxes] = [block for block in paper.blocks if isinstance(block, Boxes)]
    words = {box.words for row in boxes.rows for box in row}
    assert {"企业名称", slip.enterprise, "办理结果", "路面已修复", "企业评价"} <= words
    assert all(sum(box.span for box in row) == 12 for row in boxes.rows)


def test_that_a_slip_longer_than_a_page_goes_on_over_it(office: Office, qtbot: QtBot) -> None:
    one = issue_at(office, State.REGISTERED, description="\n".join(f"第 {n} 条情况说明" for n in range(90)))
    paper = boxed_paper(slip_of(office, one)[1])
    printed = set_pages(paper)
    assert len(printed.pages) >= 2
    text = "".join(getattr(item, "text", "") for printed_page in printed.pages for item in printed_page)
    assert "第 0 条情况说明" in text and "第 89 条情况说明" in text
