"""Formulas and ranges wherever a part of a form keeps them, moved when rows are put in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from daan_desk.exchange.form_references import Inserted, areas, formula
from daan_desk.exchange.form_sheet import split

RULES = frozenset({"conditionalFormatting", "dataValidation", "ignoredError", "protectedRange", "sqref"})
SPOKEN = frozenset({"formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula"})


def formulas(root: Any) -> Iterator[tuple[Any, int]]:
    """Every formula of a sheet's cells with the row in which it stood or stands."""
    for cell in root.iterfind("{*}sheetData/{*}row/{*}c"):
        found = cell.find("{*}f")
        if found is not None and found.text:
            yield found, split(cell.get("r"))[0]


def move_ranges(root: Any, inserted: Inserted, sheet: str) -> None:
    """Ranges and formulas outside the cells: filters, validations, formats, links, print breaks, extensions.

    sheet: the one that the XML belongs to; places without a sheet's name move only where it is the one that grew.
    """
    own = sheet == inserted.sheet
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name in ("c", "row", "mergeCell") or (name == "f" and element.getparent().get("r")):
            continue
        if own:
            move_places(element, name, inserted)
        if name in SPOKEN and element.text:
            element.text = formula(element.text, inserted, sheet=sheet)


def move_places(element: Any, name: str, inserted: Inserted) -> None:
    """One element's own ranges, or its row where it is a page break."""
    for attribute in ("ref", "sqref"):
        if element.get(attribute):
            element.set(attribute, moved(element.get(attribute), inserted, rule=name in RULES))
    if name == "sqref" and element.text:
        element.text = areas(element.text, inserted)
    elif name == "brk" and etree.QName(element.getparent()).localname == "rowBreaks":
        element.set("id", str(inserted.row(int(element.get("id")))))


def moved(ranges: str, inserted: Inserted, *, rule: bool) -> str:
    """Ranges of an attribute; rules go on with the rows, single cells only move."""
    if rule:
        return areas(ranges, inserted)
    return " ".join(formula(one, inserted, sheet=inserted.sheet) for one in ranges.split())
