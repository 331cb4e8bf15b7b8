"""Blank rosters go out of a ledger's page, and a superior's forms are filled on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QApplication, QFileDialog

from daan_desk.domain.imports import Verdict
from daan_desk.exchange import layouts, workbooks
from daan_desk.services import imports
from daan_desk.services.office import Office
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.fill_box import FillBox
from daan_desk.ui.kit.ledger_page import LedgerPage
from tests import builders
from tests.exchange.old_records import FORMS
from tests.ui.kit.papers_at_work import (
    FIRMS,
    Pages,
    carried_out,
    cells,
    more,
    page_of_two,
    papers,
)


@pytest.fixture
def page(page_at: Pages, office: Office, tmp_path: Path) -> LedgerPage:
    return page_of_two(page_at, office, tmp_path)


def form(path: Path, *heads: str, title: str = "附件1  企业情况表") -> Path:
    """A superior's blank form."""
    book = Workbook()
    book.active.append([title])
    book.active.append(["序号", *heads])
    for _ in range(4):
        book.active.append([None] * (len(heads) + 1))
    book.save(path)
    return path


def filling(page: LedgerPage, path: Path, monkeypatch: pytest.MonkeyPatch) -> FillBox:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    more(page, "填写上级表格")
    box = papers(page).dialog
    assert isinstance(box, FillBox)
    return box


def test_that_a_template_comes_in_again_without_a_question(
    page: LedgerPage, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "模板.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(to), ""))
    more(page, "下载导入模板")
    box = QApplication.activeModalWidget()
    assert isinstance(box, Box)
    box.reject()
    book = load_workbook(to)
    book.active["A3"] = "自贡新来有限公司"
    book.save(to)
    layout = imports.chosen(office, layouts.layouts(workbooks.read(to)))
    plan = imports.plan(office, layout)
    assert plan.ledger == "enterprises"
    assert plan.counts[Verdict.ADDED] == 1
    assert plan.questions == ()


def test_that_a_blank_form_is_planned_shown_and_filled(
    page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = form(tmp_path / "情况表.xlsx", "企业名称", "所在镇街", "从业人员", "领导批示时间")
    before = blank.read_bytes()
    box = filling(page, blank, monkeypatch)
    shown = {box.table.item(row, 0).text(): box.table.item(row, 1).text() for row in range(box.table.rowCount())}
    assert shown["所在镇街"] == "镇街"
    assert shown["领导批示时间"] == "没有这项数据，空着"
    assert box.place == tmp_path / "情况表-已填.xlsx"
    carried_out(page, box)
    rows = cells(tmp_path / "情况表-已填.xlsx")
    assert sorted(row[1:4] for row in rows[2:4]) == sorted([[FIRMS[0], "牛佛镇", 12], [FIRMS[1], "何市镇", 30]])
    assert blank.read_bytes() == before
    box.reject()


def test_that_a_form_about_issues_may_ask_about_the_enterprise(
    page_at: Pages, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = builders.enterprise(office, FIRMS[0], legal_representative="赵明", private_note="欠税")
    builders.issue(office, one, title="门口道路破损")
    page = page_at("issues")
    blank = form(tmp_path / "诉求表.xlsx", "企业名称", "法定代表人", "问题描述", "标题")
    box = filling(page, blank, monkeypatch)
    shown = {box.table.item(row, 0).text(): box.table.item(row, 1).text() for row in range(box.table.rowCount())}
    assert shown["法定代表人"] == "企业：法定代表人"
    carried_out(page, box)
    text = str(cells(box.place))
    assert "赵明" in text
    assert "欠税" not in text
    box.reject()


def test_that_what_is_private_goes_into_a_form_only_when_ticked(
    page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = form(tmp_path / "备注表.xlsx", "企业名称", "从业人员", "不公开备注")
    for ticked in (False, True):
        box = filling(page, blank, monkeypatch)
        assert box.private.isVisible()
        box.private.setChecked(ticked)
        carried_out(page, box)
        assert ("欠税" in str(cells(box.place))) is ticked
        box.reject()


def test_that_a_form_for_a_month_gets_that_month_unless_somebody_wants_all(
    page_at: Pages, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = builders.enterprise(office, FIRMS[0])
    for day in ("2026-10-09", "2026-10-20", "2026-11-03"):
        builders.visit(office, one, day=day)
    page = page_at("visits")
    blank = form(tmp_path / "走访表.xlsx", "企业名称", "走访时间", "走访方式", title="2026年10月走访情况统计表")
    box = filling(page, blank, monkeypatch)
    assert box.only.isVisible() and "2026年10月" in box.only.text()
    assert box.sentence.text().startswith("把 2 条")
    carried_out(page, box)
    assert sorted(row[2] for row in cells(box.place)[2:] if row[1]) == ["2026-10-09", "2026-10-20"]
    box.reject()
    box = filling(page, blank, monkeypatch)
    box.only.click()
    assert box.sentence.text().startswith("把 3 条")
    carried_out(page, box)
    assert sum(1 for row in cells(box.place)[2:] if row[1]) == 3
    box.reject()


def test_that_whom_a_form_asks_about_in_vain_is_named(
    page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = form(tmp_path / "补充表.xlsx", "企业名称", "从业人员")
    book = load_workbook(blank)
    for row, name in enumerate((FIRMS[1], "自贡没有的有限公司", FIRMS[0], "自贡也没有的有限公司"), 3):
        book.active.cell(row, 2).value = name
    book.save(blank)
    box = filling(page, blank, monkeypatch)
    assert not box.only.isVisible()
    carried_out(page, box)
    assert [row[2] for row in cells(box.place)[2:]] == [30, None, 12, None]
    assert "2 家没有对应的记录，未填：自贡没有的有限公司、自贡也没有的有限公司" in box.heading.text()
    box.reject()


def test_that_a_file_that_is_no_form_of_ours_is_refused_in_words(
    page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[BaseException] = []
    page.desk.complained.connect(heard.append)
    blank = form(tmp_path / "别的.xlsx", "甲乙", "丙丁")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(blank), ""))
    more(page, "填写上级表格")
    assert papers(page).dialog is None
    assert "没有找到能用" in str(heard[0])


@pytest.mark.parametrize("ending", [".xls", ".et"])
def test_that_an_old_form_and_one_of_wps_are_offered_filled_and_stay_what_they_are(
    ending: str, page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = Path(shutil.copy(FORMS / "plain.xls", tmp_path / f"附件1{ending}"))
    offered: list[str] = []

    def chosen(_host: object, _title: str, _folder: str, kinds: str) -> tuple[str, str]:
        offered.append(kinds)
        return str(blank), kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    more(page, "填写上级表格")
    assert f"*{ending}" in offered[0]
    box = papers(page).dialog
    assert isinstance(box, FillBox)
    assert box.place == tmp_path / f"附件1-已填{ending}"
    carried_out(page, box)
    assert "已填好 2 条" in box.heading.text()
    sheet = workbooks.read(box.place).sheets[0]
    assert {sheet.cell(row, 1) for row in (3, 4)} == set(FIRMS)
    assert blank.read_bytes() == (FORMS / "plain.xls").read_bytes()
    box.reject()


def test_that_another_place_for_an_old_form_keeps_its_ending(
    page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = filling(page, Path(shutil.copy(FORMS / "plain.xls", tmp_path / "附件1.xls")), monkeypatch)
    asked: list[str] = []

    def chosen(_host: object, _title: str, _place: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return str(tmp_path / "报送"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    box.change.click()
    assert asked == ["Excel 97-2003 (*.xls)"]
    assert box.place == tmp_path / "报送.xls"
    box.reject()
