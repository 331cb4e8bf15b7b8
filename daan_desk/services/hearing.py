"""Fresh news from a shared workspace: what others did, asked under one's own login, and whether the line holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.services.records import PARTS
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Reader

BREATH = 1.0  # seconds between two looks whether the window is being closed
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
WHOLE = {link_ledger: ledger for ledger, parts in PARTS.items() for link_ledger, _ in parts}
LINKS = {part: link for parts in PARTS.values() for part, link in parts}
SIGHT = "assignments"  # what is looked after decides what is seen


@dataclass(frozen=True, slots=True)
class Heard:
    """An act of somebody else: what it touched, who did it, when."""

    changes: Changes
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Lost:
    """The line was cut; until it is back nothing is fresh and nothing can be saved. final: it is not tried again."""

    at: datetime
    why: str
    final: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """The line holds again; what happened meanwhile is not known in detail."""

    changes: Changes


def can_hear(office: Office) -> bool:
    """Whether others work in this workspace at the same time."""
    return office.database.shared


def listen(office: Office, tell: Callable[[Heard | Lost | Back], object], stop: Event) -> None:
    """Listen until `stop`, on a thread of one's own; a line that was cut is tried again, ever more slowly."""
    wait = FIRST_WAIT
    lost: Lost | None = None
    while not stop.is_set():
        try:
            for news in _heard(office, stop, lost is not None):
                wait, lost = FIRST_WAIT, None
                tell(news)
        except Rejected as refused:
            tell(Lost(office.now(), str(refused), final=True))
            return
        except Trouble as trouble:
            before, lost = lost, Lost(lost.at if lost else office.now(), trouble.sentence)
            if before != lost:
                tell(lost)
            stop.wait(wait)
            wait = min(2 * wait, LONGEST_WAIT)


def _heard(office: Office, stop: Event, lost: bool) -> Iterator[Heard | Back]:
    from daan_desk.store.server import listening  # the driver of the server is imported by those who need it

    with listening.line(office.database) as line:
        if lost:
            yield Back(everything())
        while not stop.is_set():
            acts = line.acts(BREATH)
            if acts:
                with office.reading() as reader:
                    found = listening.touched(reader.connection, acts)
                    yield from told(reader, found)


def everything() -> Changes:
    """That any record of any ledger may be another."""
    return Changes(ids=dict.fromkeys(LEDGERS, ("",)), elsewhere=True)


def told(reader: Reader, touched: Sequence[tuple[str, str, str, str, int]]) -> list[Heard]:
    """Acts as the desk speaks of them, the oldest first."""
    names = reader.titles("officers", {author for _, _, _, author, _ in touched})
    rows: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    last: dict[str, tuple[str, int]] = {}
    for act, table, row, author, stamp in touched:
        if table in LEDGERS and table != "acts":
            rows[act][table].append(row)
            last[act] = (names.get(author, author), stamp)
    return [Heard(_changes(reader, act, found), last[act][0], _moment(last[act][1])) for act, found in rows.items()]


def _changes(reader: Reader, act: str, rows: dict[str, list[str]]) -> Changes:
    if SIGHT in rows:
        return everything()
    ids = {table: [*found] for table, found in rows.items()}
    for table, found in rows.items():
        for line in reader.lines(table, found).values() if table in LINKS or table == "attachments" else ():
            whole = line["owner_ledger"] if table == "attachments" else WHOLE[table]
            ids.setdefault(whole, []).append(line["owner"] if table == "attachments" else line[LINKS[table]])
    return Changes(act, "", {table: tuple(dict.fromkeys(found)) for table, found in ids.items()}, elsewhere=True)


def _moment(stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp / 1_000_000, UTC).astimezone()
