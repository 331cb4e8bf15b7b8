"""Which format a file has, told by its content and never by its ending."""

from __future__ import annotations

from daan_desk.domain.failures import Trouble
from daan_desk.exchange.books.refusals import foreign, refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", " PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM\x00", "图片"),
    (b"II*\x00", "图片"),
    (b"MM\x00*", "图片"),
    (b"{\\rtf", " Word 文档（RTF）"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"BZh", "压缩包"),
    (b"\xfd7zXZ\x00", "压缩包"),
    (b"SQLite format 3", "数据库文件"),
    (b"\x00\x01\x00\x00Standard ", "数据库文件"),
    (b"RIFF", "图片、音频或视频"),
    (b"<svg", "图片"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "快捷方式"),
    (b"MZ", "程序文件"),
    (b"\x7fELF", "程序文件"),
    (b"ftyp", "视频或图片"),
    (b"ID3", "音频"),
)
# Excel 2, 3 and 4, and 5 without the compound file around it.
ANCIENT = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
PEEK = 4096
# “~$名单.xlsx”, which Excel and WPS lay beside an opened file: how long it is, and the name in it at most.
OWNER_MARK, LONGEST_OWNER = 165, 55


def format_of(data: bytes) -> str:
    """One of zip, ole, mhtml, spreadsheetml, html, text; `Trouble` says what a file of another kind is."""
    head = data[:PEEK]
    if not head.strip(b"\x00 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise refusal("empty")
    if len(data) == OWNER_MARK and data[0] < LONGEST_OWNER:
        raise refusal("owner")
    if head.startswith(OLE):
        return "ole"
    if head.startswith(ZIP):
        return "zip"
    other = _other(head)
    if other is not None:
        raise other
    return _marked(opening(data)) or "text"


def _other(head: bytes) -> Trouble | None:
    for magic, what in FOREIGN:
        if head.startswith(magic) or (magic == b"ftyp" and head[4:8] == magic):
            return foreign(what)
    if head.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        return refusal("incomplete")
    if head.startswith(ANCIENT):
        return refusal("old")
    return foreign("图片") if head.startswith(b"BM") and b"\x00" in head else None


def opening(data: bytes) -> str:
    """The first characters in small letters, whatever the encoding (only ASCII counts here)."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[: PEEK * 2].decode(encoding, "replace").lower()
    return data[:PEEK].decode("latin-1").lower()


def _marked(text: str) -> str:
    start = text.lstrip()
    if start.startswith("mime-version:") or "content-type: multipart/related" in start[:600]:
        return "mhtml"
    if "urn:schemas-microsoft-com:office:spreadsheet" in text and start.startswith("<"):
        return "html" if "<html" in text else "spreadsheetml"
    if start.startswith("<") and any(tag in text for tag in ("<html", "<table", "<!doctype html", "<meta", "<body")):
        return "html"
    return "spreadsheetml" if start.startswith("<?xml") else ""
