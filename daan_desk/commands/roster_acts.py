"""A roster that has been read: layout, plan, act, and the answer in words of the contract."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.commands.places import opened
from daan_desk.domain.copies import BEFORE_IMPORT
from daan_desk.domain.imports import ImportPlan, Verdict
from daan_desk.domain.sheets import Book
from daan_desk.exchange import errors_out, layouts
from daan_desk.services import care, imports
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office


def carried_out(given: argparse.Namespace, book: Book) -> dict[str, Any]:
    """Judge what a book holds, and unless it is a dry run carry it out in one act."""
    offered = layouts.layouts(book)
    with opened(given, writing=not given.dry_run) as office:
        layout, found = imports.picked(office, offered, given.sheet, given.ledger)
        plan = imports.planned(office, layout, found)
        changes = None if given.dry_run else _written(office, plan)
    answer: dict[str, Any] = imports.answer(plan, changes)
    answer["warnings"] = [{"row": 0, "text": text} for text in book.warnings] + list(answer["warnings"])
    if given.errors:
        answer["errors"] = str(given.errors)
        sheet = next(one for one in book.sheets if one.name == plan.sheet)
        errors_out.write_errors(given.errors, sheet, plan.spots, max(plan.header_rows, default=1))
    return answer


def _written(office: Office, plan: ImportPlan) -> Changes:
    """A copy first, as in the window; where nothing would be written none is needed."""
    if any(plan.counts[verdict] for verdict in (Verdict.ADDED, Verdict.CHANGED)) or plan.extras:
        care.automatic(office, BEFORE_IMPORT)
    return imports.carry_out(office, plan)
