"""What an .xlsx says about itself: its sheets and where they are, its date system, formats and shared strings."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from daan_desk.exchange.books.archive import Archive
from daan_desk.exchange.books.refusals import refusal
from daan_desk.exchange.books.values import BUILT_IN, meaning, unescaped
from daan_desk.exchange.books.xml_events import Attributes, Events, refuse_declarations, truth

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
MACROS, LINKS = "里面有宏，已忽略，没有运行", "有内容取自其他工作簿，读到的是上次保存的值"


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet of the workbook and the archive's part that holds it."""

    name: str
    path: str
    hidden: bool = False


@dataclass
class Plan:
    """All that has to be known before the first cell is read."""

    parts: list[Part] = field(default_factory=list)
    since_1904: bool = False
    warnings: list[str] = field(default_factory=list)


class _Workbook(Events):
    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, str, bool]] = []
        self.since_1904 = False

    def begin_workbookPr(self, attributes: Attributes) -> None:  # noqa: N802  the element's own name
        self.since_1904 = truth(attributes, "date1904")

    def begin_sheet(self, attributes: Attributes) -> None:
        hidden = attributes.get("state", "visible") != "visible"
        self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), hidden))


class _Relations(Events):
    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}

    def begin_Relationship(self, attributes: Attributes) -> None:  # noqa: N802  the element's own name
        target = attributes.get("Target", "").replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        self.targets[attributes.get("Id", "")] = path


class _Styles(Events):
    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[int, str] = {}
        self.shows: list[str] = []
        self._inside = False

    def begin_numFmt(self, attributes: Attributes) -> None:  # noqa: N802  the element's own name
        self.codes[_count(attributes.get("numFmtId"))] = attributes.get("formatCode", "")

    def begin_cellXfs(self, _: Attributes) -> None:  # noqa: N802  the element's own name
        self._inside = True

    def end_cellXfs(self) -> None:  # noqa: N802  the element's own name
        self._inside = False

    def begin_xf(self, attributes: Attributes) -> None:
        if self._inside:
            number = _count(attributes.get("numFmtId"))
            code = self.codes.get(number)
            self.shows.append(BUILT_IN.get(number, "") if code is None else meaning(code))


class _Strings(Events):
    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []
        self._pieces_of_one: list[str] = []
        self._aside = 0

    def begin_si(self, _: Attributes) -> None:
        self._pieces_of_one = []

    def begin_rPh(self, _: Attributes) -> None:  # noqa: N802  the element's own name
        self._aside += 1

    def end_rPh(self) -> None:  # noqa: N802  the element's own name
        self._aside -= 1

    def begin_t(self, _: Attributes) -> None:
        self.collect()

    def end_t(self) -> None:
        piece = self.text()
        if not self._aside:
            self._pieces_of_one.append(piece)

    def end_si(self) -> None:
        self.strings.append(unescaped("".join(self._pieces_of_one)))


def _count(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


def plan(archive: Archive) -> Plan:
    """The sheets in their order; `Trouble` when the parts without which nothing can be read are missing."""
    book, relations = _Workbook(), _Relations()
    source = archive.read(WORKBOOK)
    if not source or not archive.has_part_in("xl/worksheets"):
        raise refusal("incomplete")
    refuse_declarations(source)
    book.walk(source)
    if RELATIONS in archive:
        relations.walk(archive.read(RELATIONS))
    made = Plan(since_1904=book.since_1904)
    for at, (name, key, hidden) in enumerate(book.sheets, start=1):
        path = relations.targets.get(key, f"xl/worksheets/sheet{at}.xml")
        if path.startswith("xl/worksheets/"):
            made.parts.append(Part(name, path, hidden))
    if archive.has_part_in("xl/vbaProject"):
        made.warnings.append(MACROS)
    if archive.has_part_in("xl/externalLinks/"):
        made.warnings.append(LINKS)
    return made


def styles(archive: Archive) -> list[str]:
    """For every cell style, what its number format shows: "day", "time", "span" or ""."""
    events = _Styles()
    if "xl/styles.xml" in archive:
        events.walk(archive.read("xl/styles.xml"))
    return events.shows


def strings(archive: Archive) -> list[str]:
    """The shared strings in their order."""
    events = _Strings()
    if "xl/sharedStrings.xml" in archive:
        events.walk(archive.read("xl/sharedStrings.xml"))
    return events.strings
