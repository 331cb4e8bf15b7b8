"""A table with a column for each month comes in at the screen, and what is wrong in it goes back as it stood there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from daan_desk.services import ledgers
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.ui.pages.imports.page import ImportsPage
from daan_desk.ui.pages.imports.returned import write_returned
from daan_desk.ui.pages.imports.verdicts import lists
from tests.ui.pages.rosters import FIRMS, book, load, wait


@pytest.fixture
def page(opened: Callable[[type[ImportsPage]], ImportsPage]) -> ImportsPage:
    return opened(ImportsPage)


def table(folder: Path, *rows: tuple[object, ...]) -> Path:
    heads = ("序号", "企业名称", "1月", "2月", "3月", "累计")
    return book(folder / "产值.xlsx", ("2026年1-3月规上工业企业产值（万元）",), heads, *rows, merges=("A1:F1",))


def test_that_every_month_with_a_number_is_a_record_of_figures(
    page: ImportsPage, office: Office, tmp_path: Path
) -> None:
    load(page, table(tmp_path, (1, FIRMS[0], 100, 110, None, 210), (2, FIRMS[1], 90, None, 95, 185)))
    page.bringing.carry_out()
    wait(page)
    rows = ledgers.rows(office, "figures", ledgers.ids(office, Question("figures", sort=("month",))))
    told = sorted((str(row["month"]), row["enterprise"].text, int(row["output"])) for row in rows)  # type: ignore[attr-defined, call-overload]
    assert told == sorted(
        [("2026-01", FIRMS[0], 100), ("2026-02", FIRMS[0], 110), ("2026-01", FIRMS[1], 90), ("2026-03", FIRMS[1], 95)]
    )


def test_that_a_row_that_gave_several_records_goes_back_once_and_as_it_stood(page: ImportsPage, tmp_path: Path) -> None:
    load(page, table(tmp_path, (1, FIRMS[0], 100, 110, 120, 330), (2, "/", 7, 8, 9, 24), (3, FIRMS[1], 1, 2, 3, 6)))
    study = page.study
    assert study is not None
    refused = lists(study, ledgers.ledger("figures"))[3]
    assert len(refused.items) == 3
    assert all(refused.mend(item) is None for item in refused.items)
    to = tmp_path / "未导入.xlsx"
    assert write_returned(study, to) == 1
    sheet = load_workbook(to).active
    assert [cell.value for cell in sheet[2]][:6] == ["序号", "企业名称", "1月", "2月", "3月", "累计"]
    assert [cell.value for cell in sheet[3]][:6] == [2, "/", 7, 8, 9, 24]
    assert sheet.max_row == 3
