"""Commands of spaces and land: match, offer, land, revivals."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.commands.places import opened
from daan_desk.commands.records import plain
from daan_desk.domain.matching import FAILS, FITS, UNKNOWN, Match
from daan_desk.services.land import Part

Answer = dict[str, Any]


def match(given: argparse.Namespace) -> Answer:
    """Assets for a need, or needs for an asset, each with its reasons."""
    from daan_desk.services import assets

    with opened(given, writing=False) as office:
        with office.reading() as reader:
            need = reader.line("space_needs", given.id) is not None
        if need:
            offers = assets.matches(office, given.id)
            return {"assets": [{"id": one.offer.id, "asset": one.offer.name, **_points(one)} for one in offers]}
        found = assets.takers(office, given.id)
    return {"needs": [{"id": key, "enterprise": name, **_points(one)} for key, name, one in found]}


def _points(match: Match) -> Answer:
    return {"fits": match.of(FITS), "fails": match.of(FAILS), "unknown": match.of(UNKNOWN)}


def offer(given: argparse.Namespace) -> Answer:
    """Bring a need and assets together; with --done exactly one, and it is signed."""
    from daan_desk.domain.failures import refuse_unless
    from daan_desk.services import assets

    refuse_unless(not given.done or len(given.assets) == 1, "用法：--done 只能写一项资产。")
    with opened(given) as office:
        if given.done:
            changes = assets.settle(office, given.need, given.assets[0], done=True)
        else:
            changes = assets.offer(office, given.need, given.assets)
    return {"ids": changes.ids.get("space_matches", ()), "act": changes.act}


def land(given: argparse.Namespace) -> Answer:
    """The account of the land; what is idle by law and the work list are told apart from it and from each other."""
    from daan_desk.services import land as lands

    with opened(given, writing=False) as office:
        found = lands.land(office)
    names = ("planned", "usable", "reserved", "supplied")
    return {
        "account": {name: plain(getattr(found.account, name)) for name in names},
        "areas": [
            {"name": one.name, **{name: plain(getattr(one, name)) for name in names}} for one in found.account.areas
        ],
        "doubts": found.account.doubts,
        "idle_by_law": _part(found.by_law),
        "idle_by_law_handled": _part(found.handled),
        "work_list_land": _part(found.work_list_land),
        "work_list_rooms": _part(found.work_list_rooms),
    }


def _part(part: Part) -> Answer:
    return {"count": part.count, "area": plain(part.area)}


def revivals(given: argparse.Namespace) -> Answer:
    """Every revival before and after, and the years."""
    from daan_desk.domain.revivals import by_year
    from daan_desk.services import revivals as found_in

    with opened(given, writing=False) as office:
        found = found_in.revivals(office)
    years = [
        {
            "year": one.year,
            "count": len(one.ids),
            "area": plain(one.area),
            "land": plain(one.land),
            "jobs": one.jobs,
            "lacking": one.lacking,
        }
        for one in by_year(found)
    ]
    rows = [
        {"id": r.id, "asset": r.name, "revived": plain(r.revived), "before": r.before, "after": r.after} for r in found
    ]
    return {"years": years, "revivals": rows}
