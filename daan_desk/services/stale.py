"""Edits that meet: what an officer saw when a form was opened is held against what stands there when it is saved.

Different fields of one record never disturb each other. The same field, changed by somebody else meanwhile, is asked
about: mine, theirs, or what stood there before both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TypeVar

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import Linked, LinkTo
from daan_desk.domain.merging import Entry
from daan_desk.store.base import LEDGERS
from daan_desk.store.journal import entries_of_rows
from daan_desk.store.reader import Line, Reader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as it was when somebody began to change it, values as they are kept."""

    ledger: str
    id: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that two changed; values as editors take them, links named. by, at: who was first, and when."""

    field: str
    label: str
    mine: object
    theirs: object
    before: object
    by: str
    at: datetime | None


class Stale(Rejected):
    """Nothing was saved: somebody else changed the same fields since they were shown."""

    def __init__(self, seen: Seen, clashes: Sequence[Clash], today: date) -> None:
        self.seen, self.clashes = seen, tuple(clashes)
        super().__init__({clash.field: _sentence(seen, clash, today) for clash in clashes})

    def taken_note(self) -> Seen:
        """What is seen now that their values were shown."""
        theirs = {clash.field: _kept(clash.theirs) for clash in self.clashes}
        return Seen(self.seen.ledger, self.seen.id, {**self.seen.values, **theirs})


def _sentence(seen: Seen, clash: Clash, today: date) -> str:
    words = LEDGERS[seen.ledger].ledger[clash.field].kind.show(clash.theirs)
    return f"{when(clash.at, today)}{clash.by}已把{clash.label}改为“{words or '空'}”，您的修改没有保存"


def when(at: datetime | None, today: date) -> str:
    """The moment of their change: the hour, with the day where that is not today."""
    if at is None:
        return ""
    return f"{at:%H:%M} " if at.date() == today else f"{at:%m-%d %H:%M} "


_SEEN: ContextVar[Seen | None] = ContextVar("seen", default=None)


@contextmanager
def _seeing(seen: Seen) -> Iterator[None]:
    token = _SEEN.set(seen)
    try:
        yield
    finally:
        _SEEN.reset(token)


def knowing(seen: Seen, work: Callable[[], T]) -> T:
    """Carry an act out that began with this sight of a record; `Stale` where its fields were changed since."""
    with _seeing(seen):
        return work()


def seen_now(reader: Reader, ledger: str, identity: str) -> Seen:
    """A record as it stands, to be held against later."""
    line = reader.line(ledger, identity) or {}
    return Seen(ledger, identity, {name: line[name] for name in LEDGERS[ledger].ledger.by_name if name in line})


def seen_of(ledger: str, changes: Mapping[str, object]) -> Seen | None:
    """What was seen of one of these records, if the act began with a sight of it."""
    seen = _SEEN.get()
    return seen if seen is not None and seen.ledger == ledger and seen.id in changes else None


def refuse(reader: Reader, seen: Seen, wanted: Line, own: Set[str], today: date) -> None:
    """Raise `Stale` where fields to be set were seen otherwise than they stand; `own` are what the act itself did."""
    line = reader.line(seen.ledger, seen.id) or seen.values
    names = [name for name in wanted if name in seen.values and name not in own]
    met = [name for name in names if line[name] != seen.values[name] and line[name] != wanted[name]]
    if met:
        history = entries_of_rows(reader.connection, [seen.id])[seen.id]
        raise Stale(seen, [_clash(reader, seen, line, (name, wanted[name]), history) for name in met], today)


def _clash(reader: Reader, seen: Seen, line: Line, mine: tuple[str, object], history: Sequence[Entry]) -> Clash:
    name, wanted = mine
    field, (by, at) = LEDGERS[seen.ledger].ledger[name], last_hand(reader, history, name)
    mine_, theirs, before = (_named(reader, field, value) for value in (wanted, line[name], seen.values[name]))
    return Clash(name, field.label, mine_, theirs, before, by, at)


def last_hand(reader: Reader, history: Sequence[Entry], name: str) -> tuple[str, datetime | None]:
    """Who wrote a field last, and when; somebody at no known time where the journal does not tell."""
    last = max((entry for entry in history if name in entry.fields), key=lambda entry: entry.stamp, default=None)
    if last is None:
        return "别人", None
    author = reader.titles("officers", [last.author]).get(last.author, last.author)
    return author, datetime.fromtimestamp(last.stamp / 1_000_000, UTC).astimezone()


def _named(reader: Reader, field: Field, value: object) -> object:
    if not isinstance(field.kind, LinkTo) or value is None:
        return value
    return Linked(str(value), reader.titles(field.kind.ledger, [str(value)]).get(str(value), ""))


def _kept(value: object) -> object:
    return value.id if isinstance(value, Linked) else value
