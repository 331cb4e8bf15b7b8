"""The preview sets a paper in the background and writes what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.paper import NewPage, Paper, Paragraph
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.kit.theme import Theme


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Preview]:
    blocks = tuple(block for n in range(8) for block in (Paragraph(f"第{n}页用水用电。"), NewPage()))[:-1]
    made = Preview(Paper("样例", blocks), tmp_path)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def test_that_nothing_can_be_printed_before_the_paper_is_set(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    preview = Preview(Paper("样例", (Paragraph("一"),)), tmp_path)
    qtbot.addWidget(preview)
    assert not preview.save.isEnabled()
    preview.tasks.settle()
    assert preview.save.isEnabled()
    assert preview.send.isEnabled()
    preview.reject()


def test_that_it_says_how_many_pages_and_what_letters_stand_in(preview: Preview) -> None:
    preview.tasks.settle()
    assert preview.status.text().startswith("共 8 页")


def test_that_pages_are_painted_when_they_come_into_sight(preview: Preview) -> None:
    preview.tasks.settle()
    assert not preview.sheets.sheets[0].pixmap().isNull()
    assert preview.sheets.sheets[7].pixmap().isNull()
    QApplication.processEvents()
    preview.sheets.verticalScrollBar().setValue(preview.sheets.verticalScrollBar().maximum())
    preview.tasks.settle()
    assert not preview.sheets.sheets[7].pixmap().isNull()


def test_that_the_pdf_is_what_was_shown(qtbot: QtBot, preview: Preview, tmp_path: Path) -> None:
    preview.tasks.settle()
    with qtbot.waitSignal(preview.saved) as saved:
        preview.save_to(tmp_path / "样例.pdf")
    assert saved.args == [tmp_path / "样例.pdf"]
    assert [page.extract_text().split("\n")[0] for page in PdfReader(tmp_path / "样例.pdf").pages][
        3
    ] == "第3页用水用电。"
    assert preview.status.text() == "已保存：样例.pdf"


def test_that_a_file_that_cannot_be_written_says_what_to_do(preview: Preview, tmp_path: Path) -> None:
    preview.tasks.settle()
    preview.save_to(tmp_path / "missing" / "样例.pdf")
    preview.tasks.settle()
    assert "不存在。请先建立这个文件夹" in preview.status.text()
    assert "换一个位置保存" in preview.status.text()


def test_that_closing_before_it_is_ready_is_harmless(preview: Preview) -> None:
    preview.reject()
    assert not preview.tasks.busy
