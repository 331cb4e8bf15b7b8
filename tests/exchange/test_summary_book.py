"""The summary as a workbook."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from daan_desk.exchange.summary_book import write_summary_book
from tests.exchange.papers import brief


def test_that_words_come_first_and_every_table_has_its_sheet(tmp_path: Path) -> None:
    assert write_summary_book(brief(), tmp_path / "简报.xlsx") == 62
    book = openpyxl.load_workbook(tmp_path / "简报.xlsx")
    assert book.sheetnames == ["情况", "各镇街情况", "企业名录", "盘活", "图表", "说明"]
    words = [row[0].value for row in book["情况"]]
    assert words[0] == "2026年5月企业服务工作情况"
    assert "一、总体情况" in words
    assert "走访企业1,042家次<&>。" in words
    assert words[-1] == "注：不满一年的指标不作同比。"


def test_that_figures_are_numbers_and_small_tables_are_drawn(tmp_path: Path) -> None:
    write_summary_book(brief(), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [cell.value for cell in book["各镇街情况"][3]] == ["乙镇", 1030, "—"]
    assert len(book["图表"]._charts) == 1
    assert book["说明"]["A1"].value == "数据截至5月31日。"


def test_that_a_summary_without_tables_is_still_a_workbook(tmp_path: Path) -> None:
    assert write_summary_book(brief(sections=()), tmp_path / "a.xlsx") == 0
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["情况"]
