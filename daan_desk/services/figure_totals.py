"""The figures of several months as one record an enterprise, as a form for a quarter or a year asks for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Row
from daan_desk.services.figure_sums import flows


def joined(rows: Sequence[Row]) -> tuple[Row, ...]:
    """One row an enterprise, in the order of the first rows: what adds up is summed, of the rest the latest is kept."""
    months: defaultdict[object, list[Row]] = defaultdict(list)
    for row in rows:
        link = row["enterprise"]
        months[link.id if isinstance(link, Linked) else row.id].append(row)
    return tuple(_joined(sorted(own, key=lambda row: str(row["month"]))) for own in months.values())


def _joined(rows: Sequence[Row]) -> Row:
    latest = {name: value for row in rows for name, value in row.values.items() if value is not None}
    for name in flows():
        told = [value for row in rows if isinstance(value := row[name], Decimal)]
        latest[name] = sum(told, Decimal(0)) if told else None
    return replace(rows[-1], values=latest)
