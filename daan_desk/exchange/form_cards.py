"""Forms with one record a sheet: a label, and beside or below it the room for its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from daan_desk.domain.fields import Ledger
from daan_desk.domain.headings import heading
from daan_desk.domain.looks import looks
from daan_desk.domain.sheets import Book, Merge, Sheet
from daan_desk.domain.vocabulary import Column
from daan_desk.domain.words import plain
from daan_desk.exchange.form_book import FormBook, FormPage
from daan_desk.exchange.form_columns import FormColumn, Known, column, recognised
from daan_desk.exchange.form_lines import Record, cell_value
from daan_desk.exchange.form_sums import settle_sums
from daan_desk.exchange.form_under import NOTES, TOTALS
from daan_desk.exchange.layouts import layout

LONGEST_LABEL = 30
LEAST_LABELS = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """The room for one field's value."""

    row: int
    at: int
    column: FormColumn


@dataclass(frozen=True, slots=True)
class Label:
    """Words with blank room to the right or below."""

    text: str
    row: int
    spot: tuple[int, int]
    beside: bool


@dataclass(frozen=True, slots=True)
class CardForm:
    """A sheet for one record; `unknown` are labels that our data has no word for."""

    sheet: str
    title: str
    unit: str | None
    spots: tuple[Spot, ...]
    unknown: tuple[str, ...]


def card_form(book: Book, sheets: Mapping[str, FormPage], known: Known, wanted: str = "") -> CardForm | None:
    """The sheet with most labels of ours, in three rows at least; None where there is none."""
    best: CardForm | None = None
    for sheet in book.sheets:
        if sheet.name not in sheets or (wanted and sheet.name != wanted) or (sheet.hidden and not wanted):
            continue
        found = understood(sheet, sheets[sheet.name], known)
        if len({spot.row for spot in found.spots}) >= LEAST_LABELS and (
            best is None or len(found.spots) > len(best.spots)
        ):
            best = found
    return best


def understood(sheet: Sheet, form: FormPage, known: Known) -> CardForm:
    """The labels of a sheet that are fields of ours."""
    found = list(labels(sheet, form))
    headers = [Column(place, label.text, heading(label.text), looks(())) for place, label in enumerate(found)]
    spots = {
        place: Spot(*found[place].spot, column(found[place].spot[1], match, ledger, link))
        for place, match, ledger, link in recognised(headers, known, None)
    }
    unknown = tuple(label.text for place, label in enumerate(found) if place not in spots and label.beside)
    read = layout(sheet)
    return CardForm(sheet.name, read.title, read.unit, tuple(spots.values()), unknown)


def labels(sheet: Sheet, form: FormPage) -> Iterator[Label]:
    """Every short text with room beside it; room below it only counts where there is none beside."""
    for row in range(1, len(sheet.rows) + 1):
        for at, value in enumerate(sheet.rows[row - 1]):
            if isinstance(value, str) and 0 < len(plain(value)) <= LONGEST_LABEL and not TOTALS.match(value):
                yield from beside_or_below(plain(value), form, row, at)


def beside_or_below(text: str, form: FormPage, row: int, at: int) -> Iterator[Label]:
    """The room of one label; room that another label owns is found by the order of reading."""
    area = form.merges.get((row, at)) or Merge(row, at, row, at)
    right, below = (row, area.right + 1), (area.bottom + 1, at)
    if is_room(form, *right):
        yield Label(text, row, right, beside=True)
    elif is_room(form, *below) and not NOTES.match(text):
        yield Label(text, row, below, beside=False)


def is_room(form: FormPage, row: int, at: int) -> bool:
    """Whether a cell is drawn, blank, and the first of its merge."""
    return form.is_drawn(row, at) and form.corner(row, at) == (row, at) and form.is_empty(row, at)


def fill_cards(
    book: FormBook,
    sheets: Mapping[str, FormPage],
    card: CardForm,
    records: Sequence[Record],
    ledger: Ledger,
) -> None:
    """Fill the sheet with the first record, and a copy of the blank sheet with every further one."""
    blank = sheets[card.sheet]
    copies = [
        book.copy(card.sheet, str(record.get(ledger.title) or f"{card.sheet}{number}"))
        for number, record in enumerate(records[1:], 2)
    ]
    known = book.formats()
    for sheet, record in zip([blank, *copies], records, strict=False):
        book.touch(sheet.name)
        for spot in card.spots:
            value = cell_value(spot.column, record, card.unit, known, (sheet, spot.row, spot.at))
            if value not in (None, ""):
                sheet.put(spot.row, spot.at, value)
        settle_sums(sheet)
