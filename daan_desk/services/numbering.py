"""Issue numbers given twice by laptops that did not know of each other: the later one gets the next free number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from daan_desk.domain.merging import heads
from daan_desk.services.office import Act
from daan_desk.store.journal import entries_of_rows


@dataclass(frozen=True, slots=True)
class Renumbered:
    """An issue that got another number; it is still found by the old one."""

    id: str
    title: str
    old: str
    new: str

    @property
    def sentence(self) -> str:
        return f"“{self.title}”的编号 {self.old} 与另一台电脑登记的问题重复，改为 {self.new}（原编号仍可查到）"


def told_apart(act: Act) -> tuple[Renumbered, ...]:
    """Give every issue that shares its number with one of another laptop a free one.

    The earliest by stamp keeps the number; numbers that were ever given in the year are never given again. Doubles that
    one laptop itself made (its roster had them) are its officer's own and stay.
    """
    rows = act.columns("issues", "id", "number", "former_number", "title")
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    taken = set()
    for identity, number, former, _ in rows:
        numbers[number].append(identity)
        taken |= {number, *(former or "").split("、")}
    lines = {row[0]: row for row in rows}
    clashing = [ids for number, ids in numbers.items() if number and len(ids) > 1]
    found = [_renumbered(act, lines[identity], taken) for ids in clashing for identity in _later(act, ids)]
    return tuple(found)


def _later(act: Act, ids: list[str]) -> list[str]:
    """Those that must give way to the earliest one, in the order in which they were made."""
    history = entries_of_rows(act.connection, ids)
    first = {row: min(entries, key=lambda e: (e.stamp, e.id)) for row, entries in history.items()}
    hands = {row: (first[row].replica, heads(entries)["number"][0].replica) for row, entries in history.items()}
    elder, *others = sorted(ids, key=lambda row: (first[row].stamp, first[row].id))
    return [row for row in others if hands[row] != hands[elder]]


def _renumbered(act: Act, line: tuple[str, str, str | None, str], taken: set[str]) -> Renumbered:
    identity, old, former, title = line
    year = old.split("-")[0] if "-" in old else str(act.office.today().year)
    tail = str(act.highest("issues", "number", f"{year}-") or "0").rsplit("-", 1)[-1]
    next_one = int(tail) + 1 if tail.isdigit() else 1
    while f"{year}-{next_one:04d}" in taken:
        next_one += 1
    new = f"{year}-{next_one:04d}"
    taken.add(new)
    act.change("issues", identity, {"number": new, "former_number": "、".join(filter(None, (former, old)))})
    return Renumbered(identity, title or "", old, new)
