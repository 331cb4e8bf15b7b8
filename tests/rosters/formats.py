"""A grid of plain cells written as every format in which rosters come, without a library where none writes it."""

from __future__ import annotations

import base64
import csv
import html
import io
import struct
from collections.abc import Callable, Mapping, Sequence

import openpyxl

from daan_desk.domain.sheets import Cell, Sheet
from tests.exchange import files_builder as files

Grid = Sequence[Sequence[Cell]]
DECOY = (("填写说明",), ("请各镇街按月报送，不要改动表格。",))


def xlsx(sheet: Sheet) -> bytes:
    """A workbook whose first sheet only tells how to fill in the second."""
    book = openpyxl.Workbook()
    told = book.active
    told.title = "填写说明"
    for row in DECOY:
        told.append(row)
    page = book.create_sheet(sheet.name)
    for row in sheet.rows:
        page.append(row)
    for merge in sheet.merges:
        page.merge_cells(None, merge.top, merge.left + 1, merge.bottom, merge.right + 1)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def xls(sheet: Sheet) -> bytes:
    """An old workbook, as WPS also writes .et."""
    records = [
        files.label(row, column, cell) if isinstance(cell, str) else files.real(row, column, float(cell))
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if isinstance(cell, str | int | float)
    ]
    return files.compound({"Workbook": files.biff(b"".join(records))})


def xlsb(sheet: Sheet) -> bytes:
    """A binary workbook of one sheet."""
    width = max(len(cells) for cells in sheet.rows)
    size = struct.pack("<4I", 0, len(sheet.rows) - 1, 0, width - 1)
    body = [_binary(129), _binary(148, size), _binary(145)]
    for row, cells in enumerate(sheet.rows):
        body.append(_binary(0, struct.pack("<IIHHBI", row, 0, 300, 0, 0, 0)))
        body += [_cell(column, cell) for column, cell in enumerate(cells) if isinstance(cell, str | int | float)]
    body += [
        _binary(146),
        *(_binary(176, struct.pack("<4I", m.top - 1, m.bottom - 1, m.left, m.right)) for m in sheet.merges),
    ]
    book = _binary(131) + _binary(143) + _binary(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide(sheet.name))
    parts = files.xlsx_parts("")
    relations = str(parts["xl/_rels/workbook.xml.rels"]).replace("sheet1.xml", "sheet1.bin")
    kept = {name: parts[name] for name in ("[Content_Types].xml", "_rels/.rels")}
    return files.zipped(
        {
            **kept,
            "xl/workbook.bin": book + _binary(144) + _binary(132),
            "xl/_rels/workbook.bin.rels": relations,
            "xl/worksheets/sheet1.bin": b"".join([*body, _binary(130)]),
        }
    )


def _binary(kind: int, content: bytes = b"") -> bytes:
    """A record: kind and length in seven bits a byte."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(content), bytearray()
    while True:
        length.append(size & 0x7F | (0x80 if size > 0x7F else 0))
        size >>= 7
        if not size:
            return head + bytes(length) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _cell(column: int, cell: str | float) -> bytes:
    place = struct.pack("<II", column, 0)
    return _binary(6, place + _wide(cell)) if isinstance(cell, str) else _binary(5, place + struct.pack("<d", cell))


def ods(sheet: Sheet) -> bytes:
    """A document of LibreOffice."""
    covered = {(m.top, m.left): m for m in sheet.merges}
    rows = []
    for row, cells in enumerate(sheet.rows, start=1):
        written = []
        for column, cell in enumerate(cells):
            merge = covered.get((row, column))
            wide, tall = (merge.right - merge.left + 1, merge.bottom - merge.top + 1) if merge else (1, 1)
            span = f' table:number-columns-spanned="{wide}" table:number-rows-spanned="{tall}"'
            number = f' office:value-type="float" office:value="{cell}"' if isinstance(cell, int | float) else ""
            said = "" if cell is None else f"<text:p>{html.escape(str(cell))}</text:p>"
            written.append(f"<table:table-cell{span}{number}>{said}</table:table-cell>")
        rows.append(f"<table:table-row>{''.join(written)}</table:table-row>")
    return files.ods("".join(rows))


def page(sheet: Sheet) -> str:
    """A table of a web page."""
    merges = {(m.top, m.left): m for m in sheet.merges}
    covered = {
        (row, column)
        for m in sheet.merges
        for row in range(m.top, m.bottom + 1)
        for column in range(m.left, m.right + 1)
    }
    rows = []
    for row, cells in enumerate(sheet.rows, start=1):
        written = []
        for column, cell in enumerate(cells):
            merge = merges.get((row, column))
            if merge is None and (row, column) in covered:
                continue
            span = (
                f' colspan="{merge.right - merge.left + 1}" rowspan="{merge.bottom - merge.top + 1}"' if merge else ""
            )
            said = "" if cell is None else html.escape(str(cell)).replace("\n", "<br>")
            written.append(f"<td{span}>{said}</td>")
        rows.append(f"<tr>{''.join(written)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def text(sheet: Sheet, sign: str) -> str:
    """Plain text with this sign between the cells."""
    target = io.StringIO()
    csv.writer(target, delimiter=sign).writerows(sheet.rows)
    return target.getvalue()


def saved(sheet: Sheet) -> bytes:
    """A page saved as one file."""
    body = base64.encodebytes(f'<html><meta charset="utf-8">{page(sheet)}</html>'.encode())
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n'
    return head + b"Content-Transfer-Encoding: base64\n\n" + body + b"\n--x--\n"


# Those that keep merged cells, and those in which only the cells themselves are left.
MERGING: Mapping[str, Callable[[Sheet], bytes]] = {
    "xlsx": xlsx,
    "ods": ods,
    "html": lambda sheet: f'<html><meta charset="gb2312">{page(sheet)}</html>'.encode("gb18030"),
    "mhtml": saved,
    "xlsb": xlsb,
}
PLAIN: Mapping[str, Callable[[Sheet], bytes]] = {
    "xls": xls,
    "csv utf-8": lambda sheet: text(sheet, ",").encode(),
    "csv utf-8-sig": lambda sheet: text(sheet, ",").encode("utf-8-sig"),
    "csv gbk": lambda sheet: text(sheet, ",").encode("gb18030"),
    "tsv utf-16": lambda sheet: text(sheet, "\t").encode("utf-16"),
    "csv semicolon": lambda sheet: text(sheet, ";").encode("gb18030"),
}
