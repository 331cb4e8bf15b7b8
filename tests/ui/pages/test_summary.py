"""The month's summary at the screen: figures open rows, own words survive, papers are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from daan_desk.app import write_summary_pdf
from daan_desk.exchange.summary_word import write_summary_word
from daan_desk.services import drafts, ledgers, summary
from daan_desk.services.office import Office
from daan_desk.ui.kit.clash_box import THEIRS
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.summary.page import SummaryPage
from tests import builders

Opened = Callable[[type[Page]], SummaryPage]


def test_that_a_figure_opens_the_rows_behind_it(opened: Opened, office: Office, real_desk: Desk) -> None:
    one = builders.enterprise(office)
    builders.visit(office, one)
    page = opened(SummaryPage)
    went: list[Journey] = []
    real_desk.went.connect(went.append)
    page.follow(QUrl("figure:month.visits"))
    assert went[0].key == "visits"
    assert went[0].target is not None
    assert went[0].target.question is not None
    assert len(ledgers.ids(office, went[0].target.question)) == 1


def test_that_new_work_shows_at_once(opened: Opened, office: Office, real_desk: Desk, tasks: Tasks) -> None:
    page = opened(SummaryPage)
    assert "没有走访和问题记录" in page.view.toPlainText()
    one = builders.enterprise(office)
    from daan_desk.services import visits

    values = {"enterprise": one, "day": office.today(), "way": "实地", "companions": "李慧敏"}
    real_desk.act(lambda: visits.log(office, values))
    tasks.settle()
    tasks.settle()
    assert "走访企业 1 家次" in page.view.toPlainText()


def test_that_typed_words_are_drafted_saved_and_found_again(
    qtbot: QtBot, opened: Opened, office: Office, tasks: Tasks
) -> None:
    page = opened(SummaryPage)
    text = page.own.texts["cases"]
    with qtbot.waitSignal(page.own.paused):  # the pause itself: a later one would keep the draft again
        qtbot.keyClicks(text, "case one")
    tasks.settle()
    assert drafts.load(office, "brief:2026-11")["cases"] == "case one"
    again = opened(SummaryPage)
    assert again.own.texts["cases"].toPlainText() == "case one"
    qtbot.mouseClick(again.own.save, Qt.MouseButton.LeftButton)
    tasks.settle()
    assert summary.monthly(office, "2026-11").own["cases"] == "case one"
    assert drafts.load(office, "brief:2026-11") == {}


def test_that_a_paragraph_that_another_wrote_meanwhile_is_asked_about_and_the_others_are_kept(
    opened: Opened, office: Office, tasks: Tasks
) -> None:
    summary.write(office, "2026-11", {"cases": "甲", "problems": "乙"})
    page = opened(SummaryPage)
    summary.write(office, "2026-11", {"cases": "丙", "next_steps": "己"})
    page.own.show_words({"cases": "戊", "problems": "丁"})
    page.own.save.click()
    tasks.settle()
    box = page.keeping.box
    assert box is not None
    assert page.own.dirty
    box.press("cases", THEIRS).setChecked(True)
    box.accept()
    tasks.settle()
    tasks.settle()
    own = summary.monthly(office, "2026-11").own
    assert (own["cases"], own["problems"], own["next_steps"]) == ("丙", "丁", "己")
    assert page.own.values()["next_steps"] == "己"
    assert not page.own.dirty


def test_that_the_plan_of_the_month_before_can_be_adopted(qtbot: QtBot, opened: Opened, office: Office) -> None:
    summary.write(office, "2026-10", {"next_steps": "继续走访"})
    page = opened(SummaryPage)
    assert not page.own.adopt.isHidden()
    qtbot.mouseClick(page.own.adopt, Qt.MouseButton.LeftButton)
    assert page.own.texts["next_steps"].toPlainText() == "继续走访"
    assert page.own.dirty


def test_that_months_turn_back_and_never_beyond_this_one(opened: Opened, tasks: Tasks) -> None:
    page = opened(SummaryPage)
    page.after()
    assert page.month.words == "2026年11月"
    page.before()
    tasks.settle()
    assert page.month.words == "2026年10月"
    assert page.found is not None
    assert page.found.month == "2026-10"


def test_that_word_and_pdf_hold_the_sentences(
    opened: Opened, office: Office, tasks: Tasks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.visit(office, builders.enterprise(office))
    page = opened(SummaryPage)
    wanted = tmp_path / "月报.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    page.save_as(".docx", write_summary_word)
    tasks.settle()
    assert wanted.stat().st_size > 10_000
    assert page.found is not None
    write_summary_pdf(page.found.brief, tmp_path / "月报.pdf")
    words = "".join(part.extract_text() for part in PdfReader(tmp_path / "月报.pdf").pages)
    assert "走访企业1家次" in words.replace(" ", "").replace("\n", "")


def test_that_figures_are_told_from_words_and_paragraphs_are_indented(opened: Opened, office: Office) -> None:
    builders.visit(office, builders.enterprise(office))
    page = opened(SummaryPage)
    block = page.view.document().begin()
    while "走访企业" not in block.text():
        block = block.next()
    assert block.blockFormat().textIndent() == 43
    assert page.view.document().begin().blockFormat().textIndent() == 0, "the masthead stands in the middle"
    at = block.begin()
    looks = []
    while not at.atEnd():
        looks.append((at.fragment().charFormat().isAnchor(), at.fragment().charFormat().foreground().color().name()))
        at += 1
    assert {colour for anchor, colour in looks if anchor} == {"#1b5aa8"}
    assert {colour for anchor, colour in looks if not anchor} == {"#000000"}
