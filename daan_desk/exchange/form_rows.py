"""Rows put into a form: styles go on, what stands below moves, and everything that speaks of it follows."""

from __future__ import annotations

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.form_follow import follow
from daan_desk.exchange.form_merges import moved_merge
from daan_desk.exchange.form_package import Package
from daan_desk.exchange.form_ranges import formulas, move_ranges, moved
from daan_desk.exchange.form_references import Inserted, copied, formula
from daan_desk.exchange.form_sheet import FormSheet, merge_of, place, split


def insert_rows(package: Package, sheet: FormSheet, inserted: Inserted, step: int = 1) -> None:
    """Put rows in behind `inserted.last`, styled as the last `step` rows (0: without style); the whole book follows."""
    unshare(sheet)
    move_rows(sheet, inserted)
    for element, row in formulas(sheet.root):
        element.text = formula(element.text, inserted, sheet=sheet.name, row=row)
        if element.get("ref"):
            element.set("ref", moved(element.get("ref"), inserted, rule=False))
    move_merges(sheet, inserted, step)
    sheet.index()
    for number in range(inserted.last + 1, inserted.last + inserted.count + 1) if step else ():
        add_row(sheet, inserted.last - step + 1 + (number - inserted.last - 1) % step, number)
    move_ranges(sheet.root, inserted, sheet.name)
    follow(package, sheet, inserted)


def unshare(sheet: FormSheet) -> None:
    """Give every cell of a shared formula a formula of its own: rows that move apart cannot share one."""
    masters: dict[str, tuple[str, str]] = {}
    for (row, at), cell in sorted(sheet.cells.items()):
        found = cell.find("{*}f")
        if found is None or found.get("t") != "shared":
            continue
        if found.text:
            masters[found.get("si")] = (found.text, place(row, at))
        elif found.get("si") in masters:
            text, origin = masters[found.get("si")]
            found.text = copied(text, origin, place(row, at))
        for name in ("t", "si", "ref"):
            found.attrib.pop(name, None)


def move_rows(sheet: FormSheet, inserted: Inserted) -> None:
    """Rows below the block get their new numbers."""
    for number in sorted((row for row in sheet.rows if row > inserted.last), reverse=True):
        line = sheet.rows[number]
        line.set("r", str(number + inserted.count))
        for cell in line.iterfind("{*}c"):
            cell.set("r", place(number + inserted.count, split(cell.get("r"))[1]))


def add_row(sheet: FormSheet, source: int, number: int) -> None:
    """A row like another, its formulas as Excel copies them."""
    sheet.copy_row(source, number)
    for cell in sheet.rows[number].iterfind("{*}c"):
        found = cell.find("{*}f")
        if found is not None and found.text:
            at = split(cell.get("r"))[1]
            found.text = copied(found.text, place(source, at), place(number, at))


def move_merges(sheet: FormSheet, inserted: Inserted, step: int) -> None:
    """Merges below move, those that reach the block's end from above it grow, those of the last record are repeated."""
    holder = sheet.root.find("{*}mergeCells")
    if holder is None:
        return
    for element in list(holder):
        first, *more = moved_merge(merge_of(element.get("ref")), inserted, step)
        element.set("ref", named(first))
        for area in more:
            sheet.child(holder, "mergeCell").set("ref", named(area))
    holder.set("count", str(len(holder)))


def named(area: Merge) -> str:
    """A merge as the sheet names it."""
    return f"{place(area.top, area.left)}:{place(area.bottom, area.right)}"
