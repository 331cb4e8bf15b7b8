"""Statistics tables come year to date and in 千元: the unit is converted, differences are taken, both are kept."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from daan_desk.exchange import workbooks
from daan_desk.exchange.layouts import layouts
from daan_desk.services import figures, imports, ledgers, records, undo
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from tests import builders

FIRM = "自贡甲机械有限公司"


def statistics(folder: Path, month: int, own: object, total: object, title: str = "2026年1-{m}月") -> Path:
    """A table of the statistics bureau: the month in its title, 千元, two header rows, last year beside this one."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["规模以上工业企业主要经济指标"])
    sheet.append([title.format(m=month), None, None, None, None, None, "单位：千元"])
    sheet.append(["统一社会信用代码", "单位详细名称", "工业总产值", None, None, "营业收入", None])
    sheet.append([None, None, "本月", "1-本月", "去年同期1-本月", "1-本月", "去年同期"])
    for cells in ("A3:A4", "B3:B4", "C3:E3", "F3:G3", "A1:G1"):
        sheet.merge_cells(cells)
    sheet.append([None, FIRM, own, total, 4000, total, 3900])
    sheet.append(["合计", None, own, total, 4000, total, 3900])
    book.save(folder / f"{month}.xlsx")
    return folder / f"{month}.xlsx"


def bring(office: Office, file: Path) -> imports.ImportPlan:
    layout, found = imports.picked(office, layouts(workbooks.read(file)))
    plan = imports.planned(office, layout, found)
    imports.carry_out(office, plan)
    return plan


def kept(office: Office, *names: str) -> dict[str, list[object]]:
    rows = ledgers.rows(office, "figures", ledgers.ids(office, Question("figures", sort=("month",))))
    return {str(row["month"]): [row[name] for name in names] for row in rows}


def test_that_sums_in_thousands_become_ten_thousands_and_months_and_both_stay(office: Office, tmp_path: Path) -> None:
    builders.enterprise(office, FIRM)
    plan = bring(office, statistics(tmp_path, 1, 1000, 1000))
    assert (plan.ledger, [str(row.verdict.value) for row in plan.rows]) == ("figures", [plan.rows[0].verdict.value])
    assert "月份取自标题：2026-01" in plan.questions
    bring(office, statistics(tmp_path, 2, None, 2500))
    bring(office, statistics(tmp_path, 4, None, 5000))
    assert kept(office, "output", "output_sum", "revenue", "revenue_sum") == {
        "2026-01": [Decimal(100), Decimal(100), Decimal(100), Decimal(100)],
        "2026-02": [Decimal(150), Decimal(250), Decimal(150), Decimal(250)],
        "2026-04": [None, Decimal(500), None, Decimal(500)],  # March is missing: nothing is spread or guessed
    }


def test_that_a_sum_that_came_late_fills_the_month_after_it(office: Office, tmp_path: Path) -> None:
    for month, total in ((1, 1000), (3, 3600), (2, 2500)):
        bring(office, statistics(tmp_path, month, None, total))
    assert [row[0] for row in kept(office, "output").values()] == [Decimal(100), Decimal(150), Decimal(110)]


def test_that_a_revised_sum_revises_its_month_and_what_no_longer_fits_is_told(office: Office, tmp_path: Path) -> None:
    for month, total in ((1, 1000), (2, 2500), (3, 3600)):
        bring(office, statistics(tmp_path, month, None, total))
    bring(office, statistics(tmp_path, 2, None, 2700))
    assert [row[0] for row in kept(office, "output").values()] == [Decimal(100), Decimal(170), Decimal(110)]
    assert [one.odd.words for one in figures.checks(office, "2026-03") if "累计" in one.odd.words] == [
        "工业总产值累计 360 与各月之和 380 不符",
        "营业收入累计 360 与各月之和 380 不符",
    ]


def test_that_an_import_of_sums_is_taken_back_in_one(office: Office, tmp_path: Path) -> None:
    bring(office, statistics(tmp_path, 1, None, 1000))
    undo.undo(office, undo.acts(office, 1)[0].id)
    assert kept(office, "output") == {}


def test_that_a_months_own_figure_that_somebody_typed_stays(office: Office) -> None:
    enterprise = builders.enterprise(office, FIRM)
    record = records.add(office, "figures", {"enterprise": enterprise, "month": "2026-01", "output": 90}).first(
        "figures"
    )
    records.change(office, "figures", record, {"output": 95, "output_sum": 100})
    assert kept(office, "output", "output_sum") == {"2026-01": [Decimal(95), Decimal(100)]}


def test_that_a_locked_month_is_not_worked_out_behind_its_back(office: Office) -> None:
    enterprise = builders.enterprise(office, FIRM)
    records.add(office, "figures", {"enterprise": enterprise, "month": "2026-02", "output_sum": 250, "power": 3})
    figures.lock(office, "2026-02")
    records.add(office, "figures", {"enterprise": enterprise, "month": "2026-01", "output_sum": 100})
    assert kept(office, "output") == {"2026-01": [Decimal(100)], "2026-02": [None]}


@pytest.mark.parametrize(
    ("title", "month", "to_date"),
    [
        ("2026年5月规上工业", "2026-05", False),
        ("（2026年1—11月）", "2026-11", True),
        ("2026年1月-5月产值", "2026-05", True),
        ("2026.5", "2026-05", False),
        ("2026年重点企业名录", "", False),
        ("2026年12个项目", "", False),
    ],
)
def test_that_a_title_names_its_month(tmp_path: Path, title: str, month: str, to_date: bool) -> None:
    (found,) = layouts(workbooks.read(statistics(tmp_path, 5, 1, 2, title)))
    assert (found.month, found.to_date) == (month, to_date)
