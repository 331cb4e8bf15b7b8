"""A post changes hands (职务移交): what becomes of each assignment, issue, project and lead on a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from daan_desk.domain.contacts import people
from daan_desk.domain.tables import Table

HANDED_OVER = "移交"  # the word of the step in an issue's life; it is no progress
BASIS = "职务调整"


@dataclass(frozen=True, slots=True)
class Held:
    """An assignment as it stands: `about` is the enterprise's or project's id."""

    id: str
    about: str
    role: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """What becomes of an assignment: the old one's last day, the successor's first and last, and words for both.

    ends: None where the whole assignment goes over, because it began on the day or later. begins: None where the
    successor looks after it already, so that only the old one ends.
    """

    id: str
    ends: date | None
    begins: date | None
    until: date | None
    words: str


def runs(link: Held, day: date) -> bool:
    """Whether the assignment is in force on the day or begins later."""
    return link.until is None or link.until >= day


def passed(link: Held, day: date, taken: Collection[tuple[str, str]]) -> Passed:
    """What becomes of one assignment on the day; taken: (about, role) that the successor has already."""
    if (link.about, link.role) in taken:
        ends = max(link.since or date.min, day - timedelta(days=1))
        return Passed(link.id, ends, None, None, f"接任人已包联，原包联到 {ends:%Y-%m-%d} 止")
    if link.since is not None and link.since >= day:
        return Passed(link.id, None, link.since, link.until, f"自 {link.since:%Y-%m-%d} 起改由接任人包联")
    ends = day - timedelta(days=1)
    return Passed(link.id, ends, day, link.until, f"原包联到 {ends:%Y-%m-%d} 止，自 {day:%Y-%m-%d} 起由接任人包联")


def in_place_of(words: str | None, leaver: str, successor: str) -> str | None:
    """Names with the successor's in the place of the leaver's; None where the leaver is not among them."""
    names = people(words or "")
    if leaver not in names:
        return None
    return "、".join(dict.fromkeys(successor if name == leaver else name for name in names))


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """移交清单 on its way to paper: opening words, a table for each kind of thing, and who signs."""

    title: str
    opening: str
    tables: tuple[Table, ...]
    signing: tuple[str, ...] = ("移交人", "接任人", "监交人")
