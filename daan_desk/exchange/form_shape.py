"""What a blank form is: its header, the columns that we know, the lines to fill, and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import takewhile

from daan_desk.domain.columns import ORDINALS
from daan_desk.domain.headings import bare
from daan_desk.domain.sheets import Book, Layout, Sheet
from daan_desk.domain.words import plain
from daan_desk.exchange.form_columns import FormColumn, Known, columns
from daan_desk.exchange.form_sheet import FormSheet
from daan_desk.exchange.layouts import layout

TOTALS = re.compile(r"^[\s\u3000]*(?:合|总|小|共|累)[\s\u3000]*计")
NOTES = re.compile(
    r"^[\s\u3000]*(?:注|备注|说明|填[表报制][^:：]{0,8}|制表[^:：]{0,4}|审[核签][^:：]{0,4}|报送[^:：]{0,6}|联系[^:：]{0,4}"
    r"|[单部][位门][^:：]{0,8}|分管[^:：]{0,4}|主要[^:：]{0,6}|负责人[^:：]{0,4}|签[字名章]|盖章|日期)[\s\u3000]*[:：]"
    r"|^[\s\u3000]*(?:注\d|说明\d|备注\d)"
)
HEADER_SEARCH = 15
HEADER_HEIGHT = 3
MOST_MERGES, MOST_ROWS = 3_000, 3_000
WIDE = 0.6
LEAST = 2


@dataclass(frozen=True, slots=True)
class TableForm:
    """A form with a header and lines under it.

    lines: rows that are to be filled; taken: rows that have something in our columns already; step: rows of one line.
    end: the last row of the block, behind which rows are put in; below: whether anything stands there.
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

    @property
    def first(self) -> int:
        """The first row of the block; behind its end where it has none."""
        return min((*self.lines, *self.taken), default=self.end + 1)


def table_form(book: Book, sheets: Mapping[str, FormSheet], known: Known, wanted: str = "") -> TableForm | None:
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
    for row in range(1, min(HEADER_SEARCH, len(sheet.rows)) + 1):
        for height in range(1, HEADER_HEIGHT + 1):
            yield layout(sheet, tuple(range(row, row + height)))


def shaped(sheet: Sheet, form: FormSheet, found: Layout, known: Known) -> TableForm:
    """The lines of a form under the header that was understood."""
    filled = columns(found, known)
    ours = {one.at for one in filled}
    serial = next((h.column for h in found.headers if bare(h.text) in SERIALS and h.column not in ours), None)
    view = lines_under(sheet, form, found, ours)
    start = view.first(max(found.header_rows))
    block = list(takewhile(view.belongs, range(start, max(form.last_row, len(sheet.rows)) + 1)))
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
    )


def strangers(found: Layout, form: FormSheet, settled: Set[int | None], line: int) -> tuple[str, ...]:
    """The headers that nobody fills: neither our data, nor a serial number, nor a formula of the form."""
    return tuple(
        header.text
        for header in found.headers
        if header.text and header.column not in settled and form.formula(line, header.column) is None
    )


def lines_under(sheet: Sheet, form: FormSheet, found: Layout, ours: Set[int]) -> Lines:
    """The rows under a header; what the layout set aside is left out unless it is blank where we write."""
    view = Lines(sheet, form, sorted(ours), {header.column for header in found.headers})
    head = max(found.header_rows)
    return replace(view, aside={gone.row for gone in found.skipped if gone.row > head and not view.is_blank(gone.row)})


SERIALS = frozenset(bare(word) for word in ORDINALS)


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows under a form's header, as an officer sees them."""

    sheet: Sheet
    form: FormSheet
    known: Sequence[int]
    headed: set[int]
    aside: Set[int] = frozenset()

    def first(self, head: int) -> int:
        """The first row that can be a line: below column numbers, instructions, examples and sums that stand on top."""
        row = head + 1
        while row in self.aside or self.is_total(row):
            row += 1
        return row

    def words(self, row: int) -> list[tuple[int, str]]:
        """The words and numbers of a row that nobody calculates, with their columns."""
        cells = self.sheet.rows[row - 1] if row <= len(self.sheet.rows) else ()
        return [
            (at, plain(value))
            for at, value in enumerate(cells)
            if value is not None and self.form.formula(row, at) is None and plain(value)
        ]

    def is_total(self, row: int) -> bool:
        """Whether the row sums up."""
        return any(TOTALS.match(text) for _, text in self.words(row)[:3])

    def is_note(self, row: int) -> bool:
        """Whether the row is words below the table: a note, a signature, one text across the columns."""
        words = self.words(row)
        if not words:
            return False
        at, text = words[0]
        area = self.form.merges.get((row, at))
        wide = area is not None and len(words) == 1 and (area.right - area.left + 1) > WIDE * len(self.headed)
        return wide or bool(NOTES.match(text))

    def belongs(self, row: int) -> bool:
        """Whether the row is a line of the table: styled like one, and no sum and no note."""
        if self.is_total(row) or self.is_note(row) or row in self.aside:
            return False
        styled = sum(1 for at in self.headed if (row, at) in self.form.cells and self.form.style(row, at))
        return styled * 2 >= len(self.headed) or any(at in self.known for at, _ in self.words(row))

    def is_top(self, row: int) -> bool:
        """Whether a line begins here: not below the first row of a merge of our columns, and not hidden."""
        merged = (self.form.merges.get((row, at)) for at in self.known)
        hidden = row in self.form.rows and self.form.rows[row].get("hidden") in ("1", "true")
        return not hidden and all(area is None or area.top == row for area in merged)

    def is_blank(self, row: int) -> bool:
        """Whether nothing stands in our columns yet."""
        return not any(at in self.known for at, _ in self.words(row))
