"""A table as one piece of Word's XML: built cell by cell through the library it would take twenty times as long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from daan_desk.domain.kinds import LongText
from daan_desk.domain.page_setup import OFFICIAL_PAGE
from daan_desk.domain.tables import Column, Table
from daan_desk.exchange.cells import clean
from daan_desk.exchange.widths import places
from daan_desk.exchange.word_paper import text_width
from daan_desk.exchange.word_styles import TWIPS

TOTAL = "合计"
MARGINS = '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
NOTHING = "（本期没有）"
HALF_CHARACTER = 105  # twips at 五号
PADDING = 170
WIDEST = 30
LEAST = 4
ROW = 360
STANDARD = int(OFFICIAL_PAGE.across * TWIPS)  # a table is wide by the standard's page, whatever the office set
WIDE_FROM = 1.15
UNBROKEN = re.compile(r"[0-9A-Za-z.,%/:+-]+")
SMALL_FOUR = 24  # 小四, in half points
ROOMY = 0.8
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
    for side, size in (("top", 8), ("left", 8), ("bottom", 8), ("right", 8), ("insideH", 4), ("insideV", 4))
)


def natural_widths(table: Table) -> list[int]:
    """What every column would like to have, in twips; very long texts are wrapped anyway."""
    shown = list(texts(table))
    return [
        in_twips(min(WIDEST, max(places(text) for text in (column.label, *(row[at] for row in shown)))))
        for at, column in enumerate(table.columns)
    ]


def least_widths(table: Table) -> list[int]:
    """What no column may have less of: its longest number, day or code in one piece."""
    shown = list(texts(table))
    return [
        in_twips(min(WIDEST, max((len(word) + 2 for row in shown for word in UNBROKEN.findall(row[at])), default=0)))
        for at in range(len(table.columns))
    ]


def in_twips(half_characters: int) -> int:
    """A width at 五号 with the room beside the words."""
    return max(half_characters, LEAST) * HALF_CHARACTER + PADDING


def shared_widths(table: Table, room: int) -> list[int]:
    """The columns' widths that fill the room: what must not break keeps its width, words give way."""
    natural, least = natural_widths(table), least_widths(table)
    if sum(natural) <= room or sum(least) >= room:
        return [width * room // sum(natural) for width in natural]
    spare, wished = room - sum(least), sum(natural) - sum(least)
    return [low + (width - low) * spare // wished for width, low in zip(natural, least, strict=True)]


def is_wide(table: Table) -> bool:
    """Whether the table needs a page on its side."""
    return sum(natural_widths(table)) > STANDARD * WIDE_FROM


def texts(table: Table) -> Iterable[list[str]]:
    """Every row as it is printed, the sums last."""
    for row in table.rows:
        yield [clean(column.kind.show(value)) for column, value in zip(table.columns, row, strict=True)]
    if table.rows and any(column.total for column in table.columns):
        sums = [
            column.kind.show(value) if column.total else ""
            for column, value in zip(table.columns, table.sums(), strict=True)
        ]
        label = next((at for at, column in enumerate(table.columns) if not column.total), None)
        yield [TOTAL if at == label else text for at, text in enumerate(sums)]


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row is written: as the header, how its cells stand, letters in half points, its least height in twips."""

    header: bool = False
    aligns: Sequence[str] = ()
    size: int = 0
    height: int = ROW


def add_table(document: Document, table: Table, tall: float = 0) -> None:
    """Put the table at the end of the document, as wide as the text; `tall` points that its rows take at least."""
    room = text_width(document)
    widths = shared_widths(table, room)
    size = SMALL_FOUR if sum(natural_widths(table)) < room * ROOMY else 0
    look = RowLook(False, [align(column) for column in table.columns], size, max(ROW, round(tall * 20)))
    rows = [row_xml([column.label for column in table.columns], widths, replace(look, header=True))]
    rows += [row_xml(row, widths, look) for row in texts(table)]
    if not table.rows:
        rows.append(nothing_xml(len(widths), room))
    document._body._body.insert_element_before(parse_xml(table_xml(rows, widths)), "w:sectPr")


def table_xml(rows: Iterable[str], widths: Sequence[int]) -> str:
    """The `<w:tbl>` element around finished rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{MARGINS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row_xml(row: Sequence[str], widths: Sequence[int], look: RowLook) -> str:
    """One row; a header row stands again on every page, no row is torn across pages."""
    style = "TableHeader" if look.header else "TableText"
    cells = "".join(
        cell_xml(text, width, style, "center" if look.header else look.aligns[at], look.size)
        for at, (text, width) in enumerate(zip(row, widths, strict=True))
    )
    repeated = "<w:tblHeader/>" if look.header else ""
    height = f'<w:trHeight w:val="{look.height}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{cells}</w:tr>"


def cell_xml(text: str, width: int, style: str, align: str, size: int = 0) -> str:
    """One cell with its text in the middle of its height."""
    run = f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>' if size else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n"))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="{align}"/></w:pPr>'
        f"<w:r>{run}{lines}</w:r></w:p></w:tc>"
    )


def nothing_xml(columns: int, room: int) -> str:
    """One cell across an empty table, so that a reader sees that nothing was left out."""
    return (
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{room}" w:type="dxa"/><w:gridSpan w:val="{columns}"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="center"/></w:pPr><w:r><w:t>{NOTHING}</w:t></w:r></w:p>'
        "</w:tc></w:tr>"
    )


def align(column: Column) -> str:
    """Numbers to the right, long words to the left, short words in the middle."""
    if column.kind.align == "right":
        return "right"
    return "left" if isinstance(column.kind, LongText) or column.width > WIDEST // 2 else "center"
