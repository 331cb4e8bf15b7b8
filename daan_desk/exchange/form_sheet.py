"""One sheet of a form in its own XML: cells are read and written in place, everything around them stays."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from daan_desk.domain.sheets import Merge, column, letter
from daan_desk.exchange.cells import clean, numeric
from daan_desk.exchange.form_merges import covered

PLACE = re.compile(r"([A-Z]+)(\d+)")


def place(row: int, at: int) -> str:
    """A cell's name: row 7, column 1 is B7."""
    return f"{letter(at)}{row}"


def split(name: str) -> tuple[int, int]:
    """Row and column of a cell's name."""
    found = PLACE.fullmatch(name.replace("$", ""))
    if not found:
        raise ValueError(name)
    return int(found[2]), column(found[1])


def merge_of(ref: str) -> Merge:
    """The merge that a range names."""
    first, _, last = ref.partition(":")
    (top, left), (bottom, right) = split(first), split(last or first)
    return Merge(top, left, bottom, right)


@dataclass
class FormSheet:
    """A worksheet's tree with its rows and cells by place."""

    name: str
    root: Any
    rows: dict[int, Any] = field(default_factory=dict)
    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    merges: dict[tuple[int, int], Merge] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index()

    @property
    def data(self) -> Any:
        """The element `<sheetData>`."""
        return self.root.find("{*}sheetData")

    def index(self) -> None:
        """Note where every row, cell and merge stands; rows and cells without a number follow the one before."""
        self.rows, self.cells = {}, {}
        number = 0
        for row in self.data.iterfind("{*}row"):
            number = int(row.get("r") or number + 1)
            row.set("r", str(number))
            self.rows[number] = row
            at = -1
            for cell in row.iterfind("{*}c"):
                at = split(cell.get("r"))[1] if cell.get("r") else at + 1
                cell.set("r", place(number, at))
                self.cells[number, at] = cell
        merges = self.root.iterfind("{*}mergeCells/{*}mergeCell")
        self.merges = covered(merge_of(merged.get("ref")) for merged in merges)

    @property
    def last_row(self) -> int:
        """The last row that the sheet speaks of."""
        return max(self.rows, default=0)

    def formula(self, row: int, at: int) -> str | None:
        """The formula of a cell; "" for one that shares another cell's formula."""
        cell = self.cells.get((row, at))
        found = None if cell is None else cell.find("{*}f")
        return None if found is None else found.text or ""

    def style(self, row: int, at: int) -> int:
        """The number of a cell's style: its own, its row's, its column's."""
        cell = self.cells.get((row, at))
        if cell is not None:
            return int(cell.get("s", 0))
        line = self.rows.get(row)
        if line is not None and line.get("customFormat") in ("1", "true"):
            return int(line.get("s", 0))
        for columns in self.root.iterfind("{*}cols/{*}col"):
            if int(columns.get("min")) <= at + 1 <= int(columns.get("max")):
                return int(columns.get("style", 0))
        return 0

    def is_empty(self, row: int, at: int) -> bool:
        """Whether neither a value nor a formula stands in a place."""
        cell = self.cells.get(self.corner(row, at))
        return cell is None or all(cell.find(f"{{*}}{name}") is None for name in ("v", "is", "f"))

    def corner(self, row: int, at: int) -> tuple[int, int]:
        """The cell that holds the value of a place: of merged cells the top left one."""
        area = self.merges.get((row, at))
        return (area.top, area.left) if area else (row, at)

    def put(self, row: int, at: int, value: object) -> bool:
        """Write a value where a cell has no formula, with the style that is there; answers whether it was written."""
        row, at = self.corner(row, at)
        if self.formula(row, at) is not None:
            return False
        cell = self.cell(row, at)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        number = numeric(value)
        if number is not None:
            self.child(cell, "v").text = number
        elif value not in (None, ""):
            cell.set("t", "inlineStr")
            text = self.child(self.child(cell, "is"), "t")
            text.text = clean(str(value))
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return True

    def cell(self, row: int, at: int) -> Any:
        """The element of a cell, made in its place where it is not there."""
        if (row, at) not in self.cells:
            style = self.style(row, at)
            line = self.row(row)
            made = self.child(line, "c", before=self.after(line, at))
            made.set("r", place(row, at))
            if style:
                made.set("s", str(style))
            self.cells[row, at] = made
        return self.cells[row, at]

    def row(self, number: int) -> Any:
        """The element of a row, made in its place where it is not there; its span is no longer what it says."""
        if number not in self.rows:
            following = next((self.rows[later] for later in sorted(self.rows) if later > number), None)
            self.rows[number] = self.child(self.data, "row", before=following)
            self.rows[number].set("r", str(number))
        self.rows[number].attrib.pop("spans", None)
        return self.rows[number]

    def after(self, line: Any, at: int) -> Any:
        """The first cell of a row behind a column, None where there is none."""
        return next((cell for cell in line.iterfind("{*}c") if split(cell.get("r"))[1] > at), None)

    def child(self, parent: Any, name: str, before: Any = None) -> Any:
        """A new element of the sheet's own namespace."""
        made = etree.Element(f"{{{etree.QName(self.root).namespace}}}{name}")
        if before is None:
            parent.append(made)
        else:
            before.addprevious(made)
        return made

    def copy_row(self, source: int, number: int) -> None:
        """A new row with the height and the styles of another, and nothing in it but formulas as they were there."""
        line = deepcopy(self.row(source))
        line.set("r", str(number))
        following = next((self.rows[later] for later in sorted(self.rows) if later > number), None)
        if following is None:
            self.data.append(line)
        else:
            following.addprevious(line)
        self.rows[number] = line
        for cell in line.iterfind("{*}c"):
            at = split(cell.get("r"))[1]
            cell.set("r", place(number, at))
            self.cells[number, at] = cell
            for child in list(cell):
                if etree.QName(child).localname != "f":
                    cell.remove(child)
            if cell.get("t") in ("s", "inlineStr") or cell.find("{*}f") is None:
                cell.attrib.pop("t", None)
