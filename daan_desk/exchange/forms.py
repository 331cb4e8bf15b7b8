"""A superior's blank form is filled from our data, and stays in everything else what it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Ledger
from daan_desk.domain.sheets import Book
from daan_desk.exchange.form_book import FormBook, FormPage
from daan_desk.exchange.form_cards import CardForm, card_form, fill_cards
from daan_desk.exchange.form_columns import Known
from daan_desk.exchange.form_files import opened_form, refuse
from daan_desk.exchange.form_lines import Filler, Outcome, Record
from daan_desk.exchange.form_shape import TableForm, table_form
from daan_desk.exchange.form_sums import settle_sums

MOST_SHEETS = 100
FILLED_ON = re.compile(r"填报|填表|报送|制表|日期|时间")  # when a form was filled is no period that it asks about


@dataclass(frozen=True, slots=True)
class FillPlan:
    """What filling would do.

    columns: header → field. unknown: headers that stay empty. lines: blank lines that are there. cards: one record a
    sheet, label beside value, instead of a table. titles: the words over the form, which may name its period.
    """

    sheet: str
    columns: Mapping[str, str]
    unknown: tuple[str, ...]
    lines: int
    cards: bool = False
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """What was done: the new file, the sheet, the records written, and the columns as in the plan.

    unmatched: whom the form names and of whom we have no record; their lines stay as they were.
    """

    file: Path
    sheet: str
    rows: int
    columns: Mapping[str, str]
    unknown: tuple[str, ...]
    unmatched: tuple[str, ...] = ()


def plan_fill(form: Path, ledger: Ledger | Known, *, sheet: str = "") -> FillPlan:
    """Understand a form without writing; `Known` adds the ledgers that links lead to (enterprise → 企业名录).

    Raises `Trouble` where the file is no form that can be filled, `Rejected` where nothing in it is ours.
    """
    plan = planned(understood(blank(form, sheet), known(ledger), sheet))
    return replace(plan, titles=(*plan.titles, plan.sheet, form.stem))


def best(form: Path, offered: Iterable[Known]) -> Known:
    """Of several ledgers the one that fills most columns, of equals the first; raises as `plan_fill`."""
    work = blank(form)
    counts: list[tuple[int, Known]] = []
    for one in offered:
        with suppress(Rejected):
            counts.append((len(planned(understood(work, one)).columns), one))
    if not counts:
        raise Rejected(f"在“{form.name}”里没有找到能填写的栏目，请看看表头是不是在前几行、栏目名称是否完整")
    return max(counts, key=lambda pair: pair[0])[1]


def fill(
    form: Path, rows: Sequence[Mapping[str, object]], ledger: Ledger | Known, to: Path, *, sheet: str = ""
) -> Filled:
    """Fill a form with records and write it to `to`; the form itself is never changed.

    rows: field → value as rows carry it, “link.field” for what a link leads to. Raises as `plan_fill`, and `Trouble`
    where the file cannot be written.
    """
    work = blank(form, sheet)
    refuse(form, to)
    found = understood(work, known(ledger), sheet)
    outcome = Outcome(len(rows))
    if isinstance(found, CardForm):
        fill_cards(work.file, work.sheets, found, rows, known(ledger).ledger)
    else:
        own = work.sheets[found.sheet]
        work.file.touch(own.name)
        grid = next(one for one in work.book.sheets if one.name == own.name)
        outcome = Filler(work.file, own, grid, found, work.file.formats()).fill(rows, known(ledger).ledger)
        settle_sums(own)
    work.file.save(to)
    return reported(found, rows, to, outcome)


@dataclass(frozen=True, slots=True)
class Blank:
    """A form on the table: its name, its file, its sheets as they are written, and what they say."""

    name: str
    file: FormBook
    sheets: Mapping[str, FormPage]
    book: Book


def known(ledger: Ledger | Known) -> Known:
    """A ledger alone, or with those that its links lead to."""
    return ledger if isinstance(ledger, Known) else Known(ledger)


def blank(form: Path, sheet: str = "") -> Blank:
    """Read a form; `Trouble` where the file is none."""
    book, file = opened_form(form)
    names = file.names()
    if sheet and sheet not in names:
        raise Rejected(f"这份表里没有名为“{sheet}”的工作表")
    offered = [sheet] if sheet else names[:MOST_SHEETS]
    return Blank(form.name, file, {name: file.page(name) for name in offered}, book)


def understood(form: Blank, ours: Known, sheet: str = "") -> TableForm | CardForm:
    """What we can fill in a form: lines under a header, or labels with room beside them."""
    table = table_form(form.book, form.sheets, ours, sheet)
    card = card_form(form.book, form.sheets, ours, sheet)
    found = card if card and (table is None or len(card.spots) > len(table.columns)) else table
    if found is None:
        raise Rejected(f"在“{form.name}”里没有找到能用“{ours.ledger.label}”填写的栏目")
    return found


def planned(found: TableForm | CardForm) -> FillPlan:
    """What was understood, as an officer is shown it."""
    if isinstance(found, CardForm):
        columns = {spot.column.header: spot.column.field for spot in found.spots}
        return FillPlan(found.sheet, columns, found.unknown, 1, cards=True, titles=(found.title,))
    named = {one.header: one.field for one in found.columns}
    titles = (found.title, *(text for text in found.above if not FILLED_ON.search(text)))
    return FillPlan(found.sheet, named, found.unknown, len(found.lines), titles=titles)


def reported(found: TableForm | CardForm, rows: Sequence[Record], to: Path, outcome: Outcome) -> Filled:
    """What was done; a column that no record has a word for is as good as unknown."""
    plan = planned(found)
    offered = {name for row in rows for name in row}
    columns = {header: field for header, field in plan.columns.items() if field in offered or not rows}
    unfilled = tuple(header for header in plan.columns if header not in columns)
    return Filled(to, plan.sheet, outcome.rows, columns, plan.unknown + unfilled, outcome.unmatched)
