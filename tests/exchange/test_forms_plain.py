"""Forms without a line or a border: their blank and numbered rows are filled, and their sums reach over all of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from daan_desk.exchange.form_columns import Known
from daan_desk.exchange.forms import fill, plan_fill
from daan_desk.services import ledgers
from daan_desk.services.forms import related
from tests.exchange.blank_forms import LEDGER, records

HEAD = ("序号", "企业名称", "从业人数", "联系电话")


def form(folder: Path, *rows: Sequence[object]) -> Path:
    made = openpyxl.Workbook()
    for row in (("重点企业情况表",), HEAD, *rows):
        made.active.append(list(row))
    path = folder / "表.xlsx"
    made.save(path)
    return path


def filled(path: Path, count: int) -> list[list[Any]]:
    done = fill(path, records(count), LEDGER, path.with_name("已填.xlsx"))
    return [list(row) for row in openpyxl.load_workbook(done.file)[done.sheet].iter_rows(values_only=True)]


@pytest.mark.parametrize("count", [2, 3, 6])
def test_that_numbered_rows_are_used_and_the_sum_reaches_over_all_of_them(tmp_path: Path, count: int) -> None:
    blank = form(tmp_path, (1,), (2,), (3,), ("合计", None, "=SUM(C3:C5)"), ("审核人：",))
    rows = filled(blank, count)
    last = 2 + max(count, 3)
    assert [row[0] for row in rows[2:last]] == list(range(1, max(count, 3) + 1))
    assert [row[1] for row in rows[2 : 2 + count]] == [one["name"] for one in records(count)]
    assert rows[last][:3] == ["合计", None, f"=SUM(C3:C{last})"]
    assert rows[last + 1][0] == "审核人："
    assert len(rows) == last + 2


def test_that_numbers_written_as_words_go_on_as_words(tmp_path: Path) -> None:
    rows = filled(form(tmp_path, ("1",), ("2",)), 3)
    assert [row[0] for row in rows[2:]] == ["1", "2", "3"]


@pytest.mark.parametrize("count", [2, 5])
def test_that_blank_rows_before_a_sum_are_lines(tmp_path: Path, count: int) -> None:
    blank = form(tmp_path, (), (), (), ("合计", None, "=SUM(C3:C5)"))
    rows = filled(blank, count)
    last = 2 + max(count, 3)
    assert [row[1] for row in rows[2 : 2 + count]] == [one["name"] for one in records(count)]
    assert rows[last][:3] == ["合计", None, f"=SUM(C3:C{last})"]


def test_that_the_post_of_an_officer_is_not_taken_from_the_enterprise(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for row in (("走访情况周报",), ("（2026年11月）",), ("走访时间", "走访领导", "职务", "走访企业", "联系电话")):
        made.active.append(list(row))
    made.save(tmp_path / "周报.xlsx")
    visits = ledgers.ledger("visits")
    plan = plan_fill(tmp_path / "周报.xlsx", Known(visits, related(visits)))
    assert plan.unknown == ("职务",)
    assert plan.columns["联系电话"] == "enterprise.contact_phone"
    assert "（2026年11月）" in plan.titles
