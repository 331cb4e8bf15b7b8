"""Whether this workspace is the office's or a laptop; laptops number issues for the time being, the office for good.

A workspace is the office's as long as nothing else was said. It becomes a laptop when it is made from, or takes in, a
parcel for one officer: such a copy does not know which numbers the others were given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from daan_desk.domain import issue_numbers
from daan_desk.domain.issue_numbers import is_provisional
from daan_desk.domain.parcels import Parcel
from daan_desk.services.changes import Changes
from daan_desk.services.numbering import Renumbered, digits
from daan_desk.services.office import Act, Office
from daan_desk.store import facts
from daan_desk.store.dialects import shared
from daan_desk.store.journal import entries_of_rows
from daan_desk.store.reader import Reader

NUMBERS, FINAL, PROVISIONAL = "numbers", "final", "provisional"  # the fact, and what it says


@dataclass(frozen=True, slots=True)
class Station:
    """What this workspace is: a laptop or the office's, said by somebody or as nobody said otherwise.

    beginning: what its numbers begin with this year. waiting: issues that still have a provisional number.
    """

    laptop: bool
    said: bool
    beginning: str
    waiting: int


def station(office: Office) -> Station:
    """What this workspace is."""
    year = str(office.today().year)
    with office.reading() as reader:
        said = facts.said(reader.connection, NUMBERS)
        waiting = sum(is_provisional(number) for (number,) in reader.columns("issues", "number"))
    laptop = said == PROVISIONAL
    begin = issue_numbers.provisional_beginning(year, office.officer.name) if laptop else issue_numbers.beginning(year)
    return Station(laptop, bool(said), begin, waiting)


def is_laptop(reader: Reader) -> bool:
    """Whether issues get provisional numbers here; a server knows every number."""
    return not shared(reader.connection) and facts.said(reader.connection, NUMBERS) == PROVISIONAL


def settle(office: Office, *, laptop: bool) -> Changes:
    """Say what this workspace is; the office's gives every issue that waits for one its number at once."""
    with office.writing("设为干部的笔记本" if laptop else "设为企服办主库") as act:
        facts.put(act.connection, NUMBERS, PROVISIONAL if laptop else FINAL)
        act.remarks += [] if laptop else [each.sentence for each in finally_numbered(act)]
    return act.changes


def becomes_laptop(act: Act, parcel: Parcel) -> bool:
    """A parcel for one officer makes a laptop of this workspace, unless somebody said what it is; answers whether."""
    if not parcel.origin.officer or shared(act.connection) or facts.said(act.connection, NUMBERS):
        return False
    facts.put(act.connection, NUMBERS, PROVISIONAL)
    return True


def temporary(act: Act) -> Callable[[str], str]:
    """By year the next provisional number; one that the office replaced since is not given again."""
    given = [number for line in act.ever("issues", "number", "former_number") for number in line]

    def following(year: str) -> str:
        begin = issue_numbers.provisional_beginning(year, act.office.officer.name)
        given.append(f"{begin}{issue_numbers.following(begin, given):03d}")
        return str(given[-1])

    return following


def finally_numbered(act: Act) -> tuple[Renumbered, ...]:
    """Give every issue with a provisional number one of the office's, the earliest first; it is found by both."""
    rows = [row for row in act.columns("issues", "id", "number", "former_number", "raised", "title") if row[1]]
    waiting = {row[0]: row for row in rows if is_provisional(row[1])}
    history = entries_of_rows(act.connection, list(waiting))
    first = {row: min((entry.stamp, entry.id) for entry in entries) for row, entries in history.items()}
    return tuple(_numbered(act, waiting[row]) for row in sorted(waiting, key=first.__getitem__))


def _numbered(act: Act, row: tuple[str, str, str | None, object, str | None]) -> Renumbered:
    identity, old, former, raised, title = row
    year = issue_numbers.year_of(old, raised, act.office.today())  # type: ignore[arg-type]
    next_one = act.highest("issues", "number", issue_numbers.beginning(year)) + 1
    new = issue_numbers.number(year, next_one, digits(act))
    act.change("issues", identity, {"number": new, "former_number": "、".join(filter(None, (former, old)))})
    return Renumbered(identity, title or "", old, new, provisional=True)
