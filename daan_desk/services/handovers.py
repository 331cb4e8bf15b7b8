"""职务移交: what one officer looks after goes to another from a day on, planned first, in one act that can be undone.

The past stays as it was: assignments end and begin by date, and visits, steps and weekly notes keep who made them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.handovers import BASIS
from daan_desk.domain.questions import Where
from daan_desk.services.changes import Changes
from daan_desk.services.handing import Handing, Item, Person
from daan_desk.services.office import Act, Office
from daan_desk.store.reader import Line, Reader

__all__ = ["Handover", "Item", "Person", "Wish", "carry_out", "plan"]
ORDER = ("assignments", "issues", "projects", "leads", "visits")


@dataclass(frozen=True, slots=True)
class Wish:
    """Who hands over to whom (ids or names) from which day; kept: assignments (ids) that stay where they are.

    leaves: the leaver no longer serves, and is marked so on the officers' roster.
    """

    leaver: str
    successor: str
    day: date | None = None
    basis: str = ""
    kept: tuple[str, ...] = ()
    leaves: bool = False


@dataclass(frozen=True)
class Handover:
    """A handover worked out: what goes over, what would be written, and what somebody should know first."""

    leaver: Person
    successor: Person
    day: date
    basis: str
    leaves: bool
    kept: tuple[str, ...]
    items: tuple[Item, ...]
    changed: Mapping[str, Mapping[str, Mapping[str, object]]] = field(default_factory=dict)
    added: Mapping[str, tuple[Mapping[str, object], ...]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def of(self, *names: str) -> tuple[Item, ...]:
        """What goes over from these ledgers."""
        return tuple(item for item in self.items if item.ledger in names)

    @property
    def moving(self) -> tuple[Item, ...]:
        """What changes hands; an assignment that stays, or a loose end that is only told, is not among them."""
        return tuple(item for item in self.items if item.moves)


def plan(office: Office, wish: Wish) -> Handover:
    """What the handover would do; `Rejected` by field where there is nobody of that name, or both are one."""
    with office.reading() as reader:
        return _planned(office, reader, wish)


def carry_out(office: Office, planned: Handover) -> Changes:
    """Do what was planned, in one act; `Rejected` where somebody has changed something of it since."""
    names = f"{planned.leaver.name} → {planned.successor.name}"
    with office.writing(f"职务移交：{names}，自 {planned.day:%Y-%m-%d} 起") as act:
        wish = Wish(planned.leaver.id, planned.successor.id, planned.day, planned.basis, planned.kept, planned.leaves)
        refuse_unless(_planned(office, act, wish) == planned, "移交的内容刚被改动过，请重新查看后再办理。")
        refuse_unless(planned.moving, f"{planned.leaver.name}名下没有可以移交的事项。")
        _write(act, planned)
    return act.changes


def _write(act: Act, planned: Handover) -> None:
    for ledger, rows in planned.changed.items():
        act.change_many(ledger, rows)
    for ledger, news in planned.added.items():
        act.add_many(ledger, news)
    if planned.leaves:
        act.change("officers", planned.leaver.id, {"active": False})


def _planned(office: Office, reader: Reader, wish: Wish) -> Handover:
    leaver, successor = _person(reader, wish.leaver, "leaver"), _person(reader, wish.successor, "successor")
    refuse_unless(leaver.id != successor.id, "移交人和接任人不能是同一个人", "successor")
    day = wish.day or office.today()
    handing = Handing(office, reader, leaver, successor, day, wish.basis.strip() or BASIS)
    items = [item for part in handing.parts(frozenset(wish.kept)) for item in part]
    ordered = tuple(sorted(items, key=lambda item: (ORDER.index(item.ledger), not item.moves, item.text)))
    return Handover(
        leaver,
        successor,
        day,
        handing.basis,
        wish.leaves,
        tuple(sorted(item.id for item in ordered if item.id in wish.kept)),
        ordered,
        handing.changed,
        {ledger: tuple(rows) for ledger, rows in handing.added.items()},
        tuple(handing.warnings()),
    )


def _person(reader: Reader, word: str, name: str) -> Person:
    """Who an officer is, by id or name; the one in service where two bear a name."""
    line = reader.line("officers", word) if word else None
    found: list[Line] = [line] if line else reader.where("officers", Where("name", "is", word)) if word else []
    if not found:
        raise Rejected({name: f"干部名册里没有“{word}”。" if word else "请选择干部"})
    serving = [one for one in found if one["active"] is not False] or found
    if len(serving) > 1:
        raise Rejected({name: f"干部名册里有 {len(serving)} 位“{word}”，请从名册里选。"})
    one = serving[0]
    return Person(one["id"], one["name"], one["role"] or "", one["active"] is not False)
