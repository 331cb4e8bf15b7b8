"""An officer's month through the real window: roster in, visit, issues, home, summary, ledgers, and the way back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from daan_desk.services.ledgers import Where
from daan_desk.ui.kit.export_box import ExportBox
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from daan_desk.ui.pages.history import HistoryPage
from daan_desk.ui.pages.home.page import HomePage
from daan_desk.ui.pages.imports.page import ImportsPage
from daan_desk.ui.pages.issues.move_dialog import MoveDialog
from daan_desk.ui.pages.issues.page import IssuesPage
from daan_desk.ui.pages.summary.page import SummaryPage
from daan_desk.ui.pages.visits.form import VisitForm
from daan_desk.ui.pages.visits.page import VisitsPage
from tests import builders
from tests.builders import MONDAY
from tests.journeys.sitting import Key, Mod, Sitting, button, click, commit, fields, sit_down, type_
from tests.ui.pages.rosters import book

ROOT = Path(__file__).resolve().parents[2]
A_WEEK_LATER = MONDAY + timedelta(days=7)
FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司", "自贡永盛泵业有限公司")
SMOOTH, LATE = "Potholes at the gate", "No power for line two"
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of its own on a machine of its own."""
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path / "machine"))
    builders.workplace(tmp_path).close()
    return tmp_path / "desk.daan"


@pytest.fixture
def desk(file: Path, qapp: QApplication) -> Iterator[Sitting]:
    sitting = sit_down(file, MONDAY)
    yield sitting
    sitting.close()


def roster(folder: Path) -> Path:
    """A titled roster with a header of two rows, a row without a name, and a line of totals."""
    return book(
        folder / "规上企业.xlsx",
        ("大安区规模以上工业企业名单",),
        ("企业名称", "镇街", "包联领导", "从业人数", "营业收入（万元）", None),
        (None, None, None, None, "2024年", "2025年"),
        (FIRMS[0], "大山铺镇", "王建国", 120, 800, 1000),
        (None, "牛佛镇", "王建国", 30, 90, 100),
        (FIRMS[1], "何市镇", "王建国", 15, 70, 80),
        (FIRMS[2], "新店镇", "赵玉兰", 66, 700, 900),
        ("合计", None, None, 231, 1660, 2080),
        merges=("A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2"),
    )


def bring(desk: Sitting, path: Path, monkeypatch: pytest.MonkeyPatch) -> ImportsPage:
    """Choose the file, look at the counts, and import."""
    page = desk.go(ImportsPage)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(page.start.choose)
    desk.settle()
    assert page.bench.verdicts.tabs.texts()[:5] == ("新增 3", "修改 0", "相同 0", "不能导入 1", "跳过 1")
    click(page.bench.verdicts.bar.doing)
    desk.settle()
    assert page.result.heading.text() == "已导入企业名录 3 条"
    return page


def log_visit(desk: Sitting) -> None:
    """A visit with two issues, by keys alone."""
    page = desk.go(VisitsPage)
    desk.press(Key.Key_N, Mod.ControlModifier)
    form = page.ledger.records.dialog
    desk.front(form, VisitForm)
    assert isinstance(form, VisitForm)
    desk.chosen("zgtg")
    desk.press(Key.Key_I, Mod.ControlModifier)
    for title, category, grade in ((SMOOTH, "yq", "yb"), (LATE, "yn", "zx")):
        type_(title)
        desk.press(Key.Key_Return)
        desk.chosen(category)
        desk.press(Key.Key_Return)
        desk.chosen(grade)
        desk.press(Key.Key_Return)
    desk.press(Key.Key_Return, Mod.ControlModifier)
    assert not isValid(form) or not form.isVisible(), form.form.problems()


def issue(desk: Sitting, title: str) -> str:
    return desk.rows("issues", Where("title", "is", title))[0].id


