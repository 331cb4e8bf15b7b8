"""What merging a parcel does, as a value: counted, worded, and worked out by doing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC

from daan_desk.domain.merging import DAY_IN_MICROSECONDS, Entry
from daan_desk.domain.parcels import Parcel
from daan_desk.services import keeping_wholes, provisional, recalling
from daan_desk.services.conflicts import Conflict, open_conflicts
from daan_desk.services.joining import Twins, twins
from daan_desk.services.numbering import Renumbered, meetings_told_apart, told_apart
from daan_desk.services.office import Act
from daan_desk.store import absorbing, verifying, withheld
from daan_desk.store.absorbing import Taken
from daan_desk.store.base import LEDGERS


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging a parcel does. fresh and already count changes; the counts are records by ledger.

    twins would be made one, unknown counts changes of ledgers that only a newer program knows (kept in the log); own
    says that another copy of this very file went on under its name, so that this one takes a new name.
    """

    parcel: Parcel
    fresh: int
    already: int
    new: Mapping[str, int]
    newer: Mapping[str, int]
    removed: Mapping[str, int]
    conflicts: tuple[Conflict, ...] = ()
    twins: tuple[Twins, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()
    unknown: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    own: bool = False

    @property
    def empty(self) -> bool:
        """Whether all of it is here already."""
        return not self.fresh

    @property
    def deletions(self) -> tuple[Conflict, ...]:
        """The conflicts that ask: deleted, or kept with newer work?"""
        return tuple(conflict for conflict in self.conflicts if conflict.deletion)


def merged(act: Act, parcel: Parcel) -> MergePlan:
    """Take a parcel's entries in inside an act, and say what that did; `Rejected` where its beginning is missing."""
    connection = act.connection
    fresh = absorbing.fresh(connection, parcel.entries)
    branches = absorbing.branches(connection, fresh)
    taken = _taken(act, parcel, fresh)
    laptop = provisional.becomes_laptop(act, parcel) if fresh else False
    kept, renumbered = (_kept(act, fresh), _renumbered(act)) if fresh else (_again(act, parcel), ())
    told = (*_remarks(act, parcel, fresh, branches), *_laptop(parcel, laptop), *kept)
    return MergePlan(
        parcel,
        len(fresh),
        len({entry.id for entry in parcel.entries}) - len(fresh),
        _counts(taken.new),
        _counts(taken.newer),
        _counts(taken.removed),
        open_conflicts(act, taken.disputed) if taken.disputed else (),
        twins(act, taken.new),
        renumbered,
        dict(Counter(entry.table for entry in fresh if entry.table not in LEDGERS)),
        (*told, *(each.sentence for each in renumbered)),
        any(entry.replica == act.office.database.replica for entry in fresh),
    )


def _taken(act: Act, parcel: Parcel, fresh: Sequence[Entry]) -> Taken:
    gaps = verifying.refuse_gaps(act.connection, fresh, parcel.known, parcel.needs)
    taken = absorbing.take_in(act.connection, fresh, act.id, act.office.database.region)
    withheld.note(act.connection, gaps)
    act.follow(entry.stamp for entry in fresh)
    for ledger, identity in taken.every:
        act.touch(ledger, identity)
    return taken


def _kept(act: Act, fresh: Sequence[Entry]) -> tuple[str, ...]:
    """What others must not lose by what came."""
    return (*recalling.recalled(act, fresh), *keeping_wholes.kept(act))


def _again(act: Act, parcel: Parcel) -> tuple[str, ...]:
    return (recalling.AGAIN,) if recalling.taken_back(act, parcel.entries) else ()


def _laptop(parcel: Parcel, made: bool) -> tuple[str, ...]:
    if not made:
        return ()
    whose = parcel.origin.since.removeprefix("给")
    return (f"这个包只含{whose}包联企业的内容：这台电脑以后登记的问题先给临时编号，企服办合并后换成正式编号。",)


def _renumbered(act: Act) -> tuple[Renumbered, ...]:
    """Only the office gives numbers; a laptop hears of them with its next parcel."""
    if provisional.is_laptop(act):
        return ()
    return (*provisional.finally_numbered(act), *told_apart(act), *meetings_told_apart(act))


def _counts(ids: Mapping[str, Sequence[str]]) -> dict[str, int]:
    return {ledger: len(found) for ledger, found in ids.items()}


def _remarks(act: Act, parcel: Parcel, fresh: Sequence[Entry], branches: frozenset[str]) -> tuple[str, ...]:
    now = int(act.office.now().astimezone(UTC).timestamp() * 1_000_000)
    ahead = max((entry.stamp for entry in fresh), default=0) - now
    told = []
    if ahead > DAY_IN_MICROSECONDS:
        told.append(f"有的电脑时钟快了约 {ahead // DAY_IN_MICROSECONDS} 天，内容照收，请提醒对方校正时间。")
    if branches:
        told.append("发现有人在同一份工作区文件的两个副本上都录入过，两边的内容都保留了。")
    if parcel.left_out:
        told.append(f"有 {len(parcel.left_out)} 个附件太大，没有随包带来：{'、'.join(parcel.left_out[:5])}")
    return tuple(told)
