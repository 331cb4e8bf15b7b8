"""A form of Excel 97 to 2003 or WPS: its records are changed in place, everything else is written as it was."""

from __future__ import annotations

import struct
from pathlib import Path

from daan_desk.exchange.books.refusals import refusal
from daan_desk.exchange.books_out import sheet_name
from daan_desk.exchange.form_book import Formats, formats_of
from daan_desk.exchange.form_references import Inserted
from daan_desk.exchange.targets import beside
from daan_desk.exchange.xls_forms import refusals, rows
from daan_desk.exchange.xls_forms.container import Container
from daan_desk.exchange.xls_forms.copies import copy_sheet
from daan_desk.exchange.xls_forms.follow import follow_elsewhere, follow_name, follow_sheet
from daan_desk.exchange.xls_forms.links import meaning
from daan_desk.exchange.xls_forms.page import Around, OldPage
from daan_desk.exchange.xls_forms.records import (
    BOUNDSHEET,
    DATEMODE,
    FORMAT,
    FORMULA,
    UNCALCED,
    XF,
    Record,
    Records,
    put_together,
    taken_apart,
)
from daan_desk.exchange.xls_forms.table import PLAIN
from daan_desk.exchange.xls_forms.texts import Texts, read_signs, read_text
from daan_desk.exchange.xls_forms.tokens import Shift

WORKSHEET = 0
LARGEST, MOST_RECORDS = 60_000_000, 400_000
MOST_ROWS = 65_536
SOURCES = frozenset({0x51, 0xD5})  # the ranges of pivot tables and consolidations


class OldBook:
    """The stream of a workbook: what holds for all of it, its sheets' records, and the sheets that were looked into."""

    def __init__(self, container: Container, place: int) -> None:
        self.container, self.place = container, place
        self.whole, self.sheets = taken_apart(container.content(place))
        self.around = around(self.whole)
        self.looked_into: dict[str, OldPage] = {}
        self.touched: set[str] = set()

    def order(self) -> list[tuple[str, int]]:
        """The names of all sheets, charts among them, with their sort."""
        told = [one.data for one in self.whole if one.kind == BOUNDSHEET]
        return [(read_signs(data, 7, data[6])[0], data[5]) for data in told]

    def names(self) -> list[str]:
        """The worksheets."""
        return [name for name, sort in self.order() if sort == WORKSHEET]

    def number(self, name: str) -> int:
        """Which sheet of all has a name."""
        return [one for one, _ in self.order()].index(name)

    @refusals.sound
    def page(self, name: str) -> OldPage:
        """A worksheet, taken apart when it is asked for."""
        if name not in self.looked_into:
            self.looked_into[name] = OldPage(name, self.sheets[self.number(name)], self.around)
        return self.looked_into[name]

    @refusals.sound
    def formats(self) -> Formats:
        """Read the number formats of the styles."""
        own = {
            struct.unpack_from("<H", one.data)[0]: read_text(one.data, 2)[0] for one in self.whole if one.kind == FORMAT
        }
        return formats_of((struct.unpack_from("<H", one.data, 2)[0] for one in self.whole if one.kind == XF), own)

    def touch(self, name: str) -> None:
        """Write a sheet anew from its cells; all others are written as they were read."""
        self.touched.add(name)

    @refusals.sound
    def insert(self, inserted: Inserted, step: int) -> None:
        """Put rows into a sheet; the whole book follows."""
        page = self.page(inserted.sheet)
        if page.last_row + inserted.count > MOST_ROWS:
            raise refusals.too_long()
        if any(one.kind in SOURCES for one in self.whole):
            raise refusals.unmovable("数据透视表")
        number = self.number(inserted.sheet)
        shift = Shift(inserted, meaning(self.whole, number))
        rows.insert(page, shift, step)
        around_cells = follow_sheet([*page.head, *page.tail], shift)
        page.head, page.tail = around_cells[: len(page.head)], around_cells[len(page.head) :]
        self.whole = [follow_name(one, shift) for one in self.whole]
        for at, records in enumerate(self.sheets):
            if at != number:
                self.sheets[at] = [follow_elsewhere(one, shift) for one in records]

    @refusals.sound
    def copy(self, name: str, wished: str) -> OldPage:
        """Copy a sheet as it was read."""
        number = self.number(name)
        new = sheet_name(wished, [one for one, _ in self.order()])
        self.sheets.append(copy_sheet(self.whole, self.sheets[number], number, new))
        return self.page(new)

    @refusals.sound
    def save(self, to: Path) -> None:
        """Write the file; Excel calculates when it opens it."""
        for name in self.touched:
            self.sheets[self.number(name)] = self.page(name).written()
        self.around.texts.enter(self.whole)
        stream = put_together(self.whole, [to_calculate(one) for one in self.sheets])
        with beside(to) as draft:
            draft.write_bytes(self.container.rewritten({self.place: stream}))


def around(whole: Records) -> Around:
    """What the sheets share."""
    looks = [look(one.data) for one in whole if one.kind == XF]
    plain = {at for at, one in enumerate(looks) if len(looks) > PLAIN and one == looks[PLAIN]}
    since_1904 = any(one.kind == DATEMODE and any(one.data) for one in whole)
    return Around(Texts(whole), frozenset(plain), since_1904)


def look(style: bytes) -> bytes:
    """What one sees of a style: typeface, number format, alignment, borders and colours."""
    return style[:4] + style[6:9] + style[10:]


def to_calculate(records: Records) -> Records:
    """A sheet with formulas, marked as not calculated."""
    if not any(one.kind == FORMULA for one in records) or any(one.kind == UNCALCED for one in records):
        return records
    return [records[0], Record(UNCALCED, bytes(2)), *records[1:]]


@refusals.sound
def opened(path: Path) -> OldBook:
    """Open a form; `Trouble` says what is in the way."""
    if path.stat().st_size > LARGEST:
        raise refusals.large(path.name)
    container = Container(path.read_bytes())
    at_root = container.at_root()
    if "_signatures" in at_root or "_xmlsignatures" in at_root:
        raise refusals.signed(path.name)
    if "Revision Log" in at_root:
        raise refusals.shared(path.name)
    if "Workbook" not in at_root:
        raise refusals.too_old(path.name) if "Book" in at_root else refusal("damaged")
    book = OldBook(container, at_root["Workbook"])
    if sum(len(one) for one in book.sheets) > MOST_RECORDS:
        raise refusals.large(path.name)
    if not book.names():
        raise refusals.no_sheet(path.name)
    return book
