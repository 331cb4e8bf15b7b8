"""A sheet of a form once more, with its pictures, remarks and print settings."""

from __future__ import annotations

import posixpath
import re
from copy import deepcopy
from typing import Any

from lxml import etree

from daan_desk.domain.failures import Trouble
from daan_desk.exchange.books_out import sheet_name
from daan_desk.exchange.form_package import RELATION_ID, STRICT_ID, TYPES, WORKBOOK, Package, relations_of

SHARED = frozenset({"image", "hyperlink", "theme"})
SINGLE = frozenset({"table", "pivotTable", "queryTable"})


def copy_sheet(package: Package, name: str, wished: str) -> str:
    """Add a copy of a sheet, answer its name; `Trouble` where it holds something that can be in a book only once."""
    source = package.sheets()[name]
    if any(relation.kind in SINGLE for relation in package.relations(source).values()):
        raise Trouble("这份表里有智能表格或透视表，一次只能填一家企业。", "请一次选一家，或者先把它转换为普通区域。")
    new = sheet_name(wished, package.sheets())
    part = copy_part(package, source)
    enter(package, part, name, new)
    tree = package.touch(part)
    for view in tree.iterfind("{*}sheetViews/{*}sheetView"):
        view.attrib.pop("tabSelected", None)
    return new


def copy_part(package: Package, source: str) -> str:
    """Copy a part with everything that it alone points at; answers the new part's name."""
    part = free_name(package, source)
    package.parts[part] = package.parts[source]
    package.raw[part] = package.parts[source]
    declare(package, source, part)
    relations = relations_of(source)
    if relations in package.parts:
        tree = deepcopy(package.tree(relations))
        own = package.relations(source)
        for element in tree:
            found = own.get(element.get("Id"))
            if found and found.kind not in SHARED and found.part in package.parts:
                element.set("Target", "/" + copy_part(package, found.part))
        name = relations_of(part)
        package.parts[name] = etree.tostring(tree)
        package.trees[name] = tree
        package.touched.add(name)
    return part


def free_name(package: Package, source: str) -> str:
    """A part's name with the next number that is free."""
    folder, name = posixpath.split(source)
    stem, ending = posixpath.splitext(name)
    stem = re.sub(r"\d+$", "", stem)
    number = 1
    while posixpath.join(folder, f"{stem}{number}{ending}") in package.parts:
        number += 1
    return posixpath.join(folder, f"{stem}{number}{ending}")


def declare(package: Package, source: str, part: str) -> None:
    """Say of what type the new part is, where the old one's type is said by name."""
    for one in package.tree(TYPES).iterfind("{*}Override"):
        if one.get("PartName") == f"/{source}":
            made = deepcopy(one)
            made.set("PartName", f"/{part}")
            package.touch(TYPES).append(made)
            return


def enter(package: Package, part: str, name: str, new: str) -> None:
    """Name the new sheet in the book, behind the others, with the print area and titles of the old one."""
    relations = package.touch(relations_of(WORKBOOK))
    book = package.touch(WORKBOOK)
    sheets = book.find("{*}sheets")
    old = next(sheet for sheet in sheets if sheet.get("name") == name)
    key = RELATION_ID if old.get(RELATION_ID) else STRICT_ID
    relation = deepcopy(next(one for one in relations if one.get("Id") == old.get(key)))
    relation.set("Id", f"rIdDesk{len(relations) + 1}")
    relation.set("Target", f"/{part}")
    relations.append(relation)
    made = deepcopy(old)
    made.set("name", new)
    made.set("sheetId", str(max(int(sheet.get("sheetId")) for sheet in sheets) + 1))
    made.set(key, relation.get("Id"))
    copy_names(book, list(sheets).index(old), len(sheets), (name, new))
    sheets.append(made)


def copy_names(book: Any, old: int, new: int, names: tuple[str, str]) -> None:
    """Names that hold for the old sheet alone hold for the new one too."""
    holder = book.find("{*}definedNames")
    for one in list(holder) if holder is not None else ():
        if one.get("localSheetId") == str(old):
            made = deepcopy(one)
            made.set("localSheetId", str(new))
            was, now = (name.replace("'", "''") for name in names)
            prefix = re.compile(rf"(?:'{re.escape(was)}'|{re.escape(was)})!")
            made.text = f"'{now}'!".join(prefix.split(made.text or ""))
            holder.append(made)
