"""Commands on monthly figures: what looks odd, shares and growth, a month approved and opened again."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.commands.places import opened
from daan_desk.commands.records import plain
from daan_desk.services import figure_shares, figures

Answer = dict[str, Any]


def month(given: argparse.Namespace) -> Answer:
    """How a month stands; with --lock it is approved, with --reopen opened again for a reason."""
    with opened(given, writing=bool(given.lock or given.reopen)) as office:
        act = ""
        if given.lock:
            act = figures.lock(office, given.month).act
        elif given.reopen:
            act = figures.reopen(office, given.month, given.reopen).act
        found = figures.standing(office, given.month)
        locked = given.month in figures.locked(office)
    labels = figures.labels_of_amounts()
    doubts = [
        {"enterprise": one.enterprise, "label": labels[one.odd.field], "words": one.odd.words} for one in found.doubts
    ]
    return {"reported": found.reported, "missing": list(found.absent), "doubts": doubts, "locked": locked, "act": act}


def shares(given: argparse.Namespace) -> Answer:
    """One indicator by 一主两辅, 规上, park and town, beside the same time of the year before."""
    with opened(given, writing=False) as office:
        found = figure_shares.shares(office, given.month, given.indicator, given.to_date)
    rows = [
        {
            "group": group.name,
            "name": one.word,
            "count": one.count,
            "sum": plain(one.sum),
            "percent": plain(one.percent),
            "ago": plain(one.ago),
            "growth": plain(one.growth),
        }
        for group in found.tables
        for one in group.shares
    ]
    notes = list(figure_shares.notes(found)) if found.tables else []
    return {"indicator": found.indicator.label, "period": found.words, "rows": rows, "remarks": notes}
