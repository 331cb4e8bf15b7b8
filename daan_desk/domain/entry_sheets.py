"""A sheet into which a whole period is typed: a line for each record, and beside each cell what stood there before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field

Values = Mapping[str, object]


@dataclass(frozen=True)
class EntryRow:
    """One line: what is told of it, the values by which its record is found, and those that it has now.

    record: its id, "" where there is none yet. before, ago: the same of the period before and of the year before.
    """

    key: str
    title: str
    detail: str = ""
    identity: Values = field(default_factory=dict)
    record: str = ""
    values: Values = field(default_factory=dict)
    before: Values = field(default_factory=dict)
    ago: Values = field(default_factory=dict)


@dataclass(frozen=True)
class EntrySheet:
    """Everything of one period; closed: the sentence why nothing may be typed, "" where it may.

    beside: what `before` and `ago` are called (上月, 上年), "" where the sheet has none. limit: of jumps, in per cent.
    """

    ledger: str
    period: str
    words: str
    fields: tuple[Field, ...]
    rows: tuple[EntryRow, ...]
    beside: tuple[str, str] = ("上月", "上年")
    closed: str = ""
    limit: Decimal = Decimal(0)

    def row(self, key: str) -> EntryRow | None:
        """The line of that key."""
        return next((row for row in self.rows if row.key == key), None)


@dataclass(frozen=True, slots=True)
class Pasted:
    """Where the cells of a pasted block go: row and column of the sheet, and the text; what found no place is named."""

    cells: tuple[tuple[int, int, str], ...]
    unknown: tuple[str, ...] = ()


def overtaken(before: EntrySheet, now: EntrySheet, typed: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """What stands otherwise under cells that are being typed: somebody else filled them meanwhile."""
    told = []
    for key, cells in typed.items():
        old, new = before.row(key), now.row(key)
        if old is None or new is None:
            continue
        for one in (one for one in now.fields if one.name in cells):
            value = new.values.get(one.name)
            if value != old.values.get(one.name):
                told.append(f"{new.title}的{one.label}刚被别人改为 {one.kind.show(value) or '空'}，您填的还在")
    return tuple(told)


def pasted(text: str, sheet: EntrySheet, at: tuple[int, int]) -> Pasted:
    """Place what a spreadsheet copied: by the names in its first column and labels in its first line, else in order.

    at: the row and column of the current cell, where a block without names and labels begins.
    """
    lines = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
    titles = {plain(row.title): number for number, row in enumerate(sheet.rows)}
    labels = {plain(field.label): number for number, field in enumerate(sheet.fields)}
    headed = [labels.get(plain(word)) for word in lines[0]]
    columns: list[int | None] | None = headed if any(one is not None for one in headed) else None
    body = lines[1:] if columns else lines
    named = any(plain(line[0]) in titles for line in body if line)
    cells, unknown = [], []
    for number, line in enumerate(body):
        row = titles.get(plain(line[0])) if named else at[0] + number
        if row is None or row >= len(sheet.rows):
            unknown.append(line[0].strip() or f"第 {number + 1} 行")
            continue
        for place, word in enumerate(line[1:] if named and not columns else line):
            column = columns[place] if columns else at[1] + place
            if column is not None and column < len(sheet.fields):
                cells.append((row, column, word.strip()))
    return Pasted(tuple(cells), tuple(unknown))


def labelled(described: Field) -> Field:
    """A column with its unit in its label: nobody should type 千元 where 万元 are meant."""
    unit = str(getattr(described.kind, "unit", ""))  # only numbers have one
    return replace(described, label=f"{described.label}（{unit}）" if unit else described.label)


def plain(word: str) -> str:
    """A name or a label without blanks and units in brackets, for comparing."""
    return "".join(word.split()).partition("（")[0].partition("(")[0].replace("\ufeff", "")


def readings(sheet: EntrySheet, typed: Mapping[str, str]) -> tuple[dict[str, object], dict[str, str]]:
    """What was typed into one line as values, and by field what cannot be read."""
    values: dict[str, object] = {}
    problems: dict[str, str] = {}
    for described in sheet.fields:
        if described.name in typed:
            try:
                values[described.name] = described.kind.read(typed[described.name]).value
            except Rejected as refused:
                problems[described.name] = str(refused)
    return values, problems
