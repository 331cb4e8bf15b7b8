"""Columns of cells as columns of values: every different cell is read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import NoneType
from typing import NamedTuple

from daan_desk.domain.columns import Match
from daan_desk.domain.contacts import ANY_PHONE, HiddenNumber
from daan_desk.domain.days import Day, only_year
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Context, Field, Kind, Ledger
from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.numbers import FRACTION, Percent
from daan_desk.domain.people_words import BETWEEN_PEOPLE
from daan_desk.domain.sheets import Layout
from daan_desk.domain.words import plain
from daan_desk.services.settings import with_choices
from daan_desk.store.reader import Reader

# What stands between a person and his number and belongs to neither.
ABOUT_NUMBERS = re.compile(
    r"^(?:联系人|姓名)?[\s:：()（）]+|[\s:：(（]*(?:联系)?(?:电话|手机号?码?|方式)?[\s:：()（]*$|^(?:电话|手机)[:：]?$"
)


class Got(NamedTuple):
    """What a cell gave: a value, a remark on how it was read, or the sentence why it could not be.

    shown: a telephone number as it stands there, where its middle is hidden; it may be one that we have.
    """

    value: object = None
    remark: str = ""
    problem: str = ""
    shown: str = ""


class Values(NamedTuple):
    """A column read as a field, a `Got` for every row; links: its cells name records of another ledger."""

    field: Field
    place: int
    cells: Sequence[Got]
    role: str = ""
    also: bool = False
    spare: bool = False
    links: bool = False


NOTHING = Got()


def read_cells(kind: Kind, context: Context, cells: Sequence[object]) -> list[Got]:
    """Read every cell; equal cells of one type are read once."""
    mixed = len({*map(type, cells)} - {NoneType}) > 1  # 1 and True are equal, and are read differently
    keys = list(zip(map(type, cells), cells, strict=True)) if mixed else cells
    known = {key: read_cell(kind, context, cell) for key, cell in dict(zip(keys, cells, strict=True)).items()}
    return [known[key] for key in keys]


def read_cell(kind: Kind, context: Context, cell: object) -> Got:
    """One cell; a refusal becomes a sentence."""
    if cell is None:
        return NOTHING
    try:
        return Got(*kind.read(cell, context))
    except HiddenNumber as refused:
        return Got(problem=str(refused), shown=refused.shown)
    except Rejected as refused:
        return Got(problem=str(refused))


def values_of(reader: Reader, layout: Layout, ledger: Ledger, matches: Sequence[Match]) -> list[Values]:
    """The columns that hold a field of the ledger, read; a column of two fields gives two."""
    found: list[Values] = []
    for match in matches:
        cells: list[object] = [row.cells[match.column] for row in layout.rows]
        for name, spare in ((match.field, False), (match.spare, True)):
            if name not in ledger.by_name:
                continue
            field = ledger[name]
            context = Context(match.unit or layout.unit, layout.year)
            if isinstance(field.kind, Day) and layout.year is None:
                context = Context(context.unit, only_year(dict.fromkeys(cells)), "同一列其他日期")
            kind = with_choices(reader, field.kind)
            if match.also:
                parted = [apart(cell) for cell in cells]
                phones = read_cells(ledger[match.also].kind, context, [phone for _, phone in parted])
                found.append(Values(ledger[match.also], match.column, phones, also=True))
                cells = [text for text, _ in parted]
            if isinstance(kind, Percent):
                context = of_share(context, cells)
            links = isinstance(kind, LinkTo)
            got = read_cells(kind, context, cells)
            found.append(Values(field, match.column, got, match.role, spare=spare, links=links))
    return sorted(found, key=lambda values: (values.spare, values.also))


def of_share(context: Context, cells: Sequence[object]) -> Context:
    """Under a header with “%”, a column in which no number reaches 1 holds fractions that Excel shows as per cent."""
    numbers = [abs(cell) for cell in cells if isinstance(cell, int | float) and not isinstance(cell, bool)]
    if context.unit == "%" and numbers and max(numbers) < 1:
        return Context(FRACTION, context.year)
    return Context("%" if context.unit == "%" else None, context.year)


def apart(cell: object) -> tuple[object, object]:
    """The persons and their numbers out of one cell: 赵某 13800000001；钱某（财务）：0813-5500001."""
    text = plain(cell)
    numbers = ANY_PHONE.findall(text)
    if not numbers:
        return cell, None
    pieces = (ABOUT_NUMBERS.sub("", piece) for piece in BETWEEN_PEOPLE.split(ANY_PHONE.sub("；", text)))
    return "、".join(filter(None, pieces)), "、".join(numbers)
