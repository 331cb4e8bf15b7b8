"""What a blank form is: its header, the columns that we know, the lines to fill, and what stands below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from daan_desk.domain.columns import ORDINALS
from daan_desk.domain.headings import bare
from daan_desk.domain.sheets import Book, Layout, Sheet
from daan_desk.exchange.form_book import FormPage
from daan_desk.exchange.form_columns import FormColumn, Known, columns
from daan_desk.exchange.form_under import Lines
from daan_desk.exchange.layouts import layout

SERIALS = frozenset(bare(word) for word in ORDINALS)
HEADER_SEARCH = 15
HEADER_HEIGHT = 3
MOST_MERGES, MOST_ROWS = 3_000, 3_000
LEAST = 2


@dataclass(frozen=True, slots=True)
class TableForm:
    """A form with a header and lines under it.

    lines: rows that are to be filled; taken: rows that have something in our columns already; step: rows of one line.
    end: the last row of the block, behind which rows are put in; below: whether anything stands there. above: what else
    is said over the header.
    """

    sheet: str
    title: str
    unit: str | None
    columns: tuple[FormColumn, ...]
    unknown: tuple[str, ...]
    serial: int | None
    lines: tuple[int, ...]
    taken: tuple[int, ...]
    step: int
    end: int
    below: bool
    above: tuple[str, ...] = ()

    @property
    def first(self) -> int:
        """The first row of the block; behind its end where it has none."""
        return min((*self.lines, *self.taken), default=self.end + 1)


def table_form(book: Book, sheets: Mapping[str, FormPage], known: Known, wanted: str = "") -> TableForm | None:
    """The sheet that speaks most of the ledger; None where none has two of its columns. wanted: only that sheet."""
    best: TableForm | None = None
    for sheet in book.sheets:
        if sheet.name not in sheets or (wanted and sheet.name != wanted) or (sheet.hidden and not wanted):
            continue
        for found in understood(sheet, known):
            if len(columns(found, known)) >= max(LEAST, len(best.columns) + 1 if best else 0):
                best = shaped(sheet, sheets[sheet.name], found, known)
    return best


def understood(sheet: Sheet, known: Known) -> Iterator[Layout]:
    """The sheet's layout, and if that knows no column, the layouts that begin with any other of the first rows."""
    first = layout(sheet)
    yield first
    if len(columns(first, known)) >= LEAST or len(sheet.merges) > MOST_MERGES or len(sheet.rows) > MOST_ROWS:
        return
    for height in range(1, HEADER_HEIGHT + 1):  # the fewest rows first, or titles would be taken for groups
        for row in range(1, min(HEADER_SEARCH, len(sheet.rows)) + 1):
            yield layout(sheet, tuple(range(row, row + height)))


def shaped(sheet: Sheet, form: FormPage, found: Layout, known: Known) -> TableForm:
    """The lines of a form under the header that was understood."""
    filled = columns(found, known)
    ours = {one.at for one in filled}
    serial = next((h.column for h in found.headers if bare(h.text) in SERIALS and h.column not in ours), None)
    view = lines_under(sheet, form, found, (ours, serial))
    start = view.first(max(found.header_rows))
    block = view.block(start, max(form.last_row, len(sheet.rows)))
    tops = [row for row in block if view.is_top(row)]
    lines = [row for row in tops if view.is_blank(row)]
    end = block[-1] if block else start - 1
    return TableForm(
        sheet=sheet.name,
        title=found.title,
        unit=found.unit,
        columns=filled,
        unknown=strangers(found, form, {*ours, serial}, start),
        serial=serial,
        lines=tuple(lines),
        taken=tuple(row for row in tops if row not in lines),
        step=max(1, end - tops[-1] + 1) if tops else 1,
        end=end,
        below=any(view.words(row) for row in range(end + 1, len(sheet.rows) + 1)),
        above=tuple(text for row in range(1, min(found.header_rows)) for _, text in view.words(row)),
    )


def strangers(found: Layout, form: FormPage, settled: Set[int | None], line: int) -> tuple[str, ...]:
    """The headers that nobody fills: neither our data, nor a serial number, nor a formula of the form."""
    return tuple(
        header.text
        for header in found.headers
        if header.text and header.column not in settled and form.formula(line, header.column) is None
    )


def lines_under(sheet: Sheet, form: FormPage, found: Layout, columns: tuple[Set[int], int | None]) -> Lines:
    """The rows under a header; what the layout set aside is left out unless it is blank where we write.

    columns: those that we fill, and the one of serial numbers.
    """
    ours, serial = columns
    view = Lines(sheet, form, sorted(ours), {header.column for header in found.headers}, serial)
    head = max(found.header_rows)
    return replace(view, aside={gone.row for gone in found.skipped if gone.row > head and not view.is_blank(gone.row)})
