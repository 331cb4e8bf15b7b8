"""What is exported imports again without a difference: every ledger, every kind of value, as a workbook and as text."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from daan_desk.domain.credit_code import CreditCode
from daan_desk.domain.days import Day, Month
from daan_desk.domain.fields import Context, Field, Ledger
from daan_desk.domain.kinds import Linked, LinkTo, LongText, OneOf, People, Phone, YesNo
from daan_desk.domain.ledger_choice import match_as
from daan_desk.domain.numbers import Integer, Number
from daan_desk.domain.tables import Column, Table
from daan_desk.domain.years import Year
from daan_desk.exchange.layouts import layouts
from daan_desk.exchange.ledgers_out import write_ledger
from daan_desk.exchange.workbooks import read
from daan_desk.services.ledgers import ledgers

ROWS = 25
CODES = ("91510300MA62B4QY8N", "915103007118853536", "91510304709139870M")


def value(field: Field, number: int) -> object:
    """A made-up value that a field may have; every fifth one is missing where it may be."""
    if number % 5 == 4 and not field.required:
        return None
    kind = field.kind
    if isinstance(kind, LinkTo):
        return Linked(str(number), f"{field.label}{number}号有限公司")
    if isinstance(kind, OneOf) and kind.words:
        return kind.words[number % len(kind.words)]
    makers = (
        (CreditCode, CODES[number % len(CODES)]),
        (YesNo, number % 2 == 0),
        (Day, date(2026, 1, 5) + timedelta(days=number)),
        (Month, f"2026-{number % 12 + 1:02d}"),
        (Integer, number * 7),
        (Year, 2020 + number % 9),
        (Number, Decimal(number * 12345) / 100),
        (Phone, f"0813-55000{number:02d}"),
        (People, f"张示{number}、李示{number}"),
        (LongText, f"=1+{number}\n-第二行"),
    )
    return next((made for kinds, made in makers if isinstance(kind, kinds)), f"{field.label}{number}号有限公司")


def table_of(ledger: Ledger) -> Table:
    """A ledger with made-up rows, all typed fields as columns."""
    columns = tuple(
        Column(field.label, field.kind, field.width, field.total, field.name)
        for field in ledger.typed
        if not field.private
    )
    rows = tuple(tuple(value(ledger[column.name], number) for column in columns) for number in range(ROWS))
    return Table(ledger.label, columns, rows, ("导出说明",))


def read_back(field: Field, raw: object, unit: str | None) -> object:
    """A cell as the importer reads it; a link as the words that find its record."""
    return field.kind.read(raw, Context(unit=unit)).value


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("ledger", [one for one in ledgers() if one.name != "briefs"], ids=lambda one: one.name)
def test_that_an_exported_ledger_comes_back_as_it_was(ledger: Ledger, ending: str, tmp_path: Path) -> None:
    table = table_of(ledger)
    write_ledger(table, tmp_path / f"a{ending}")
    found = layouts(read(tmp_path / f"a{ending}"))[0]
    matched = {match.field: match for match in match_as(found, ledger).columns}
    assert set(matched) == {column.name for column in table.columns}
    assert len(found.rows) == ROWS
    for row, values in zip(found.rows, table.rows, strict=True):
        for column, expected in zip(table.columns, values, strict=True):
            match = matched[column.name]
            shown = expected.text if isinstance(expected, Linked) else expected
            assert read_back(ledger[column.name], row.cells[match.column], match.unit) == shown
