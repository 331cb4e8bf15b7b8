"""The lines of a form are filled: named ones completed, blank ones in order, more put in where they do not suffice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Kind, Ledger
from daan_desk.domain.names import normal
from daan_desk.domain.sheets import Sheet
from daan_desk.domain.words import plain
from daan_desk.exchange.form_book import Formats, FormBook, FormPage
from daan_desk.exchange.form_columns import FormColumn
from daan_desk.exchange.form_references import Inserted
from daan_desk.exchange.form_shape import TableForm
from daan_desk.exchange.form_sums import add_sum
from daan_desk.exchange.form_under import TOTALS
from daan_desk.exchange.form_values import for_cell, in_unit, in_words

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many records stand in the form now, and the lines that name somebody of whom we have no record."""

    rows: int
    unmatched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filler:
    """Everything that filling one sheet needs."""

    book: FormBook
    sheet: FormPage
    grid: Sheet
    form: TableForm
    formats: Formats

    def fill(self, records: Sequence[Record], ledger: Ledger) -> Outcome:
        """Write every record: into the line that names it already, else into the next blank one.

        A form that names somebody in every line asks about these only, so nobody else is put in.
        """
        named = self.named(records, ledger)
        for row, record in named.items():
            self.write(row, record, only_blank=True)
        asking = self.asking(ledger)
        if asking and (named or len(asking) > 1):  # one line that nobody of ours stands in is an example
            return Outcome(len(named), tuple(words for row, words in asking.items() if row not in named))
        placed = {id(record) for record in named.values()}
        rest = [record for record in records if id(record) not in placed]
        lines = [*self.form.lines, *self.added(len(rest) - len(self.form.lines))]
        for row, record in zip(lines, rest, strict=False):
            self.write(row, record)
        self.number(lines[: len(rest)])
        self.sum_up(max((*lines, self.form.end), default=0))
        return Outcome(len(records))

    def asking(self, ledger: Ledger) -> dict[int, str]:
        """Whom the lines of a form name that wants something of each; nobody where a line is free or all are full."""
        titles = {name for key in ledger.keys for name in key} & {column.field for column in self.form.columns}
        at = next((column.at for column in self.form.columns if column.field in titles), None)
        if at is None or self.form.lines:
            return {}
        words = {row: plain(self.grid.cell(row, at)) for row in self.form.taken}
        wants = any(self.sheet.is_empty(row, column.at) for row in words for column in self.form.columns)
        return words if wants and all(words.values()) else {}

    def named(self, records: Sequence[Record], ledger: Ledger) -> dict[int, Record]:
        """The lines that name a record of ours already, by the first of the ledger's keys that the form has."""
        by_field = {column.field: column for column in self.form.columns}
        found: dict[int, Record] = {}
        placed: set[int] = set()
        for key in ledger.keys:
            columns = [by_field[name] for name in key if name in by_field]
            if len(columns) < len(key):
                continue
            keyed: dict[tuple[str, ...], Record] = {}
            for record in records:
                keyed.setdefault(tuple(normal(shown(record.get(one.field), one.kind)) for one in columns), record)
            for row in self.form.taken:
                words = tuple(normal(read(self.grid.cell(row, one.at), one.kind)) for one in columns)
                ours = keyed.get(words)
                if row not in found and ours is not None and any(words) and id(ours) not in placed:
                    found[row] = ours
                    placed.add(id(ours))
        return found

    def added(self, missing: int) -> list[int]:
        """New lines behind the block, as many as are missing; answers their rows."""
        if missing <= 0:
            return []
        form = self.form
        count = missing * form.step
        styled = bool(form.lines or form.taken)
        if styled or form.below:
            grown = Inserted(form.sheet, form.first, form.end, count)
            self.book.insert(grown, form.step if styled else 0)
        return [form.end + 1 + number * form.step for number in range(missing)]

    def write(self, row: int, record: Record, *, only_blank: bool = False) -> None:
        """One record into one line; what is not known stays as it is."""
        for column in self.form.columns:
            if only_blank and not self.sheet.is_empty(row, column.at):
                continue
            value = self.value(column, row, record)
            if value not in (None, ""):
                self.sheet.put(row, column.at, value)

    def value(self, column: FormColumn, row: int, record: Record) -> object:
        """What a cell gets for one field, or for the two fields that share it."""
        return cell_value(
            column, record, self.form.unit, self.formats, (self.sheet, *self.sheet.corner(row, column.at))
        )

    def number(self, lines: Sequence[int]) -> None:
        """Serial numbers go on from the last one that is there."""
        if self.form.serial is None:
            return
        last, in_words = 0, False
        for row in sorted({*self.form.taken, *lines}):
            told = self.grid.cell(row, self.form.serial) if row <= self.form.end else None
            if isinstance(told, int | float) or (isinstance(told, str) and told.strip().isdigit()):
                last, in_words = int(told), isinstance(told, str)
            elif row in lines:
                last += 1
                self.sheet.put(row, self.form.serial, str(last) if in_words else last)

    def sum_up(self, last: int) -> None:
        """Blank cells of the totals row below the lines get their sums."""
        row = last + 1
        words = [self.grid.cell(self.form.end + 1, at) for at in range(4)]
        if not any(isinstance(word, str) and TOTALS.match(word) for word in words):
            return
        for column in self.form.columns:
            if column.summed:
                add_sum(self.sheet, row, column.at, self.form.first, last)


def cell_value(
    column: FormColumn, record: Record, sheet_unit: str | None, formats: Formats, spot: tuple[FormPage, int, int]
) -> object:
    """The value of a column's field, in the unit, the words and the shape that the form's cell wants."""
    sheet, row, at = spot
    value = in_unit(record.get(column.field), column.kind, column.unit, sheet_unit)
    if column.also:
        parts = (shown(value, column.kind), shown(record.get(column.also), column.also_kind))
        return " ".join(part for part in parts if part) or None
    said = in_words(value, column.kind, sheet.options(row, at), column.header)
    return said if said is not None else for_cell(value, column.kind, sheet.style(row, at), formats)


def shown(value: object, kind: Kind) -> str:
    """A value of ours in words; what a link brings as plain text stays text."""
    return value if isinstance(value, str) else kind.show(value)


def read(raw: object, kind: Kind) -> str:
    """What stands in a form's cell, in the same words."""
    try:
        return shown(kind.read(raw).value, kind)
    except Rejected:
        return str(raw)
