"""A form as the package that it is: only parts that are touched are parsed, all others stay byte for byte."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from lxml import etree

from daan_desk.domain.failures import Trouble
from daan_desk.exchange.packages import Content, rewrite
from daan_desk.exchange.targets import beside

WORKBOOK = "xl/workbook.xml"
TYPES = "[Content_Types].xml"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
LARGEST, LARGEST_SHEETS = 400_000_000, 12_000_000
CELLS = ("xl/worksheets/", "xl/sharedStrings")
PARSER = {"resolve_entities": False, "no_network": True, "remove_blank_text": False}


class Relation(NamedTuple):
    """What a part points at: the last word of the relation's type, and the part."""

    kind: str
    part: str


@dataclass
class Package:
    """An opened form.

    trees: the parts that were looked into; touched: those of them that are written anew. raw: parts that are no XML of
    ours, as they are to be written. dropped: parts that are left out.
    """

    path: Path
    parts: dict[str, bytes]
    trees: dict[str, Any] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    raw: dict[str, bytes] = field(default_factory=dict)

    def tree(self, part: str) -> Any:
        """A part's XML, to look into."""
        if part not in self.trees:
            try:
                self.trees[part] = etree.fromstring(self.parts[part], etree.XMLParser(**PARSER))
            except etree.XMLSyntaxError as error:
                raise not_a_form(self.path) from error
        return self.trees[part]

    def touch(self, part: str) -> Any:
        """A part's XML, to change."""
        self.touched.add(part)
        return self.tree(part)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part points at inside the package, by relation id."""
        name = relations_of(part)
        if name not in self.parts:
            return {}
        folder = posixpath.dirname(part)
        return {
            one.get("Id"): Relation(one.get("Type").rsplit("/", 1)[-1], inside(folder, one.get("Target")))
            for one in self.tree(name).iterfind("{*}Relationship")
            if one.get("TargetMode") != "External"
        }

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of one kind that a part points at."""
        return [
            found.part for found in self.relations(part).values() if found.kind == kind and found.part in self.parts
        ]

    def sheets(self) -> dict[str, str]:
        """The worksheets' names and their parts, in order."""
        relations = self.relations(WORKBOOK)
        found = {}
        for sheet in self.tree(WORKBOOK).iterfind("{*}sheets/{*}sheet"):
            relation = relations.get(sheet.get(RELATION_ID) or sheet.get(STRICT_ID) or "")
            if relation and relation.kind == "worksheet" and relation.part in self.parts:
                found[sheet.get("name")] = relation.part
        return found

    def save(self, to: Path) -> None:
        """Write the form with what was changed; raises `Trouble` where the file cannot be written."""
        written: dict[str, Content] = dict(self.raw)
        written |= {
            part: etree.tostring(self.trees[part], xml_declaration=True, encoding="UTF-8", standalone=True)
            for part in self.touched
        }
        with beside(to) as draft:
            rewrite(self.path, draft, written, self.dropped)


def relations_of(part: str) -> str:
    """Where a part's relations stand."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def inside(folder: str, target: str) -> str:
    """A relation's target as a part's name."""
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def opened(path: Path) -> Package:
    """Open a form; `Trouble` says what is in the way."""
    try:
        with ZipFile(path) as package:
            refuse_large(path, package)
            parts = {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
    except (BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise not_a_form(path) from error
    if WORKBOOK not in parts:
        raise Trouble(f"“{path.name}”里没有工作表。", "请用 Excel 或 WPS 打开，另存为 .xlsx 后再填。")
    if any(name.startswith("_xmlsignatures/") for name in parts):
        raise Trouble(f"“{path.name}”带有数字签名，填写会使签名失效。", "请向来文单位要一份没有签名的表。")
    return Package(path, parts)


def refuse_large(path: Path, package: ZipFile) -> None:
    """A blank form is small; what is not would keep an officer waiting."""
    sizes = {info.filename: info.file_size for info in package.infolist()}
    cells = sum(size for name, size in sizes.items() if name.startswith(CELLS))
    if sum(sizes.values()) > LARGEST or cells > LARGEST_SHEETS:
        raise Trouble(f"“{path.name}”展开后太大，不像一份空白表。", "请删去用不着的工作表、空行和图片后再试。")


def not_a_form(path: Path) -> Trouble:
    """What is told of a file that is no workbook, or a broken one."""
    return Trouble(f"“{path.name}”不是能填写的 Excel 工作簿。", "请用 Excel 或 WPS 打开，另存为 .xlsx 后再填。")
