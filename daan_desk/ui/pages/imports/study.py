"""What is made of a file before anything is written: frozen values, worked out in the background without a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from daan_desk.domain.columns import DOUBTFUL, Match, Matching, corrected
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.domain.imports import ImportPlan, Verdict
from daan_desk.domain.sheets import Book, DataRow, Layout, Sheet
from daan_desk.exchange import layouts, workbooks
from daan_desk.services import imports, ledgers
from daan_desk.services.office import Office

Place = tuple[str, int, int]  # sheet ("" where there is only one), row, place among the headers


@dataclass(frozen=True)
class File:
    """A file as it was read; `likely` is the offer that looks most like a ledger of ours."""

    name: str
    book: Book
    offered: tuple[Layout, ...]
    likely: int = 0


@dataclass(frozen=True)
class Wishes:
    """What the officer decided: which offer, which header rows, which ledger, fields, rules, mended cells.

    columns: place among the headers → field ("" for none). rules: field → rule, ledger → create or leave.
    """

    at: int = 0
    header_rows: tuple[int, ...] | None = None
    ledger: str = ""
    columns: Mapping[int, str] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    mends: Mapping[Place, str] = field(default_factory=dict)

    @property
    def taught(self) -> bool:
        """Whether there is something to remember for the next file with the same headers."""
        return bool(self.columns or self.ledger)

    def headed(self, rows: Sequence[int] | None) -> Wishes:
        """The same offer with other header rows; None lets the program find them."""
        return Wishes(self.at, None if rows is None else tuple(rows))

    def as_ledger(self, name: str) -> Wishes:
        """The same sheet as another ledger."""
        return Wishes(self.at, self.header_rows, name, mends=self.mends)


@dataclass(frozen=True)
class Study:
    """What is understood so far; `plan` is None where `refused` says why nothing can be imported."""

    file: File
    wishes: Wishes
    layout: Layout
    found: Matching
    plan: ImportPlan | None = None
    refused: str = ""

    @property
    def sheet(self) -> Sheet:
        """The sheet that is looked at; of several taken together the first."""
        return next(sheet for sheet in self.file.book.sheets if sheet.name == self.layout.sheet)

    @property
    def columns(self) -> tuple[Match, ...]:
        return self.plan.columns if self.plan else self.found.columns

    @property
    def doubtful(self) -> tuple[Match, ...]:
        """The columns that somebody should look at."""
        return tuple(match for match in self.columns if match.certainty == DOUBTFUL)

    @property
    def writes(self) -> int:
        """How many records of the ledger would be written."""
        counts = self.plan.counts if self.plan else {}
        return counts.get(Verdict.ADDED, 0) + counts.get(Verdict.CHANGED, 0)


def opened(office: Office, path: Path) -> File:
    """Read a file; `Trouble` says what is in the way."""
    return _offered(office, path.name, workbooks.read(path))


def pasted(office: Office, text: str) -> File:
    """Read the table that was copied somewhere else."""
    return _offered(office, "剪贴板里的表格", workbooks.read_pasted(text))


def _offered(office: Office, name: str, book: Book) -> File:
    offered = layouts.layouts(book)
    if not offered:
        raise Rejected("文件里没有工作表")
    try:
        best = imports.chosen(office, offered)
    except Rejected:
        return File(name, book, offered)
    return File(name, book, offered, next(at for at, each in enumerate(offered) if each is best))


def studied(office: Office, file: File, wishes: Wishes) -> Study:
    """Understand the sheet as the officer wishes, and judge every row."""
    layout = mended(_layout(file, wishes), wishes.mends)
    try:
        found = imports.matching(office, layout, wishes.ledger or None)
    except Rejected as refused:
        return Study(file, wishes, layout, Matching("", refused=str(refused)), refused=str(refused))
    if found.refused:
        return Study(file, wishes, layout, found, refused=found.refused)
    mapping = _mapping(layout, wishes.columns)
    try:
        plan = imports.plan(office, layout, ledger=wishes.ledger or None, mapping=mapping, rules=wishes.rules)
    except Rejected as refused:
        return Study(file, wishes, layout, _as_wished(found, mapping), refused=str(refused))
    return Study(file, wishes, layout, found, plan)


def _layout(file: File, wishes: Wishes) -> Layout:
    offer = file.offered[wishes.at]
    if wishes.header_rows is None:
        return offer
    sheet = next(sheet for sheet in file.book.sheets if sheet.name == offer.sheet)
    return layouts.roster(sheet, wishes.header_rows)


def mended(layout: Layout, mends: Mapping[Place, str]) -> Layout:
    """The layout with the cells that were put right."""
    by_row: dict[tuple[str, int], dict[int, str]] = {}
    for (sheet, number, place), text in mends.items():
        by_row.setdefault((sheet, number), {})[place] = text
    if not by_row:
        return layout
    rows = tuple(_mended(row, by_row.get((row.sheet, row.number))) for row in layout.rows)
    return replace(layout, rows=rows)


def _mended(row: DataRow, new: Mapping[int, str] | None) -> DataRow:
    return row._replace(cells=tuple(new.get(at, cell) for at, cell in enumerate(row.cells))) if new else row


def _mapping(layout: Layout, wanted: Mapping[int, str]) -> dict[str, str]:
    """The wishes by header word, by place where a word stands twice."""
    words = [header.text for header in layout.headers]
    return {words[at] if words[at] and words.count(words[at]) == 1 else str(at): name for at, name in wanted.items()}


def _as_wished(found: Matching, mapping: Mapping[str, str]) -> Matching:
    described = ledgers.ledger(found.ledger)

    def named(word: str) -> Field | None:
        return described.find(word) if word else None

    return found.corrected(corrected(found.columns, mapping, named))
