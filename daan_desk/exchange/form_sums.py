"""Sums in a filled form: blank ones get a formula, all carry their value for programs that do not calculate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lxml import etree

from daan_desk.domain.sheets import letter
from daan_desk.exchange.cells import numeric
from daan_desk.exchange.form_package import WORKBOOK, Package
from daan_desk.exchange.form_sheet import FormSheet, merge_of

SUM = re.compile(r"^\s*(?:SUM\(|SUBTOTAL\((?:9|109),)([A-Z0-9$:,\s]+)\)\s*$", re.IGNORECASE)
BEFORE_CALCULATION = ("definedNames", "externalReferences", "functionGroups", "sheets")


def add_sum(sheet: FormSheet, row: int, at: int, first: int, last: int) -> None:
    """A sum into a blank cell of a totals row."""
    if not sheet.is_empty(row, at) or last < first:
        return
    cell = sheet.cell(row, at)
    sheet.child(cell, "f").text = f"SUM({letter(at)}{first}:{letter(at)}{last})"


def settle_sums(package: Package, sheet: FormSheet) -> None:
    """Plain sums get their value, other formulas lose the blank form's; Excel calculates all when it opens the file."""
    waiting = {}
    for (row, at), cell in sheet.cells.items():
        found = cell.find("{*}f")
        if found is not None:
            forget(cell)
            waiting[row, at] = SUM.match(found.text or "")
    for spot, found in sorted(waiting.items()):
        total = added(sheet, found[1], set(waiting)) if found else None
        if total is not None:
            sheet.child(sheet.cells[spot], "v").text = numeric(total) or "0"
            waiting.pop(spot)
    calculate_on_opening(package)


def forget(cell: Any) -> None:
    """Take the calculated value out of a formula's cell."""
    for value in cell.findall("{*}v"):
        cell.remove(value)
    cell.attrib.pop("t", None)


def added(sheet: FormSheet, ranges: str, unknown: set[tuple[int, int]]) -> Decimal | None:
    """The sum of ranges; None where one of their cells is a formula that nobody has calculated yet."""
    total = Decimal(0)
    for ref in ranges.replace("$", "").split(","):
        for spot in spots(ref.strip().upper()):
            cell = sheet.cells.get(spot)
            value = None if cell is None else cell.find("{*}v")
            if value is None and cell is not None and cell.find("{*}f") is not None:
                return None
            if value is not None and cell is not None and cell.get("t", "n") == "n":
                total += Decimal(value.text)
    return total


def spots(ref: str) -> Iterator[tuple[int, int]]:
    """Every cell of a range; nothing for whole rows and columns."""
    if not re.fullmatch(r"[A-Z]+\d+(?::[A-Z]+\d+)?", ref):
        return
    area = merge_of(ref)
    for row in range(area.top, area.bottom + 1):
        for at in range(area.left, area.right + 1):
            yield row, at


def calculate_on_opening(package: Package) -> None:
    """Let Excel calculate the whole book when it opens it."""
    root = package.touch(WORKBOOK)
    found = root.find("{*}calcPr")
    if found is None:
        found = etree.Element(f"{{{etree.QName(root).namespace}}}calcPr")
        before = next(one for name in BEFORE_CALCULATION if (one := root.find(f"{{*}}{name}")) is not None)
        before.addnext(found)
    found.set("fullCalcOnLoad", "1")
