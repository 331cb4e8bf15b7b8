"""Sheets of the same shape, one per town or month, taken together with the sheet's name as a value."""

from __future__ import annotations

import re
from dataclasses import replace

from daan_desk.domain.sheets import DataRow, Header, Layout, Role, Skipped
from daan_desk.exchange.shapes import copies

SUMMARY = re.compile(r"汇总|总表|合计|全部|总名单|全区|总台账")
WHOLE = 0.9
Shape = tuple[str, ...]


def together(single: list[Layout]) -> tuple[list[Layout], list[Layout]]:
    """One layout for every shape and unit that several sheets share; a sheet that sums the others up stays apart.

    Then all single ones; where others only repeat a sheet, it says so.
    """
    shapes: dict[tuple[Shape, str | None], list[Layout]] = {}
    for found in single:
        headed = found.header_rows or any(not header.letter for header in found.headers)  # cards have none
        if found.rows and headed and found.role in (Role.ROSTER, Role.LEDGER):
            shapes.setdefault((found.shape, found.unit), []).append(found)
    parted = [copies.without_copies(_without_summary(alike)) for alike in shapes.values()]
    told = {(alike[0].sheet, alike[0].first): alike[0] for alike in parted if len(alike) == 1}
    seen = [told.get((one.sheet, one.first), one) for one in single]
    return [_joined(alike) for alike in parted if len(alike) > 1], seen


def _without_summary(alike: list[Layout]) -> list[Layout]:
    total = sum(len(found.rows) for found in alike)
    return [
        found
        for found in alike
        if not (SUMMARY.search(found.sheet) and len(found.rows) >= WHOLE * (total - len(found.rows)))
    ]


def _joined(alike: list[Layout]) -> Layout:
    first = alike[0]
    width = max(header.column for header in first.headers) + 1
    names = tuple(found.sheet for found in alike)
    some = "、".join(names[:8]) + ("……" if len(names) > 8 else "")
    return replace(
        first,
        sheets=names,
        headers=(*first.headers, Header(width, "", "工作表", "工作表")),
        rows=tuple(_named(row, found.sheet) for found in alike for row in found.rows),
        skipped=tuple(Skipped(row, why, found.sheet) for found in alike for row, why, _ in found.skipped),
        warnings=tuple((row, f"〔{found.sheet}〕{text}") for found in alike for row, text in found.warnings),
        sure=all(found.sure for found in alike),
        decisions=(*first.decisions, f"{len(alike)} 个工作表的表头相同，合在一起读取：{some}"),
    )


def _named(row: DataRow, sheet: str) -> DataRow:
    return DataRow(row.number, (*row.cells, sheet), sheet, row.section)
