"""A plan written into the workspace: new names first, then the rows, then what they bring with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from daan_desk.domain.failures import Cancelled
from daan_desk.domain.imports import Extra, ImportPlan, New, OfRow, Verdict
from daan_desk.services import consequences
from daan_desk.services.completing import completed
from daan_desk.services.office import Act

T = TypeVar("T")
Progress = Callable[[int, int], None]
Stop = Callable[[], bool]
CHUNK = 2000
PLANNED = (New, OfRow)
# What must be there before the other can link to it.
ORDER = ("departments", "towns", "parks", "banks", "officers", "enterprises")
# What a record made by its name alone needs besides.
NEEDS: Mapping[str, Mapping[str, str]] = {"officers": {"role": "服务专员"}}


class Carrying:
    """Writes one plan inside an act."""

    def __init__(self, act: Act, plan: ImportPlan, progress: Progress | None, cancelled: Stop | None) -> None:
        self.act = act
        self.plan = plan
        self.progress = progress
        self.cancelled = cancelled
        self.made: dict[New, str] = {}
        self.ids: dict[int, str] = {}
        self.done = 0
        counts = plan.counts
        self.total = counts[Verdict.ADDED] + counts[Verdict.CHANGED] + len(plan.extras)

    def carry(self) -> None:
        """Write all of it."""
        self.make_new(self.news())
        self.add_rows()
        changes = {one.id: self.settled(one.values) for one in self.plan.of(Verdict.CHANGED)}
        for part in parts(list(changes.items())):
            self.act.change_many(self.plan.ledger, dict(part))
            self.advance(len(part))
        consequences.follow(self.act, self.plan.ledger, [*self.ids.values(), *changes])
        for ledger in dict.fromkeys(extra.ledger for extra in self.plan.extras):
            self.add_extras(ledger, [extra for extra in self.plan.extras if extra.ledger == ledger])

    def news(self) -> dict[New, dict[str, str]]:
        """The records to be made by their names alone, each once, with everything that was said of them."""
        found: dict[New, dict[str, str]] = {}
        sources = [one.values for one in self.plan.rows] + [extra.values for extra in self.plan.extras]
        for values in sources:
            for value in values.values():
                if isinstance(value, New):
                    known = found.setdefault(value, {})
                    known.update({name: text for name, text in value.more if name not in known})
        return found

    def make_new(self, news: Mapping[New, Mapping[str, str]]) -> None:
        """Make them, ledger by ledger."""
        for ledger in sorted({new.ledger for new in news}, key=lambda name: (*ORDER, name).index(name)):
            some = [new for new in news if new.ledger == ledger]
            rows = [{**NEEDS.get(ledger, {}), "name": new.name, **news[new]} for new in some]
            self.made |= dict(zip(some, self.act.add_many(ledger, completed(self.act, ledger, rows)), strict=True))

    def add_rows(self) -> None:
        """Keep the new rows and note which record each row of the plan is."""
        places = [place for place, one in enumerate(self.plan.rows) if one.verdict is Verdict.ADDED]
        self.ids = {place: one.id for place, one in enumerate(self.plan.rows) if one.id}
        for part in parts(places):
            rows = [self.settled(self.plan.rows[place].values) for place in part]
            ids = self.act.add_many(self.plan.ledger, completed(self.act, self.plan.ledger, rows))
            self.ids |= dict(zip(part, ids, strict=True))
            self.advance(len(part))

    def add_extras(self, ledger: str, extras: Sequence[Extra]) -> None:
        """Keep what the rows bring with them."""
        for part in parts(extras):
            rows = [self.settled(extra.values) for extra in part]
            self.act.add_many(ledger, completed(self.act, ledger, rows))
            self.advance(len(part))

    def settled(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values with ids in the place of planned links."""
        planned = [name for name, value in values.items() if value.__class__ in PLANNED]
        return {**values, **{name: self.link(values[name]) for name in planned}}

    def link(self, value: object) -> object:
        """The id of a planned link; every other value as it is."""
        if isinstance(value, New):
            return self.made[value]
        return self.ids[value.place] if isinstance(value, OfRow) else value

    def advance(self, count: int) -> None:
        """Tell how far it is; stop where the officer wants it, the act then leaves nothing behind."""
        self.done += count
        if self.progress:
            self.progress(self.done, self.total)
        if self.cancelled and self.cancelled():
            raise Cancelled


def parts(items: Sequence[T]) -> Iterable[Sequence[T]]:
    """The items in portions between which progress is told."""
    return (items[at : at + CHUNK] for at in range(0, len(items), CHUNK))
