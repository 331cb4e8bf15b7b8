"""Tables of a web page, the “.xls” that many office systems export; also from a page saved as one file (MHTML)."""

from __future__ import annotations

import re
from email import message_from_bytes
from itertools import count

from lxml import etree, html

from daan_desk.domain.sheets import Merge, Sheet
from daan_desk.exchange.books.decoding import decoded
from daan_desk.exchange.books.grid import LAST_ROW, Grid
from daan_desk.exchange.books.refusals import refusal
from daan_desk.exchange.books.sniffing import opening

CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)")
SPACES = re.compile(r"[ \t\r\n\f]+")
SHEET_NAME = re.compile(r"<x:name>\s*([^<]{1,60}?)\s*</x:name>", re.IGNORECASE)
MOST_TAKEN = 1_000_000
WIDEST_SPAN = 1_000  # as web browsers have it
BREAKING = frozenset({"br", "p", "div", "li", "tr"})


def sheets(data: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """Every table that is not inside another one is a sheet; `Trouble` when there is none."""
    found = CHARSET.search(opening(data))
    text, warnings = decoded(data, found[1] if found else "")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\x00", "")
    try:
        tree = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=False, recover=True, no_network=True))
    except (etree.LxmlError, ValueError, AssertionError) as why:
        raise refusal("damaged") from why
    tables = tree.xpath("//table[not(ancestor::table)]") or tree.xpath("//tr[1]/..")[:1]
    if not tables:
        raise refusal("frames" if tree.xpath("//frameset") else "no_table")
    names = SHEET_NAME.findall(text)
    named = names if len(names) == len(tables) else [f"表{at}" for at in range(1, len(tables) + 1)]
    return tuple(_sheet(table, name) for table, name in zip(tables, named, strict=True)), warnings


def saved_page(data: bytes) -> bytes:
    """The web page inside an MHTML file; of several sheets the one with the most in it."""
    parts = [part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html"]
    pages = [bytes(part.get_payload(decode=True) or b"") for part in parts]
    pages = [page for page in pages if b"<t" in page.lower()]
    if not pages:
        raise refusal("no_table")
    return max(pages, key=len)


def _sheet(table: html.HtmlElement, name: str) -> Sheet:
    grid = Grid(name)
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(table.iter("tr"), start=1):
        column = 0
        for cell in line:
            if cell.tag not in ("td", "th"):
                continue
            column = next(at for at in count(column) if (row, at) not in taken)
            tall, wide = _span(cell, "rowspan", LAST_ROW), _span(cell, "colspan", WIDEST_SPAN)
            grid.put(row, column, _words(cell))
            if tall > 1 or wide > 1:
                grid.merges.append(Merge(row, column, row + tall - 1, column + wide - 1))
                _take(taken, (row, column), (tall, wide))
            column += wide
    return grid.sheet()


def _take(taken: set[tuple[int, int]], corner: tuple[int, int], size: tuple[int, int]) -> None:
    """Places under a cell that spans rows are taken; what spans only columns is stepped over."""
    if size[0] * size[1] > 200_000:
        return
    if len(taken) > MOST_TAKEN:
        raise refusal("large")
    for down in range(1, size[0]):
        taken.update((corner[0] + down, corner[1] + across) for across in range(size[1]))


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    text = cell.get(name, "1").strip()
    return min(max(int(text), 1), most) if text.isdigit() and len(text) < 8 else 1


def _words(cell: html.HtmlElement) -> str:
    pieces: list[str] = []
    for event, part in etree.iterwalk(cell, events=("start", "end")):
        if event == "start":
            pieces.append("\n" if part.tag in BREAKING and pieces else "")
            pieces.append(SPACES.sub(" ", part.text or "") if isinstance(part.tag, str) else "")
        elif part is not cell:
            pieces.append(SPACES.sub(" ", part.tail or ""))
    return re.sub(r" ?\n[ \n]*", "\n", "".join(pieces)).strip(" \n")
