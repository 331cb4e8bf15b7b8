"""Words that are too long, too strange or dangerous: from the roster to the screen, the workbook and Word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from daan_desk.domain.failures import Rejected
from daan_desk.domain.imports import ImportPlan, Verdict
from daan_desk.exchange import layouts, workbooks
from daan_desk.exchange.closing_slip import write_slip_word
from daan_desk.exchange.ledgers_out import write_ledger
from daan_desk.services import imports, issues, ledgers, records, slips
from daan_desk.services.ledgers import Question
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.ledger_service import OfficeSource
from tests import builders

LONG = "自贡" + "长" * 290 + "有限公司"
STRANGE = (
    LONG,
    "自贡😀🏭有限公司",
    '=HYPERLINK("http://example.invalid","点我")',
    "+1+cmd|' /C calc'!A0",
    "@自贡有限公司",
)
LONGEST = 32_767  # characters of a cell


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    made = builders.workplace(tmp_path)
    yield made
    made.close()


def roster(file: Path) -> Path:
    book = Workbook()
    page = book.active
    page.append(["企业名称", "备注"])
    for row, name in enumerate(STRANGE, start=2):
        page.cell(row, 1, name).data_type = "s"
        page.cell(row, 2, "=1+1").data_type = "s"
    book.save(file)
    return file


def planned(place: Workplace, file: Path) -> ImportPlan:
    return imports.plan(place.office, layouts.layouts(workbooks.read(file))[0])


def names(place: Workplace) -> set[object]:
    found = ledgers.rows(place.office, "enterprises", ledgers.ids(place.office, Question("enterprises")))
    return {row["name"] for row in found}


def test_that_strange_names_stay_words_from_the_roster_to_the_workbook_and_back(
    place: Workplace, tmp_path: Path
) -> None:
    plan = planned(place, roster(tmp_path / "名录.xlsx"))
    assert plan.counts[Verdict.ADDED] == len(STRANGE), plan.rows
    imports.carry_out(place.office, plan)
    assert names(place) == set(STRANGE)
    write_ledger(ledgers.table(place.office, Question("enterprises")), tmp_path / "导出.xlsx")
    cells = [cell for row in load_workbook(tmp_path / "导出.xlsx").worksheets[0].iter_rows() for cell in row]
    assert set(STRANGE) <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells if cell.value in (*STRANGE, "=1+1")} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    again = planned(place, tmp_path / "导出.xlsx")
    assert again.counts[Verdict.SAME] == len(STRANGE)


def test_that_strange_names_stay_words_on_paper(place: Workplace, tmp_path: Path) -> None:
    for at, name in enumerate(STRANGE):
        issue = builders.issue(place.office, builders.enterprise(place.office, name))
        write_slip_word(slips.slip(place.office, issue), tmp_path / f"{at}.docx")
        document = Document(str(tmp_path / f"{at}.docx"))
        words = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
        assert name in words
        assert "HYPERLINK" not in document.element.xml.replace("HYPERLINK(&quot;", "").replace('HYPERLINK("', "")


def test_that_a_text_that_fills_a_cell_is_kept_whole_and_goes_out_whole(place: Workplace, tmp_path: Path) -> None:
    text = ("自贡天工机械有限公司反映的情况。" * (LONGEST // 16 + 1))[:LONGEST]
    issue = builders.issue(place.office, builders.enterprise(place.office), description=text)
    assert ledgers.row(place.office, "issues", issue)["description"] == text
    write_ledger(ledgers.table(place.office, Question("issues"), ("title", "description")), tmp_path / "问题.xlsx")
    cells = {cell.value for row in load_workbook(tmp_path / "问题.xlsx").worksheets[0].iter_rows() for cell in row}
    assert text in cells
    issues.move(place.office, issue, "dispatch", {"lead_department": "区住建局"})
    write_slip_word(slips.slip(place.office, issue), tmp_path / "销号单.docx")
    assert (tmp_path / "销号单.docx").stat().st_size > 5_000


def test_that_a_text_longer_than_a_cell_is_refused_beside_its_field(place: Workplace) -> None:
    issue = builders.issue(place.office, builders.enterprise(place.office))
    with pytest.raises(Rejected, match="最多 32767 个字") as refused:
        records.change(place.office, "issues", issue, {"description": "字" * (LONGEST + 1)})
    assert list(refused.value.problems) == ["description"]


def test_that_the_screen_finds_strange_names_by_their_own_signs(place: Workplace) -> None:
    for name in STRANGE:
        builders.enterprise(place.office, name)
    source = OfficeSource(place.office, ledgers.ledger("enterprises"))
    looked_for = {"HYPERLINK": {STRANGE[2]}, "😀": {STRANGE[1]}, "cmd|": {STRANGE[3]}, "'": {STRANGE[3]}, "%": set()}
    for part, found in looked_for.items():
        rows = source.rows(ledgers.ids(place.office, Question("enterprises", text=part)))
        assert {row["name"] for row in rows} == found
