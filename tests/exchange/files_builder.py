"""Made-up workbook files of every format, byte by byte where no library writes them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

import openpyxl

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
ROWS = (("企业名称", "电话", "营收"), ("甲公司", "013800000001", 12.5), ("乙公司", None, 30))


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def xlsx(rows: Sequence[Sequence[object]] = ROWS) -> bytes:
    """An ordinary .xlsx of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "名单"
    for row in rows:
        sheet.append(list(row))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def xlsx_parts(sheet: str, more: Mapping[str, str | bytes] | None = None, book: str = "") -> dict[str, str | bytes]:
    """The parts of an .xlsx whose sheet is this XML; more: other parts, also in place of these."""
    return {
        "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}">{book}'
        '<sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet xmlns="{SPREADSHEET}">{sheet}</worksheet>',
        **(more or {}),
    }


def styles(*codes: str) -> dict[str, str | bytes]:
    """A styles part with one cell style per number format; style 0 is plain."""
    formats = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>' for at, code in enumerate(codes))
    cells = '<xf numFmtId="0"/>' + "".join(
        f'<xf numFmtId="{164 + at}" applyNumberFormat="1"/>' for at in range(len(codes))
    )
    return {
        "xl/styles.xml": f'<styleSheet xmlns="{SPREADSHEET}"><numFmts>{formats}</numFmts>'
        f"<cellXfs>{cells}</cellXfs></styleSheet>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/styles" '
        'Target="styles.xml"/></Relationships>',
    }


def text_cell(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def ods(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """An .ods whose table rows are this XML."""
    office, table = (
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    )
    content = (
        f'<office:document-content xmlns:office="{office}" xmlns:table="{table}" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="名单">{body}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content, **(more or {})}
    )


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def biff(sheet: bytes, encrypted: bool = False) -> bytes:
    """A BIFF8 workbook stream with one sheet of these records."""
    begin = struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 6)
    name = "名单".encode("utf-16-le")
    bound_size = 4 + 8 + len(name)
    password = _record(0x2F, b"\x00" * 6) if encrypted else b""
    start = len(_record(0x809, begin)) + len(password) + bound_size + 4
    bound = _record(0x85, struct.pack("<IBBBB", start, 0, 0, 2, 1) + name)
    page = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 6))
    return _record(0x809, begin) + password + bound + _record(0x0A) + page + sheet + _record(0x0A)


def label(row: int, column: int, words: str) -> bytes:
    """A text cell; rows and columns from 0 as the format counts them."""
    return _record(0x204, struct.pack("<HHHHB", row, column, 0, len(words), 1) + words.encode("utf-16-le"))


def real(row: int, column: int, value: float) -> bytes:
    return _record(0x203, struct.pack("<HHHd", row, column, 0, value))


def error(row: int, column: int, code: int) -> bytes:
    return _record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def hidden_row(row: int) -> bytes:
    return _record(0x208, struct.pack("<HHHHIHH", row, 0, 3, 255, 0, 0x20, 0))


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of these streams, every one long enough to have sectors of its own."""
    sectors: list[bytes] = []
    fat: list[int] = []
    entries = [_entry("Root Entry", 5, END, 0, child=1)]
    for at, (name, content) in enumerate(streams.items(), start=1):
        whole = content.ljust(4096, b"\x00")
        start, count = len(sectors), -(-len(whole) // SECTOR)
        sectors += [whole[n * SECTOR : (n + 1) * SECTOR].ljust(SECTOR, b"\x00") for n in range(count)]
        fat += [*range(start + 1, start + count), END]
        entries.append(_entry(name, 2, start, len(whole), right=at + 1 if at < len(streams) else FREE))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * SECTOR, b"\x00")
    first = len(sectors)
    blocks = len(directory) // SECTOR
    sectors += [directory[n * SECTOR : (n + 1) * SECTOR] for n in range(blocks)]
    fat += [*range(first + 1, first + blocks), END, FAT]
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\x00" * 6
    )
    header += struct.pack("<IIIIIIIII", 0, 1, first, 0, 4096, END, 0, END, 0)
    header += struct.pack("<I", len(sectors)) + struct.pack("<108I", *[FREE] * 108)
    return header + b"".join([*sectors, table])


def _entry(name: str, kind: int, start: int, size: int, **links: int) -> bytes:
    words = name.encode("utf-16-le") + b"\x00\x00"
    tree = struct.pack("<III", FREE, links.get("right", FREE), links.get("child", FREE))
    head = words.ljust(64, b"\x00") + struct.pack("<HBB", len(words), kind, 1) + tree
    return head + b"\x00" * 36 + struct.pack("<III", start, size, 0)
