"""Numbers given twice by laptops that did not know of each other: the later one gets the next free number.

Issues are numbered by year, meetings by year and kind.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from daan_desk.domain import issue_numbers
from daan_desk.domain.meetings import next_number
from daan_desk.domain.merging import heads
from daan_desk.services.office import Act
from daan_desk.services.settings import value_of
from daan_desk.store.journal import entries_of_rows
from daan_desk.store.reader import Reader


def digits(reader: Reader) -> int:
    """How many digits the count of the office's numbers has at least."""
    return int(str(value_of(reader, "issue_number_digits")))


@dataclass(frozen=True, slots=True)
class Renumbered:
    """An issue, or a meeting, that got another number; it is still found by the old one."""

    id: str
    title: str
    old: str
    new: str
    what: str = "编号"
    noun: str = "问题"
    provisional: bool = False

    @property
    def sentence(self) -> str:
        if self.provisional:
            return f"“{self.title}”的临时编号 {self.old} 换成正式编号 {self.new}（两个编号都能查到）"
        end = f"改为 {self.new}（原{self.what}仍可查到）"
        return f"“{self.title}”的{self.what} {self.old} 与另一台电脑登记的{self.noun}重复，{end}"


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


def meetings_told_apart(act: Act) -> tuple[Renumbered, ...]:
    """The same for the numbers of meetings, each year and kind for itself; one that was given once stays given."""
    numbers: defaultdict[tuple[int, str, int], list[str]] = defaultdict(list)
    titles, found = {}, []
    for identity, kind, day, number, theme in act.columns("meetings", "id", "kind", "day", "number", "theme"):
        titles[identity] = f"{day or ''} {theme or ''}".strip()
        if number and day is not None:
            numbers[day.year, kind, number].append(identity)
    for (year, kind, number), ids in sorted(numbers.items(), key=lambda pair: str(pair[0])):
        for identity in _later(act, ids) if len(ids) > 1 else ():
            given = act.ever("meetings", "kind", "day", "number", "former_number")
            new = next_number([row[2:] for row in given if row[0] == kind and row[1] and row[1].year == year])
            act.change("meetings", identity, {"number": new, "former_number": number})
            words = (f"第 {number} 期", f"第 {new} 期", "期号", "活动")
            found.append(Renumbered(identity, titles[identity], *words))
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
    next_one = act.highest("issues", "number", f"{year}-") + 1
    width = digits(act)
    while issue_numbers.number(year, next_one, width) in taken:
        next_one += 1
    new = issue_numbers.number(year, next_one, width)
    taken.add(new)
    act.change("issues", identity, {"number": new, "former_number": "、".join(filter(None, (former, old)))})
    return Renumbered(identity, title or "", old, new)
