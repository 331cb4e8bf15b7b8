"""A block copied from a spreadsheet finds its place in a sheet, and what was typed is read or refused by cell."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.entry_sheets import EntryRow, EntrySheet, pasted, readings
from daan_desk.domain.fields import Field
from daan_desk.domain.numbers import Integer, Money

FIELDS = (Field("output", "工业总产值（万元）", Money("万元")), Field("employees", "从业人数（人）", Integer("人")))
ROWS = tuple(EntryRow(key, title) for key, title in (("a", "甲公司"), ("b", "乙公司"), ("c", "丙公司")))
SHEET = EntrySheet("figures", "2026-10", "2026年10月", FIELDS, ROWS)


def test_that_a_bare_block_begins_at_the_current_cell() -> None:
    assert pasted("1\t2\n3\t4", SHEET, (1, 0)).cells == ((1, 0, "1"), (1, 1, "2"), (2, 0, "3"), (2, 1, "4"))


def test_that_names_and_labels_place_a_block_wherever_it_is_pasted() -> None:
    found = pasted("企业名称\t从业人数\t工业总产值\n丙公司\t30\t300\n甲公司\t10\t100\n", SHEET, (1, 1))
    assert set(found.cells) == {(2, 1, "30"), (2, 0, "300"), (0, 1, "10"), (0, 0, "100")}
    assert found.unknown == ()


def test_that_names_without_labels_are_followed_by_the_columns_in_order() -> None:
    assert pasted("乙公司\t7\t8", SHEET, (0, 0)).cells == ((1, 0, "7"), (1, 1, "8"))


def test_that_lines_that_find_no_place_are_named() -> None:
    found = pasted("甲公司\t1\n丁公司\t2", SHEET, (0, 0))
    assert (found.cells, found.unknown) == (((0, 0, "1"),), ("丁公司",))
    assert pasted("1\n2", SHEET, (2, 0)).unknown == ("2",)


def test_that_what_cannot_be_read_is_told_by_field() -> None:
    values, problems = readings(SHEET, {"output": "1.2亿元", "employees": "许多"})
    assert values == {"output": Decimal(12_000)}
    assert list(problems) == ["employees"]
