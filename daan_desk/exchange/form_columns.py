"""Which columns or labels of a form our data can fill, also from what a record is linked with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from daan_desk.domain.column_words import OF_A_PERSON
from daan_desk.domain.columns import Match, matches
from daan_desk.domain.fields import Kind, Ledger
from daan_desk.domain.headings import bare
from daan_desk.domain.kinds import LinkTo, People, Text
from daan_desk.domain.ledger_choice import columns_of
from daan_desk.domain.sheets import Layout
from daan_desk.domain.vocabulary import Column
from daan_desk.exchange.shapes.blocks import BETWEEN

PLAIN = Text()
# Who looks after an enterprise is another ledger's record; these are the labels under which a row tells it.
ROLE_LABELS = {"县级领导": "包联领导", "企业首席服务官": "首席服务官"}


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column that is filled: where, under which words, from which field, in which unit.

    field: with a link before it for what belongs to a linked record (enterprise.contact_phone). also: a second field in
    the same cells, with its kind.
    """

    at: int
    header: str
    field: str
    kind: Kind
    also: str = ""
    also_kind: Kind = PLAIN
    unit: str | None = None
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What our data can say: a ledger, and by the name of a link the ledger that it leads to."""

    ledger: Ledger
    related: Mapping[str, Ledger] = field(default_factory=dict)


def columns(found: Layout, known: Known) -> tuple[FormColumn, ...]:
    """The columns of a layout that our data can fill."""
    if not found.header_rows:
        return ()
    return tuple(
        column(found.headers[place].column, one, ledger, link)
        for place, one, ledger, link in recognised(columns_of(found), known, found.year)
    )


def recognised(headers: Sequence[Column], known: Known, year: int | None) -> Iterator[tuple[int, Match, Ledger, str]]:
    """Every column that is one of the ledger's, then what is left as one of a linked ledger's, with the link's name."""
    left, persons = list(headers), set[int]()
    for link, ledger in (("", known.ledger), *known.related.items()):
        found = [
            worked_out(one, ledger)
            for one in matches([replace(one, place=at) for at, one in enumerate(left)], ledger, year)
        ]
        for one in found:
            if one.field:
                yield left[one.column].place, one, ledger, link
        persons |= {left[one.column].place for one in found if names_officer(one, ledger)}
        left = [one for one, match in zip(left, found, strict=True) if not match.field]
        left = [one for one in left if not is_of_person(one, headers, persons)]


def names_officer(found: Match, ledger: Ledger) -> bool:
    """Whether a column names one of ours, whose post and number may follow."""
    kind = ledger.by_name[found.field].kind if found.field in ledger.by_name else None
    return bool(found.role) or isinstance(kind, People) or (isinstance(kind, LinkTo) and kind.ledger == "officers")


def is_of_person(one: Column, headers: Sequence[Column], persons: Set[int]) -> bool:
    """Whether a column is the post or the number of the officer before it: no linked record knows that."""
    while OF_A_PERSON.fullmatch(bare(one.text.rpartition(BETWEEN)[2])) and one.place:
        one = headers[one.place - 1]
        if one.place in persons:
            return True
    return False


def worked_out(match: Match, ledger: Ledger) -> Match:
    """A column that the program itself works out: imports never fill it, forms may ask for it."""
    if match.field and not match.role:
        return match
    labels = {bare(match.header), ROLE_LABELS.get(match.role, match.header)}
    found = next((one.name for one in ledger.fields if one.derived and one.label in labels), "")
    return match._replace(field=found) if found else match


def column(at: int, found: Match, ledger: Ledger, link: str) -> FormColumn:
    """One column to fill; a field that another ledger keeps has its name already, and is words."""
    named = f"{link}." if link else ""
    kind, also = (ledger.by_name[name].kind if name in ledger.by_name else PLAIN for name in (found.field, found.also))
    return FormColumn(
        at=at,
        header=found.header,
        field=named + found.field,
        kind=kind,
        also=named + found.also if found.also else "",
        also_kind=also,
        unit=found.unit,
        summed=found.field in ledger.by_name and ledger.by_name[found.field].total,
    )
