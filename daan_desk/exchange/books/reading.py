"""Bytes of any table file as a book: the format is told by content, each format goes to its own reader."""

from __future__ import annotations

from dataclasses import replace

from daan_desk.domain.sheets import Book, Sheet
from daan_desk.exchange.books.archive import Archive
from daan_desk.exchange.books.refusals import foreign, refusal
from daan_desk.exchange.books.sniffing import format_of
from daan_desk.exchange.books.tidying import tidied
from daan_desk.exchange.books.turning import upright

Read = tuple[tuple[Sheet, ...], tuple[str, ...]]
INSIDE: tuple[tuple[str, str], ...] = (
    ("word/", " Word 文档"),
    ("ppt/", " PowerPoint 演示文稿"),
    ("OFD.xml", " OFD 版式文件"),
    ("Index/", "苹果 Numbers 或 Pages 文件"),
    ("index.xml", "苹果办公文件"),
    ("AndroidManifest.xml", "安装包"),
)
OPEN_DOCUMENTS = {b"opendocument.text": "文字文档", b"opendocument.presentation": "演示文稿"}


def book(data: bytes, name: str, careful: bool = False) -> Book:
    """The whole file; careful: without the fast reader, which a bad file can bring down. `Trouble` says why not."""
    form = format_of(data)
    form, (sheets, warnings) = _zipped(data, careful) if form == "zip" else (form, _plain(form, data, name))
    if not sheets:
        raise refusal("no_table")
    known: dict[int, str] = {}
    whole = tuple(upright(tidied(sheet, known)) for sheet in _told_apart(sheets))
    return Book(name, {"ole": "xls", "text": "csv"}.get(form, form), whole, (*warnings, *_mentions(whole)))


def _mentions(sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    names = [sheet.name for sheet in sheets if sheet.hidden]
    return (f"有 {len(names)} 个隐藏的工作表：{'、'.join(names[:5])}",) if names else ()


def _plain(form: str, data: bytes, name: str) -> Read:
    """Readers are imported when their format turns up: most files never need them."""
    if form == "ole":
        from daan_desk.exchange.books import xls

        return xls.sheets(data)
    if form == "spreadsheetml":
        from daan_desk.exchange.books import spreadsheetml

        return spreadsheetml.sheets(data)
    if form in ("html", "mhtml"):
        from daan_desk.exchange.books import html_tables

        return html_tables.sheets(html_tables.saved_page(data) if form == "mhtml" else data)
    from daan_desk.exchange.books import decoding, delimited

    text, warnings = decoding.decoded(data)
    sheets, told = delimited.sheets(text, name.rpartition(".")[0] or name)
    return sheets, warnings + told


def _zipped(data: bytes, careful: bool) -> tuple[str, Read]:
    archive = Archive(data)
    if "xl/workbook.bin" in archive:
        from daan_desk.exchange.books import xlsb

        return "xlsb", xlsb.sheets(archive, data)
    if archive.has_part_in("xl/"):
        from daan_desk.exchange.books import ooxml

        form = "xlsm" if archive.has_part_in("xl/vbaProject") else "xlsx"
        return form, ooxml.sheets(archive, data, careful)
    kind = archive.read("mimetype")
    for mark, what in OPEN_DOCUMENTS.items():
        if mark in kind:
            raise foreign(what)
    if "content.xml" in archive or b"opendocument.spreadsheet" in kind:
        from daan_desk.exchange.books import opendocument

        return "ods", opendocument.sheets(archive)
    raise _other(archive)


def _other(archive: Archive) -> Exception:
    for place, what in INSIDE:
        if archive.has_part_in(place):
            return foreign(what)
    return refusal("incomplete") if "[Content_Types].xml" in archive else foreign("压缩包")


def _told_apart(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """No sheet without a name and no two with the same."""
    seen: set[str] = set()
    named = []
    for at, sheet in enumerate(sheets, start=1):
        name = sheet.name.strip() or f"表{at}"
        name = name if name not in seen else f"{name}（{at}）"
        seen.add(name)
        named.append(sheet if name == sheet.name else replace(sheet, name=name))
    return tuple(named)
