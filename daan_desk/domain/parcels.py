"""The exchange parcel (交换包) as a value: what one workspace hands to another, without the file around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from daan_desk.domain.merging import Entry

# Replica → the last entries (seq, id) of its chain; several where two copies of one file both went on.
Known = Mapping[str, tuple[tuple[int, str], ...]]
Places = Mapping[str, tuple[str, int]]  # id of an entry → (replica, seq)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who packed it, where and when; `made` is microseconds since 1970, `replica` the workspace's name in the journal.

    since says in words that only a part was packed: from which day on, or for whom; "" for everything. officer is the
    id of the one whose laptop it was packed for, so that nothing else is in it; "" where it is for anybody.
    """

    replica: str
    by: str
    workspace: str
    region: str
    schema: int
    made: int
    since: str = ""
    officer: str = ""


def _none() -> Iterator[tuple[str, bytes]]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Parcel:
    """Entries in the order of their chains, what the sender knows, and the files that travel along.

    files hands out (SHA-256, bytes) one after the other, as often as it is called; left_out names the files that were
    too large to come along. needs is what must be where it goes; where it is given, whatever else is missing between
    the entries is missing on purpose, where it is None nothing may be missing.
    """

    origin: Origin
    known: Known
    entries: tuple[Entry, ...]
    left_out: tuple[str, ...] = ()
    needs: Places | None = None
    files: Callable[[], Iterator[tuple[str, bytes]]] = field(default=_none, compare=False)
