"""What is written down twice, whenever it came: listed, laid side by side, made one, or said to be two things."""

from __future__ import annotations

from dataclasses import dataclass

from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.questions import Where
from daan_desk.services import settings
from daan_desk.services.changes import Changes
from daan_desk.services.joining import Twins as Twins
from daan_desk.services.joining import alike, followers, taken_over
from daan_desk.services.office import Office
from daan_desk.store.base import LEDGERS
from daan_desk.store.journal import entries_of_rows
from daan_desk.store.reader import Line, Reader

APART = "apart/"  # settings that begin so say of two records that they are two things


@dataclass(frozen=True, slots=True)
class Row:
    """A field of both, and what would stand there afterwards; lost where the other's words are not taken over."""

    label: str
    kept: str
    other: str
    after: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records side by side: who wrote each and on which day, their fields, and what would move over, in words."""

    pair: Twins
    kept_by: str
    other_by: str
    rows: tuple[Row, ...]
    moving: str


def open_twins(office: Office) -> tuple[Twins, ...]:
    """All that looks like the same thing written twice by two people, without what was said to be two things."""
    with office.reading() as reader:
        said = {str(line["key"]) for line in reader.where("settings", Where("key", "has", APART))}
        return tuple(pair for pair in alike(reader) if _key(pair) not in said)


def set_apart(office: Office, pair: Twins) -> Changes:
    """Remember that these are two things; they are not proposed again, on no laptop."""
    with office.writing(f"不是同一条{LEDGERS[pair.ledger].ledger.noun}：{pair.text}") as act:
        settings.keep(act, _key(pair), value=True)
    return act.changes


def _key(pair: Twins) -> str:
    return APART + "/".join(sorted((pair.kept, pair.dropped)))


def compared(office: Office, pair: Twins) -> Comparison:
    """What both say, and what would stand there afterwards; `Rejected` where one of them is gone."""
    with office.reading() as reader:
        kept, other = (reader.line(pair.ledger, identity) for identity in (pair.kept, pair.dropped))
        if kept is None or other is None:
            return Comparison(pair, "", "", (), "")
        rows = tuple(_rows(reader, pair.ledger, kept, other))
        counts = {name: len(lines) for name, _, lines in followers(reader, pair) if lines}
        moving = "、".join(f"{LEDGERS[name].ledger.label} {count} 条" for name, count in counts.items())
        return Comparison(pair, _by(reader, pair.kept), _by(reader, pair.dropped), rows, moving)


def _by(reader: Reader, identity: str) -> str:
    first = min(entries_of_rows(reader.connection, [identity])[identity], key=lambda entry: (entry.stamp, entry.id))
    return reader.titles("officers", [first.author]).get(first.author, "") or first.author


def _rows(reader: Reader, ledger: str, kept: Line, other: Line) -> list[Row]:
    after = dict(taken_over(ledger, kept, other))
    found = []
    for field in LEDGERS[ledger].ledger.kept:
        mine, theirs = kept[field.name], other[field.name]
        if mine is None and theirs is None:
            continue
        one, two, three = (_shown(reader, field, value) for value in (mine, theirs, after.get(field.name, mine)))
        lost = theirs is not None and mine != theirs and field.name not in after
        found.append(Row(field.label, one, two, three, lost))
    return found


def _shown(reader: Reader, field: Field, value: object) -> str:
    if isinstance(field.kind, LinkTo) and value is not None:
        return reader.titles(field.kind.ledger, [str(value)]).get(str(value), "")
    return field.kind.show(value)
