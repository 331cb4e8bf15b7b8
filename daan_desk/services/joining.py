"""The same thing written down by two people on two laptops: proposed as one, and made one without losing a word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from daan_desk.domain.contacts import People
from daan_desk.domain.kinds import LinkTo, LongText
from daan_desk.domain.questions import Where
from daan_desk.services.changes import Changes
from daan_desk.services.office import Act, Office
from daan_desk.store.base import LEDGERS
from daan_desk.store.journal import entries_of_rows
from daan_desk.store.reader import Line, Reader

# What tells that two records of different laptops speak of the same thing.
SAME: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "enterprises": (("credit_code",), ("name",)),
    "officers": (("name", "role"),),
    "departments": (("name",),),
    "visits": (("enterprise", "day", "way"),),
    "issues": (("enterprise", "title", "raised"),),
    "assignments": (("enterprise", "officer", "role"),),
    "qualifications": (("enterprise", "kind", "awarded"),),
    "figures": (("enterprise", "month"),),
}


@dataclass(frozen=True, slots=True)
class Twins:
    """Two records of one ledger that say the same: the elder would be kept, the other put into it."""

    ledger: str
    kept: str
    dropped: str
    text: str
    why: str


def twins(reader: Reader, came: Mapping[str, Collection[str]]) -> tuple[Twins, ...]:
    """Pairs of which one came with a merge (ledger → ids) and the other was written by somebody else."""
    return _found(reader, {ledger: frozenset(ids) for ledger, ids in came.items() if ids})


def alike(reader: Reader) -> tuple[Twins, ...]:
    """All pairs that two people wrote, whenever they came."""
    return _found(reader, dict.fromkeys(SAME))


def _found(reader: Reader, wanted: Mapping[str, frozenset[str] | None]) -> tuple[Twins, ...]:
    found: dict[str, Twins] = {}
    for ledger in (name for name in SAME if name in wanted):
        for key in SAME[ledger]:
            for pair in _pairs(reader, ledger, key, wanted[ledger]):
                found.setdefault(pair.dropped, pair)
    return tuple(found.values())


def _pairs(reader: Reader, ledger: str, key: tuple[str, ...], came: frozenset[str] | None) -> Iterator[Twins]:
    groups = [ids for ids in reader.repeated(ledger, *key) if came is None or not came.isdisjoint(ids)]
    history = entries_of_rows(reader.connection, [identity for ids in groups for identity in ids])
    made = {row: min(entries, key=lambda e: (e.stamp, e.id)) for row, entries in history.items()}
    titles = reader.titles(ledger, made)
    why = "、".join(LEDGERS[ledger].ledger[name].label for name in key) + "相同"
    for ids in groups:
        elder, *others = sorted(ids, key=lambda row: (made[row].stamp, row))
        for other in others:
            if (made[other].replica, made[other].author) != (made[elder].replica, made[elder].author):
                yield Twins(ledger, elder, other, titles[elder], why)


def join(office: Office, pair: Twins) -> Changes:
    """Make one of two: the kept record takes over what it lacks, links and files follow, the other one goes."""
    with office.writing(f"合为一条{LEDGERS[pair.ledger].ledger.noun}") as act:
        act.get(pair.ledger, pair.dropped)
        joined(act, pair)
        act.concerns(pair.ledger, pair.kept)
    return act.changes


def joined(act: Act, pair: Twins) -> None:
    """Make one of two inside a larger act; harmless where one of them is gone already."""
    kept, dropped = (act.line(pair.ledger, identity) for identity in (pair.kept, pair.dropped))
    if kept is None or dropped is None:
        return
    act.change(pair.ledger, pair.kept, dict(taken_over(pair.ledger, kept, dropped)))
    for ledger, link, lines in followers(act, pair):
        act.change_many(ledger, {line["id"]: {link: pair.kept} for line in lines})
    act.remove(pair.ledger, [pair.dropped])


def followers(reader: Reader, pair: Twins) -> Iterator[tuple[str, str, list[Line]]]:
    """Ledger, field and rows of all that belongs to the record that would go."""
    for name, model in LEDGERS.items():
        for field in model.ledger.kept:
            if isinstance(field.kind, LinkTo) and field.kind.ledger == pair.ledger:
                yield name, field.name, reader.where(name, Where(field.name, "is", pair.dropped))
    yield "attachments", "owner", reader.where("attachments", Where("owner", "is", pair.dropped))


def taken_over(ledger: str, kept: Line, dropped: Line) -> Iterator[tuple[str, object]]:
    """The fields that get another value from the record that would go, with the value."""
    if ledger == "issues":
        yield "former_number", _numbers(kept, dropped)
    for field in LEDGERS[ledger].ledger.kept:
        mine, theirs = kept[field.name], dropped[field.name]
        if theirs is None or mine == theirs or field.name == "former_number":
            continue
        if mine is None:
            yield field.name, theirs
        elif isinstance(field.kind, LongText) and str(theirs) not in str(mine):
            yield field.name, f"{mine}\n{theirs}"
        elif isinstance(field.kind, People):
            yield field.name, "、".join(dict.fromkeys([*str(mine).split("、"), *str(theirs).split("、")]))


def _numbers(kept: Line, dropped: Line) -> str | None:
    """The other one's numbers lead to the record that is left."""
    told = "、".join(filter(None, (kept["former_number"], dropped["former_number"], dropped["number"])))
    words = dict.fromkeys(word for word in told.split("、") if word and word != kept["number"])
    return "、".join(words) or None
