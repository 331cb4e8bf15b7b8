"""Commands on the exchange parcel: pack one, merge one."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from typing import Any

from daan_desk.clock import now
from daan_desk.commands.places import file_of, opened, parcel_password, password
from daan_desk.domain.failures import Rejected
from daan_desk.exchange import parcels
from daan_desk.services import laptops, merging
from daan_desk.services import twins as pairs
from daan_desk.services.conflicts import Conflict
from daan_desk.services.office import Office
from daan_desk.services.twins import Comparison, Twins
from daan_desk.services.workspaces import Workplace

Answer = dict[str, Any]


def pack(given: argparse.Namespace) -> Answer:
    """Write a parcel with the workspace's password: of everything, since a day, of what one whom we know lacks.

    Or for one officer's laptop, with what concerns that officer's enterprises only.
    """
    if given.since and given.officer:
        raise Rejected("用法：--for 总是带上这位干部的全部内容，不能和 --since 一起用。")
    secret = parcel_password(given)
    with opened(given, writing=False) as office:
        since, peer = _since(given.since)
        packed = merging.pack(office, since=since, peer=peer, officer=given.officer or "")
        done = parcels.write(given.to, packed, secret)
    return {
        "file": str(done.file),
        "changes": done.changes,
        "files": done.files,
        "bytes": done.size,
        "left_out": list(done.left_out),
    }


def fresh(given: argparse.Namespace) -> Workplace:
    """An officer's own workspace, made of the office's parcel."""
    if given.sample or given.enterprises:
        raise Rejected("用法：--from 用交换包里的内容，不能再放入示例区。")
    parcel = parcels.read(given.parcel, parcel_password(given))
    return laptops.made(file_of(given), password(given), parcel, now)


def _since(word: str | None) -> tuple[date | None, str]:
    if not word:
        return None, ""
    if not word[:4].isdigit() or "-" not in word[:5]:
        return None, word
    try:
        return date.fromisoformat(word), ""
    except ValueError:
        raise Rejected(f"用法：日期要写成 2026-11-23 的样子，“{word}”不是。") from None


def merge(given: argparse.Namespace) -> Answer:
    """Merge a parcel in one act, or with --dry-run say what that would do."""
    parcel = parcels.read(given.file, parcel_password(given))
    with opened(given, writing=not given.dry_run) as office:
        plan = merging.plan(office, parcel)
        changes = None if given.dry_run else merging.carry_out(office, plan)
    return {
        "applied": 0 if changes is None else plan.fresh,
        "planned": plan.fresh,
        "already": plan.already,
        "conflicts": [_told(conflict) for conflict in plan.conflicts],
        "new": plan.new,
        "newer": plan.newer,
        "removed": plan.removed,
        "twins": [
            {"ledger": p.ledger, "kept": p.kept, "other": p.dropped, "text": p.text, "why": p.why} for p in plan.twins
        ],
        "renumbered": [{"id": n.id, "title": n.title, "old": n.old, "new": n.new} for n in plan.renumbered],
        "unknown": plan.unknown,
        "remarks": list(plan.remarks),
        "act": changes.act if changes else "",
    }


def twins(given: argparse.Namespace) -> Answer:
    """What two people wrote twice; or make a pair one, or say that they are two things."""
    with opened(given, writing=bool(given.join or given.apart)) as office:
        act = ""
        if given.join or given.apart:
            pair = _pair(office, given.join or given.apart)
            act = (merging.join if given.join else pairs.set_apart)(office, pair).act
        found = [pairs.compared(office, pair) for pair in pairs.open_twins(office)]
    return {"twins": [_laid_out(each) for each in found], "act": act}


def _pair(office: Office, ids: Sequence[str]) -> Twins:
    for pair in pairs.open_twins(office):
        if {pair.kept, pair.dropped} == set(ids):
            return pair
    raise Rejected("这两条不在“像是同一条”里，可能刚处理过，请重新列出。")


def _laid_out(found: Comparison) -> Answer:
    pair = found.pair
    rows = [
        {"label": r.label, "kept": r.kept, "other": r.other, "after": r.after, "differs": r.lost} for r in found.rows
    ]
    head = {"ledger": pair.ledger, "kept": pair.kept, "other": pair.dropped, "text": pair.text, "why": pair.why}
    return head | {"by": [found.kept_by, found.other_by], "fields": rows, "moving": found.moving}


def _told(conflict: Conflict) -> Answer:
    mine = conflict.mine
    return {
        "ledger": conflict.ledger,
        "id": conflict.id,
        "text": conflict.text,
        "field": conflict.field,
        "label": conflict.label,
        "mine": mine.text if mine else None,
        "theirs": [{"text": side.text, "by": side.by} for side in conflict.theirs],
        "before": conflict.before,
    }
