"""Commands on records: list, add, issue, undo, home, search.

What only one of them needs is imported there: a list should not wait for the rules of the home page.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from daan_desk.commands.places import conditions, opened, values
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import Linked
from daan_desk.services import ledgers
from daan_desk.services.changes import Changes
from daan_desk.services.ledgers import Question, Row

Answer = dict[str, Any]


def rows(given: argparse.Namespace) -> Answer:
    """The rows of a ledger as they are shown."""
    described = ledgers.ledger(given.ledger)
    with opened(given, writing=False) as office:
        question = Question(described.name, text=given.text, where=conditions(given))
        ids = ledgers.ids(office, question)
        wanted = ids if given.limit is None else ids[: max(given.limit, 0)]
        found = ledgers.rows(office, described.name, wanted)
    return {"ledger": described.name, "total": len(ids), "rows": [_told(described, row) for row in found]}


def _told(described: Ledger, row: Row) -> Answer:
    values = {f.name: plain(row[f.name]) for f in described.fields if not f.private}
    return {"id": row.id, **values}


def plain(value: object) -> object:
    """A value for JSON: links by name, days as text, decimals as numbers."""
    if isinstance(value, Linked):
        return value.text
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def add(given: argparse.Namespace) -> Answer:
    """One new record."""
    described, raw = ledgers.ledger(given.ledger), values(given)
    with opened(given) as office:
        changes = _added(office, described, raw)
    return {"id": changes.first(described.name), **_act(changes)}


def _added(office: Any, described: Ledger, raw: Answer) -> Changes:
    from daan_desk.services import issue_sheets, records, visits

    if described.name == "visits":
        return visits.log(office, raw, _several(raw.pop("issues", ())))
    if described.name == "issues":
        return issue_sheets.noted(office, raw)
    return records.add(office, described.name, raw)


def _several(raw: object) -> Sequence[Answer]:
    if isinstance(raw, list | tuple) and all(isinstance(one, dict) for one in raw):
        return raw
    raise Rejected({"issues": '问题要写成列表，例如 [{"title": "……", "category": "融资"}]。'})


def issue(given: argparse.Namespace) -> Answer:
    """One move of an issue."""
    from daan_desk.services import issues

    raw = values(given)
    with opened(given) as office:
        changes = issues.move(office, given.id, given.move, raw)
        row = ledgers.row(office, "issues", changes.first("issues"))
    return {"id": row.id, "number": row["number"], "state": row["state"], "due": plain(row["due"]), **_act(changes)}


def _act(changes: Changes) -> Answer:
    return {"act": changes.act, "warnings": list(changes.remarks)}


def undo(given: argparse.Namespace) -> Answer:
    """Take an act back; what stays is told with its reason."""
    from daan_desk.services import undo as undoing

    with opened(given) as office:
        kept = undoing.plan(office, given.act).kept
        changes = undoing.undo(office, given.act)
    left = [{"ledger": k.ledger, "id": k.id, "text": k.text, "why": k.why} for k in kept]
    return {"changed": changes.counts, "kept": left, "act": changes.act}


def home(given: argparse.Namespace) -> Answer:
    """What the home page shows."""
    from daan_desk.services import home as homes

    with opened(given, writing=False, today=given.today) as office:
        return homes.answer(homes.home(office, given.officer or ""))


def search(given: argparse.Namespace) -> Answer:
    """Anything by its words."""
    with opened(given, writing=False) as office:
        hits = ledgers.find(office, given.text)
    return {"hits": [{"ledger": h.ledger, "id": h.id, "text": h.text, "detail": h.detail} for h in hits]}
