"""A plan and its act as the command line tells them."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.domain.columns import Match
from daan_desk.domain.imports import ImportPlan, Verdict
from daan_desk.services.changes import Changes


def answer(plan: ImportPlan, changes: Changes | None = None) -> dict[str, object]:
    """The plan, and the act if it was carried out, as the command line tells it (architecture.md section 6)."""
    counts = plan.counts
    doubles = [{"row": one.row, "why": one.why} for one in plan.of(Verdict.SKIPPED)]
    first = plan.header_rows[-1] if plan.header_rows else 0
    warnings = [{"row": first, "text": text} for text in plan.questions]
    warnings += [{"row": row, "text": text} for row, text in plan.warnings]
    warnings += [{"row": one.row, "text": text} for one in plan.rows for text in one.warnings]
    return {
        "ledger": plan.ledger,
        "sheet": plan.sheet,
        "header_rows": list(plan.header_rows),
        "columns": {_header(m, plan.columns): fields_of(m) for m in plan.columns if m.field},
        "ignored": [_header(m, plan.columns) for m in plan.columns if not m.field],
        "data_rows": len({(one.sheet, one.row) for one in plan.rows}),  # a row may give several records
        "added": counts[Verdict.ADDED],
        "changed": counts[Verdict.CHANGED],
        "same": counts[Verdict.SAME],
        "refused": [{"row": one.row, "problems": list(one.problems.values())} for one in plan.of(Verdict.REFUSED)],
        "skipped": [{"row": one.row, "why": one.why} for one in plan.skipped] + doubles,
        "warnings": sorted(warnings, key=lambda one: str(one["row"]).zfill(9)),
        "act": changes.act if changes else "",
    }


def _header(match: Match, columns: Sequence[Match]) -> str:
    same = [one for one in columns if one.header == match.header]
    return match.header if len(same) == 1 and match.header else f"{match.header}（第{match.column + 1}列）"


def fields_of(match: Match) -> str:
    """The field of a column, two with “+” between them where it holds both."""
    return f"{match.field}+{match.also}" if match.also else match.field
