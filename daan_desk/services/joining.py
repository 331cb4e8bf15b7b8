"""The same thing written down by two people on two laptops: proposed as one, and made one without losing a word."""

from __future__ import annotations

from collections import defaultdict
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
    """Pairs of which one came with a merge (ledger → ids) and the other is of another laptop."""
    found: dict[str, Twins] = {}
    for ledger, keys in SAME.items():
        for key in keys if came.get(ledger) else ():
            for pair in _pairs(reader, ledger, key, frozenset(came[ledger])):
                found.setdefault(pair.dropped, pair)
    return tuple(found.values())


def _pairs(reader: Reader, ledger: str, key: tuple[str, ...], came: frozenset[str]) -> Iterator[Twins]:
    groups: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for identity, *values in reader.columns(ledger, "id", *key):
        if all(value is not None for value in values):
            groups[tuple(values)].append(identity)
    alike = [ids for ids in groups.values() if len(ids) > 1 and not came.isdisjoint(ids)]
    history = entries_of_rows(reader.connection, [identity for ids in alike for identity in ids])
    made = {row: min(entries, key=lambda e: (e.stamp, e.id)) for row, entries in history.items()}
    titles = reader.titles(ledger, made)
    why = "、".join(LEDGERS[ledger].ledger[name].label for name in key) + "相同"
    for ids in alike:
        elder, *others = sorted(ids, key=lambda row: (made[row].stamp, row))
        for other in others:
            if made[other].replica != made[elder].replica:
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
    act.change(pair.ledger, pair.kept, dict(_taken_over(pair.ledger, kept, dropped)))
    for model in LEDGERS.values():
        for field in model.ledger.kept:
            if isinstance(field.kind, LinkTo) and field.kind.ledger == pair.ledger:
                lines = act.where(model.ledger.name, Where(field.name, "is", pair.dropped))
                act.change_many(model.ledger.name, {line["id"]: {field.name: pair.kept} for line in lines})
    files = act.where("attachments", Where("owner", "is", pair.dropped))
    act.change_many("attachments", {line["id"]: {"owner": pair.kept} for line in files})
    act.remove(pair.ledger, [pair.dropped])


def _taken_over(ledger: str, kept: Line, dropped: Line) -> Iterator[tuple[str, object]]:
    for field in LEDGERS[ledger].ledger.kept:
        mine, theirs = kept[field.name], dropped[field.name]
        if theirs is None or mine == theirs:
            continue
        if mine is None:
            yield field.name, theirs
        elif isinstance(field.kind, LongText) and str(theirs) not in str(mine):
            yield field.name, f"{mine}\n{theirs}"
        elif isinstance(field.kind, People):
            yield field.name, "、".join(dict.fromkeys([*str(mine).split("、"), *str(theirs).split("、")]))
