"""Commands that keep a workspace from harm: restore, salvage, another password."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from daan_desk.clock import now
from daan_desk.commands.places import file_of, password, place, refuse_waiting, secret_in
from daan_desk.domain.failures import Rejected
from daan_desk.services import guarding, ledgers, restore_plans, restoring
from daan_desk.services import salvage as salvaging
from daan_desk.services.restoring import Older

Answer = dict[str, Any]


def restore(given: argparse.Namespace) -> Answer:
    """Bring a backup back in the place of the workspace, or with --record one record of it."""
    if given.record:
        return _restore_record(given)
    if given.dry_run:
        return _restore_planned(given)
    refuse_waiting(given)
    aside = restoring.restore(given.file, file_of(given), password(given), now)
    return {"ok": True, "workspace": str(given.workspace), "before": str(aside) if aside else None}


def _restore_planned(given: argparse.Namespace) -> Answer:
    """What bringing everything back would change: records by ledger in the backup and now, and the steps lost."""
    with place(given) as workplace:
        found = restore_plans.plan(workplace, given.file, password(given))
    counts = [{"ledger": label, "then": before, "now": now} for label, before, now in found.counts]
    return {"ok": True, "counts": counts, "steps": found.steps, "newest": list(found.newest)}


def _restore_record(given: argparse.Namespace) -> Answer:
    word, _, record = given.record.partition(":")
    described, secret = ledgers.ledger(word), password(given)
    with place(given) as workplace:
        found = restoring.older(workplace, given.file, described.name, password=secret)
        wanted = [one for one in found if record in (one.id, one.text)]
        if len(wanted) != 1:
            raise Rejected(_not_one(described.label, record, found))
        if given.dry_run:
            return _told(wanted[0])
        changes = restoring.restore_record(workplace, given.file, described.name, wanted[0].id, secret)
    return {"ok": True, "ledger": described.name, "id": wanted[0].id, "text": wanted[0].text, "act": changes.act}


def _told(one: Older) -> Answer:
    fields = [{"field": label, "then": before, "now": now} for label, before, now in one.differences]
    return {"ok": True, "ledger": one.ledger, "id": one.id, "text": one.text, "gone": one.gone, "fields": fields}


def _not_one(label: str, record: str, found: Sequence[Older]) -> str:
    if any(one.text == record for one in found):
        return f"备份里有几条都叫“{record}”，请写编号：" + "、".join(o.id for o in found if o.text == record)
    some = "、".join(f"“{one.text}”" for one in found[:10]) or "没有"
    return f"备份的{label}里没有要恢复的“{record}”。和现在不一样的有：{some}"


def salvage(given: argparse.Namespace) -> Answer:
    """Save what a damaged workspace still says into a new one; not `ok` where something is known to be missing."""
    refuse_waiting(given)
    found = salvaging.salvage(file_of(given), given.to, password(given), now)
    return {
        "ok": found.whole,
        "file": str(found.file),
        "rows": dict(found.rows),
        "changes": found.changes,
        "pages": found.pages,
        "damaged_pages": found.damaged_pages,
        "from_copies": found.from_copies,
        "lost_changes": found.lost_changes,
        "lost_files": list(found.lost_files),
        "problems": list(found.problems),
    }


def change_password(given: argparse.Namespace) -> Answer:
    """Put the workspace under another password; the new recovery key is told once, the old one opens nothing more."""
    new = secret_in(given.new_password_file, "DAAN_DESK_NEW_PASSWORD")
    with place(given) as workplace:
        words = guarding.change_password(workplace, password(given), new)
        forgotten = guarding.forget_older_copies(workplace.office) if given.forget_copies else 0
        older = [str(copy) for copy in guarding.older_copies(workplace.office)]
    return {"ok": True, "recovery": words, "older_copies": older, "forgotten": forgotten}
