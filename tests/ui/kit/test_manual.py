"""The manual beside the work: opened where it tells of the page, searched, and whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from daan_desk import paths
from daan_desk.menu import CHAPTERS, entries
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.manual import Manual, ManualWindow, chapters


@pytest.fixture
def written() -> str:
    return paths.manual().read_text(encoding="utf-8")


def test_that_every_page_of_which_the_manual_tells_has_its_chapter(written: str) -> None:
    titles = {chapter.title for chapter in chapters(written)}
    assert set(CHAPTERS.values()) <= titles
    assert set(CHAPTERS) <= {entry.key for entry in entries()}


def test_that_no_word_of_the_manual_is_lost_and_no_picture_is_shown(written: str) -> None:
    shown = "\n".join(chapter.text for chapter in chapters(written))
    assert "![" not in shown
    assert all(line.strip() in shown for line in written.split("\n## ", 1)[1].splitlines() if line and "![" not in line)


def test_that_it_opens_where_it_tells_of_the_page(qtbot: QtBot, office_desk: Desk) -> None:
    manual = Manual(office_desk, paths.manual(), CHAPTERS)
    manual.open("issues")
    window = manual.window
    assert window is not None
    qtbot.addWidget(window)
    assert window.list.currentItem().text() == "办理问题"
    assert "销号单" in window.view.toPlainText()
    manual.open("summary")
    assert manual.window is window
    assert window.list.currentItem().text() == "月报"


def test_that_the_search_leaves_the_chapters_that_speak_of_it_and_marks_the_word(qtbot: QtBot, written: str) -> None:
    window = ManualWindow(chapters(written), None)
    qtbot.addWidget(window)
    window.search.setText("首贷户")
    assert [window.list.item(at).text() for at in range(window.list.count())] == ["融资、政策、培育、用地"]
    assert window.view.textCursor().selectedText() == "首贷户"
    window.search.setText("没有这样的词")
    assert window.list.count() == 0
    assert window.view.toPlainText() == ""


def test_that_a_manual_that_is_gone_is_said_in_a_sentence(office_desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(office_desk.complained) as told:
        Manual(office_desk, tmp_path / "手册.md", {}).open()
    assert "找不到使用手册" in str(told.args)
