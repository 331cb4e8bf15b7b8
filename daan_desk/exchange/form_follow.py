"""What else in a form speaks of a sheet that grew: names, other sheets, tables, remarks, pictures, charts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

from daan_desk.exchange.form_package import TYPES, WORKBOOK, Package, relations_of
from daan_desk.exchange.form_ranges import formulas, move_ranges
from daan_desk.exchange.form_references import Inserted, area, formula
from daan_desk.exchange.form_sheet import FormSheet

VML_ROW = re.compile(rb"(<\w+:Row>\s*)(\d+)(\s*</\w+:Row>)")
VML_ANCHOR = re.compile(rb"(<\w+:Anchor>\s*)([\d,\s]+?)(\s*</\w+:Anchor>)")
VML_ROWS = (2, 6)
CALC_CHAIN = "calcChain"


def follow(package: Package, sheet: FormSheet, inserted: Inserted) -> None:
    """Let every other part know that rows were put in."""
    own = package.sheets()[sheet.name]
    follow_sheets(package, inserted)
    follow_names(package, inserted)
    for kind in ("table", "comments", "threadedComment"):
        for part in package.related(own, kind):
            move_ranges(package.touch(part), inserted, sheet.name)
    for part in package.related(own, "drawing"):
        move_anchors(package.touch(part), inserted)
    for part in package.related(own, "vmlDrawing"):
        package.raw[part] = moved_vml(package.raw.get(part, package.parts[part]), inserted)
    follow_charts(package, inserted)
    drop_calculation_chain(package)


def follow_sheets(package: Package, inserted: Inserted) -> None:
    """Formulas of other sheets that name this one; a sheet that does not stays byte for byte."""
    for other, part in package.sheets().items():
        if other == inserted.sheet:
            continue
        root = package.tree(part)
        before = etree.tostring(root)
        for element, row in formulas(root):
            element.text = formula(element.text, inserted, sheet=other, row=row)
        move_ranges(root, inserted, other)
        if etree.tostring(root) != before:
            package.touch(part)


def follow_names(package: Package, inserted: Inserted) -> None:
    """Print areas, print titles, filters and names of ranges."""
    for name in package.tree(WORKBOOK).iterfind("{*}definedNames/{*}definedName"):
        if name.text:
            package.touch(WORKBOOK)
            name.text = formula(name.text, inserted, sheet="")


def move_anchors(root: Any, inserted: Inserted) -> None:
    """Pictures, charts and text boxes below the block go down with it; rows are counted from 0 here."""
    for row in root.iterfind(".//{*}row"):
        if etree.QName(row.getparent()).localname in ("from", "to"):
            row.text = str(inserted.row(int(row.text) + 1) - 1)


def moved_vml(content: bytes, inserted: Inserted) -> bytes:
    """The boxes of remarks and buttons, in the old drawing language."""

    def anchor(found: re.Match[bytes]) -> bytes:
        numbers = [int(number) for number in found[2].split(b",")]
        for at in VML_ROWS:
            if at < len(numbers):
                numbers[at] = inserted.row(numbers[at] + 1) - 1
        return found[1] + b", ".join(str(number).encode() for number in numbers) + found[3]

    def row(found: re.Match[bytes]) -> bytes:
        return found[1] + str(inserted.row(int(found[2]) + 1) - 1).encode() + found[3]

    return VML_ANCHOR.sub(anchor, VML_ROW.sub(row, content))


def follow_charts(package: Package, inserted: Inserted) -> None:
    """Charts anywhere in the book that draw from the sheet, and pivot tables that count it."""
    for part in package.parts:
        if part.startswith("xl/charts/") and part.endswith(".xml"):
            change(package, part, "f", lambda element: chart_range(element, inserted))
        elif part.startswith("xl/pivotCache/pivotCacheDefinition"):
            change(package, part, "worksheetSource", lambda element: pivot_range(element, inserted))


def change(package: Package, part: str, name: str, edit: Any) -> None:
    """Edit elements of a part, and mark it as touched only where something became different."""
    edits: Iterable[bool] = [edit(element) for element in package.tree(part).iter(f"{{*}}{name}")]
    if any(edits):
        package.touch(part)


def chart_range(element: Any, inserted: Inserted) -> bool:
    """One range that a chart draws."""
    before, element.text = element.text, formula(element.text, inserted, sheet="") if element.text else element.text
    return bool(before != element.text)


def pivot_range(element: Any, inserted: Inserted) -> bool:
    """The range that a pivot table counts."""
    if element.get("sheet") != inserted.sheet or not element.get("ref"):
        return False
    element.set("ref", area(element.get("ref"), inserted, grows=True))
    return True


def drop_calculation_chain(package: Package) -> None:
    """The order of calculation names cells by place; Excel makes it anew where it is missing."""
    for part in package.related(WORKBOOK, CALC_CHAIN):
        package.dropped.add(part)
        for holder, attribute, value in (
            (TYPES, "PartName", f"/{part}"),
            (relations_of(WORKBOOK), "Type", None),
        ):
            for element in list(package.touch(holder)):
                told = element.get(attribute) or ""
                if told == value or (value is None and told.endswith(f"/{CALC_CHAIN}")):
                    element.getparent().remove(element)