def sheet_of(desk: Sitting, title: str) -> IssuesPage:
    """Open an issue from the list by a double click on its row."""
    page = desk.go(IssuesPage)
    page.show_view("ledger")
    desk.settle()
    page.ledger.table.select_ids([issue(desk, title)])
    page.ledger.table.setFocus()
    desk.press(Key.Key_Return)
    assert title in page.sheet.title.text()
    return page


def move(desk: Sitting, page: IssuesPage, name: str, **words: str) -> None:
    """Press the move's button, write into its form, and carry it out with Ctrl+S."""
    click(page.sheet.moves.buttons[name])
    desk.settle()
    dialog = page.moving.dialog
    desk.front(dialog, MoveDialog)
    assert isinstance(dialog, MoveDialog)
    field = fields(dialog)
    for key, text in words.items():
        field(key)
        commit(text)
        desk.settle()
    desk.press(Key.Key_S, Mod.ControlModifier)


def lives(desk: Sitting) -> None:
    """Both issues are dispatched; one goes on to 已销号."""
    page = sheet_of(desk, LATE)
    move(desk, page, "dispatch", lead_department="区经信局")
    page = sheet_of(desk, SMOOTH)
    move(desk, page, "dispatch", lead_department="区住建局")
    move(desk, page, "accept")
    move(desk, page, "answer", outcome="路面已修复")
    move(desk, page, "callback", callback="非常满意")
    assert [str(row["state"]) for row in desk.rows("issues", Where("title", "is", SMOOTH))] == ["已销号"]
    assert [str(row["state"]) for row in desk.rows("issues", Where("title", "is", LATE))] == ["已交办"]


