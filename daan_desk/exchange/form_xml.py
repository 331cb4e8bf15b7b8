"""A form in .xlsx: what filling needs of it, done in its package."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from lxml import etree

from daan_desk.domain.sheets import Merge, letter
from daan_desk.exchange.cells import numeric
from daan_desk.exchange.form_book import Formats, formats_of
from daan_desk.exchange.form_copies import copy_sheet
from daan_desk.exchange.form_package import WORKBOOK, Package
from daan_desk.exchange.form_references import Inserted
from daan_desk.exchange.form_rows import insert_rows
from daan_desk.exchange.form_sheet import FormSheet, merge_of

SUM = re.compile(r"^\s*(?:SUM\(|SUBTOTAL\((?:9|109),)([A-Z0-9$:,\s]+)\)\s*$", re.IGNORECASE)
CELLS = re.compile(r"[A-Z]+\d+(?::[A-Z]+\d+)?")
BEFORE_CALCULATION = ("definedNames", "externalReferences", "functionGroups", "sheets")


class XmlPage(FormSheet):
    """A sheet with what filling asks about it."""

    def is_drawn(self, row: int, at: int) -> bool:
        """Whether the sheet has an element for a cell."""
        return (row, at) in self.cells

    def drawn(self) -> Collection[tuple[int, int]]:
        """All places of which it has an element."""
        return self.cells

    def is_hidden(self, row: int) -> bool:
        """Whether a row is hidden."""
        return row in self.rows and self.rows[row].get("hidden") in ("1", "true")

    def options(self, row: int, at: int) -> tuple[str, ...]:
        """The words of a list that stands in the rule itself."""
        for rule in self.root.iterfind("{*}dataValidations/{*}dataValidation"):
            if rule.get("type") == "list" and covers(rule, row, at):
                listed = rule.findtext("{*}formula1") or ""
                return tuple(listed[1:-1].replace('""', '"').split(",")) if listed.startswith('"') else ()
        return ()

    def put_sum(self, row: int, at: int, first: int, last: int) -> None:
        """A sum of one column."""
        cell = self.cell(row, at)
        self.child(cell, "f").text = f"SUM({letter(at)}{first}:{letter(at)}{last})"

    def formulas(self) -> Iterator[tuple[int, int]]:
        """Where formulas stand."""
        return (spot for spot, cell in self.cells.items() if cell.find("{*}f") is not None)

    def summed(self, row: int, at: int) -> list[Merge] | None:
        """The ranges of a plain sum; whole rows and columns count as nothing."""
        found = SUM.match(self.formula(row, at) or "")
        if not found:
            return None
        refs = (ref.strip().upper() for ref in found[1].replace("$", "").split(","))
        return [merge_of(ref) for ref in refs if CELLS.fullmatch(ref)]

    def amount(self, row: int, at: int) -> Decimal | None:
        """The number in a cell."""
        cell = self.cells.get((row, at))
        value = None if cell is None or cell.get("t", "n") != "n" else cell.find("{*}v")
        return None if value is None else Decimal(value.text)

    def settle(self, row: int, at: int, total: Decimal | None) -> None:
        """Take the calculated value out of a formula's cell, and put in what is known instead."""
        cell = self.cells[row, at]
        for value in cell.findall("{*}v"):
            cell.remove(value)
        cell.attrib.pop("t", None)
        if total is not None:
            self.child(cell, "v").text = numeric(total) or "0"


@dataclass(frozen=True, slots=True)
class XmlBook:
    """A package with what filling does to it."""

    package: Package
    looked_into: dict[str, XmlPage] = field(default_factory=dict)

    def names(self) -> list[str]:
        """The worksheets."""
        return list(self.package.sheets())

    def page(self, name: str) -> XmlPage:
        """A worksheet, parsed when it is asked for."""
        if name not in self.looked_into:
            self.looked_into[name] = XmlPage(name, self.package.tree(self.package.sheets()[name]))
        return self.looked_into[name]

    def formats(self) -> Formats:
        """Read the number formats of the styles."""
        for part in self.package.related(WORKBOOK, "styles"):
            root = self.package.tree(part)
            own = {int(one.get("numFmtId")): one.get("formatCode") for one in root.iterfind("{*}numFmts/{*}numFmt")}
            return formats_of((int(xf.get("numFmtId", 0)) for xf in root.iterfind("{*}cellXfs/{*}xf")), own)
        return Formats(())

    def touch(self, name: str) -> None:
        """Write the sheet's part anew."""
        self.package.touch(self.package.sheets()[name])

    def insert(self, inserted: Inserted, step: int) -> None:
        """Put rows into a sheet."""
        insert_rows(self.package, self.page(inserted.sheet), inserted, step)

    def copy(self, name: str, wished: str) -> XmlPage:
        """Copy a sheet with everything that it alone points at."""
        return self.page(copy_sheet(self.package, name, wished))

    def save(self, to: Path) -> None:
        """Write the package; Excel calculates the whole book when it opens it."""
        root = self.package.touch(WORKBOOK)
        found = root.find("{*}calcPr")
        if found is None:
            found = etree.Element(f"{{{etree.QName(root).namespace}}}calcPr")
            before = next(one for name in BEFORE_CALCULATION if (one := root.find(f"{{*}}{name}")) is not None)
            before.addnext(found)
        found.set("fullCalcOnLoad", "1")
        self.package.save(to)


def covers(rule: Any, row: int, at: int) -> bool:
    """Whether a rule holds for a cell."""
    areas = (merge_of(cells) for cells in rule.get("sqref", "").split() if re.search(r"[A-Z]+\d+", cells))
    return any(area.covers(row, at) for area in areas)
