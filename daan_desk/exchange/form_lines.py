"""The lines of a form are filled: named ones completed, blank ones in order, more put in where they do not suffice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Kind, Ledger
from daan_desk.domain.sheets import Sheet
from daan_desk.exchange.form_columns import FormColumn
from daan_desk.exchange.form_package import Package
from daan_desk.exchange.form_references import Inserted
from daan_desk.exchange.form_rows import insert_rows
from daan_desk.exchange.form_shape import TOTALS, TableForm
from daan_desk.exchange.form_sheet import FormSheet
from daan_desk.exchange.form_sums import add_sum
from daan_desk.exchange.form_values import Formats, for_cell, in_unit, in_words, options

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Filler:
    """Everything that filling one sheet needs."""

    package: Package
    sheet: FormSheet
    grid: Sheet
    form: TableForm
    formats: Formats

    def fill(self, records: Sequence[Record], ledger: Ledger) -> None:
        """Write every record: into the line that names it already, else into the next blank one."""
        named = self.named(records, ledger)
        for row, record in named.items():
            self.write(row, record, only_blank=True)
        placed = {id(record) for record in named.values()}
        rest = [record for record in records if id(record) not in placed]
        lines = [*self.form.lines, *self.added(len(rest) - len(self.form.lines))]
        for row, record in zip(lines, rest, strict=False):
            self.write(row, record)
        self.number(lines[: len(rest)])
        self.sum_up(max((*lines, self.form.end), default=0))

    def named(self, records: Sequence[Record], ledger: Ledger) -> dict[int, Record]:
        """The lines that name a record of ours already, by the first of the ledger's keys that the form has."""
        by_field = {column.field: column for column in self.form.columns}
        found: dict[int, Record] = {}
        for key in ledger.keys:
            if not all(name in by_field for name in key):
                continue
            keyed = {tuple(shown(record.get(name), by_field[name].kind) for name in key): record for record in records}
            for row in self.form.taken:
                words = tuple(read(self.grid.cell(row, by_field[name].at), by_field[name].kind) for name in key)
                record = keyed.get(words)
                if row not in found and record is not None and any(words) and record not in found.values():
                    found[row] = record
        return found

    def added(self, missing: int) -> list[int]:
        """New lines behind the block, as many as are missing; answers their rows."""
        if missing <= 0:
            return []
        form = self.form
        count = missing * form.step
        styled = bool(form.lines or form.taken)
        if styled or form.below:
            insert_rows(
                self.package, self.sheet, Inserted(form.sheet, form.first, form.end, count), form.step if styled else 0
            )
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
        last = 0
        for row in sorted({*self.form.taken, *lines}):
            told = self.grid.cell(row, self.form.serial) if row <= self.form.end else None
            if isinstance(told, int | float) or (isinstance(told, str) and told.strip().isdigit()):
                last = int(told)
            elif row in lines:
                last += 1
                self.sheet.put(row, self.form.serial, last)

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
    column: FormColumn, record: Record, sheet_unit: str | None, formats: Formats, spot: tuple[FormSheet, int, int]
) -> object:
    """The value of a column's field, in the unit, the words and the shape that the form's cell wants."""
    sheet, row, at = spot
    value = in_unit(record.get(column.field), column.kind, column.unit, sheet_unit)
    if column.also:
        parts = (shown(value, column.kind), shown(record.get(column.also), column.also_kind))
        return " ".join(part for part in parts if part) or None
    said = in_words(value, column.kind, options(sheet, row, at), column.header)
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
