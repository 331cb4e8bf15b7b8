"""A superior's blank form is filled from our data, and stays in everything else what it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.fields import Ledger
from daan_desk.domain.sheets import Book
from daan_desk.exchange.form_cards import CardForm, card_form, fill_cards
from daan_desk.exchange.form_columns import Known
from daan_desk.exchange.form_lines import Filler, Record
from daan_desk.exchange.form_package import Package, opened
from daan_desk.exchange.form_shape import TableForm, table_form
from daan_desk.exchange.form_sheet import FormSheet
from daan_desk.exchange.form_sums import settle_sums
from daan_desk.exchange.form_values import formats
from daan_desk.exchange.workbooks import read

MOST_SHEETS = 100
ENDINGS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class FillPlan:
    """What filling would do.

    columns: header → field. unknown: headers that stay empty. lines: blank lines that are there. cards: one record a
    sheet, label beside value, instead of a table.
    """

    sheet: str
    columns: Mapping[str, str]
    unknown: tuple[str, ...]
    lines: int
    cards: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """What was done: the new file, the sheet, the records written, and the columns as in the plan."""

    file: Path
    sheet: str
    rows: int
    columns: Mapping[str, str]
    unknown: tuple[str, ...]


def plan_fill(form: Path, ledger: Ledger | Known, *, sheet: str = "") -> FillPlan:
    """Understand a form without writing; `Known` adds the ledgers that links lead to (enterprise → 企业名录).

    Raises `Trouble` where the file is no form that can be filled, `Rejected` where nothing in it is ours.
    """
    return planned(understood(form, known(ledger), sheet).found)


def fill(
    form: Path, rows: Sequence[Mapping[str, object]], ledger: Ledger | Known, to: Path, *, sheet: str = ""
) -> Filled:
    """Fill a form with records and write it to `to`; the form itself is never changed.

    rows: field → value as rows carry it, “link.field” for what a link leads to. Raises as `plan_fill`, and `Trouble`
    where the file cannot be written.
    """
    refuse(form, to)
    work = understood(form, known(ledger), sheet)
    if isinstance(work.found, CardForm):
        fill_cards(work.package, work.sheets, work.found, rows, known(ledger).ledger)
    else:
        own = work.sheets[work.found.sheet]
        work.package.touch(work.package.sheets()[own.name])
        grid = next(one for one in work.book.sheets if one.name == own.name)
        Filler(work.package, own, grid, work.found, formats(work.package)).fill(rows, known(ledger).ledger)
        settle_sums(work.package, own)
    work.package.save(to)
    return reported(work.found, rows, to)


@dataclass(frozen=True, slots=True)
class Work:
    """A form on the table: its package, its sheets, what they say, and what was understood."""

    package: Package
    sheets: Mapping[str, FormSheet]
    book: Book
    found: TableForm | CardForm


def refuse(form: Path, to: Path) -> None:
    """Say at once what cannot be filled."""
    if form.suffix.lower() not in ENDINGS:
        raise Trouble(f"“{form.name}”不是 .xlsx 表格。", "请用 Excel 或 WPS 打开，另存为 .xlsx 后再填。")
    if to.suffix.lower() != form.suffix.lower():
        raise Rejected(f"填好的表要和原表一样存为 {form.suffix.lower()} 文件")
    if to.resolve() == form.resolve():
        raise Rejected("填好的表不能盖住空白表，请换一个文件名")


def known(ledger: Ledger | Known) -> Known:
    """A ledger alone, or with those that its links lead to."""
    return ledger if isinstance(ledger, Known) else Known(ledger)


def understood(form: Path, ours: Known, sheet: str) -> Work:
    """Read the form and find what we can fill in it: lines under a header, or labels with room beside them."""
    book = read(form)  # the careful reader first: it knows bombs, passwords and broken files
    package = opened(form)
    parts = package.sheets()
    offered = [sheet] if sheet in parts else list(parts)[:MOST_SHEETS]
    sheets = {name: FormSheet(name, package.tree(parts[name])) for name in offered}
    if sheet and sheet not in sheets:
        raise Rejected(f"这份表里没有名为“{sheet}”的工作表")
    table = table_form(book, sheets, ours, sheet)
    card = card_form(book, sheets, ours, sheet)
    found = card if card and (table is None or len(card.spots) > len(table.columns)) else table
    if found is None:
        raise Rejected(f"在“{form.name}”里没有找到能用“{ours.ledger.label}”填写的栏目")
    return Work(package, sheets, book, found)


def planned(found: TableForm | CardForm) -> FillPlan:
    """What was understood, as an officer is shown it."""
    if isinstance(found, CardForm):
        columns = {spot.column.header: spot.column.field for spot in found.spots}
        return FillPlan(found.sheet, columns, found.unknown, 1, cards=True)
    return FillPlan(found.sheet, {one.header: one.field for one in found.columns}, found.unknown, len(found.lines))


def reported(found: TableForm | CardForm, rows: Sequence[Record], to: Path) -> Filled:
    """What was done; a column that no record has a word for is as good as unknown."""
    plan = planned(found)
    offered = {name for row in rows for name in row}
    columns = {header: field for header, field in plan.columns.items() if field in offered or not rows}
    unfilled = tuple(header for header in plan.columns if header not in columns)
    return Filled(to, plan.sheet, len(rows), columns, plan.unknown + unfilled)