def paper(folder: Path, desk: Sitting, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The summary as Word and as PDF, both read back."""
    page = desk.go(SummaryPage)
    word, pdf = folder / "月报.docx", folder / "月报.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(word), ""))
    click(button(page, "存为 Word"))
    desk.settle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pdf), ""))
    click(button(page, "打印预览、PDF"))
    desk.settle()
    preview = page.preview
    assert isinstance(preview, Preview)
    preview.tasks.settle(60)
    click(preview.save)
    preview.tasks.settle(60)
    preview.close()
    written = "".join(part.text for part in Document(str(word)).paragraphs)
    printed = "".join(part.extract_text() for part in PdfReader(pdf).pages)
    return "".join(written.split()), "".join(printed.split())


def exported(desk: Sitting, page: LedgerPage, to: Path) -> list[tuple[object, ...]]:
    """Ctrl+E, Enter: the ledger as a workbook, read back."""
    page.table.setFocus()
    desk.press(Key.Key_E, Mod.ControlModifier)
    box = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ExportBox) and one.isVisible())
    box.show_place(to)
    click(box.doing)
    desk.settle()
    box.tasks.settle(60)
    click(box.leaving)
    desk.settle()
    return list(load_workbook(to).worksheets[0].iter_rows(values_only=True))


def test_that_an_officers_month_runs_through_the_window(
    desk: Sitting, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(desk, roster(tmp_path), monkeypatch)
    log_visit(desk)
    assert len(desk.rows("visits")) == 1 and len(desk.rows("issues")) == 2
    lives(desk)
    desk.close()

    later = sit_down(file, A_WEEK_LATER)
    try:
        the_home_page_shows_what_is_late(later)
        the_summary_counts_both(later, tmp_path, monkeypatch)
        the_ledgers_go_out(later, tmp_path)
        the_import_is_taken_back_as_far_as_nobody_works_with_it(later, monkeypatch)
    finally:
        later.close()


def the_home_page_shows_what_is_late(desk: Sitting) -> None:
    page = desk.go(HomePage)
    assert page.numbers["overdue"].number.text() == "1"
    assert [line.title for line in page.issues.list.lines] == [LATE]
    assert "逾期" in page.issues.list.lines[0].pill.text  # type: ignore[union-attr]
    click(page.numbers["overdue"], QPoint(20, 20))
    desk.settle()
    shown = desk.shell.page
    assert isinstance(shown, IssuesPage)
    assert shown.ledger.model.ids() == (issue(desk, LATE),)


def the_summary_counts_both(desk: Sitting, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in paper(folder, desk, monkeypatch):
        assert "走访企业1家次" in words
        assert "收集问题2个，已办结1个" in words
        assert "其中超期1个" in words
        assert "50.0%（1/2）" in words


def the_ledgers_go_out(desk: Sitting, folder: Path) -> None:
    issues = desk.go(IssuesPage)
    issues.show_view("ledger")
    desk.settle()
    issues.ledger.control.clear()
    desk.settle()
    lines = exported(desk, issues.ledger, folder / "问题.xlsx")
    assert sum(SMOOTH in line or LATE in line for line in lines) == 2
    enterprises = desk.go(EnterprisesPage)
    lines = exported(desk, enterprises.ledger, folder / "企业.xlsx")
    assert sum(any(firm in line for firm in FIRMS) for line in lines) == 3


def the_import_is_taken_back_as_far_as_nobody_works_with_it(desk: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    page = desk.go(HistoryPage)
    act = next(row.id for row in desk.rows("acts") if "导入" in str(row["name"]))
    told: list[QDialog] = []

    def look(box: QDialog) -> int:
        told.append(box)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QDialog, "exec", look)
    page.table.select_ids([act])
    desk.settle()
    click(button(page, "撤销这一步"))
    desk.settle()
    words = "".join(part.toPlainText() for part in told[0].findChildren(QWidget) if hasattr(part, "toPlainText"))
    assert FIRMS[0] in words and "走访" in words
    assert [str(row["name"]) for row in desk.rows("enterprises")] == [FIRMS[0]]
    assert FIRMS[0] in desk.shell.toast.words.text() and "保留" in desk.shell.toast.words.text()


def test_that_keys_alone_find_undo_and_change_the_look(
    desk: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(desk, roster(tmp_path), monkeypatch)
    desk.press(Key.Key_K, Mod.ControlModifier)
    type_("zghl")
    desk.settle()
    desk.press(Key.Key_Return)
    page = desk.shell.page
    assert isinstance(page, EnterprisesPage)
    assert page.view.head.name.text() == FIRMS[1]
    desk.press(Key.Key_Z, Mod.ControlModifier)
    assert desk.rows("enterprises") == ()
    desk.press(Key.Key_Y, Mod.ControlModifier)
    assert len(desk.rows("enterprises")) == 3
    light = desk.shell.grab().toImage().pixelColor(600, 400).lightness()
    click(desk.shell.bar.look)
    assert desk.shell.grab().toImage().pixelColor(600, 400).lightness() < light
    click(desk.shell.bar.look)
    assert desk.shell.grab().toImage().pixelColor(600, 400).lightness() == light


def test_that_what_was_typed_is_found_again_after_the_program_was_killed(file: Path, qapp: QApplication) -> None:
    sitting = sit_down(file, MONDAY)
    builders.enterprise(sitting.office, FIRMS[0])
    sitting.close()
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.journeys.dying", str(file)]
    died = subprocess.run(command, env=environ, capture_output=True, check=False)
    assert died.returncode == 9, died.stderr.decode("utf-8", "replace")

    again = sit_down(file, MONDAY)
    page = again.go(VisitsPage)
    again.press(Key.Key_N, Mod.ControlModifier)
    form = page.ledger.records.dialog
    again.front(form, VisitForm)
    assert isinstance(form, VisitForm)
    assert form.note.isVisible()
    assert form.form.cells["met"].editor.raw() == "Zhang, head of the plant"
    assert [line.raw()["title"] for line in form.issues.written()] == [LATE]
    assert again.rows("visits") == ()
    click(form.forget_button)
    again.settle()
    assert form.issues.written() == []
    form.reject()
    again.close()
