"""Which idle assets fit what an enterprise needs, and which needs an asset could meet."""

from __future__ import annotations

from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.matching import NEED_STATES, Match, Need, Offer
from daan_desk.domain.matching import matches as matched
from daan_desk.domain.questions import Where
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.store.reader import Line, Reader

OPEN_NEEDS = NEED_STATES[:2]
ALONG, SETTLED = "对接中", "已落实"


def matches(office: Office, need: str) -> tuple[Match, ...]:
    """The free assets for a need (id), best first, each with what fits, what does not and what nobody knows."""
    with office.reading() as reader:
        line = reader.line("space_needs", need)
        refuse_unless(line is not None, "这条用房需求已不存在，可能刚被删除。")
        assert line is not None
        towns = dict(reader.columns("towns", "id", "name"))
        return matched(_need(line, towns), _offers(reader, towns))


def takers(office: Office, asset: str) -> tuple[tuple[str, str, Match], ...]:
    """The open needs that an asset (id) could meet, best first: need, enterprise, match."""
    with office.reading() as reader:
        towns = dict(reader.columns("towns", "id", "name"))
        offer = next((one for one in _offers(reader, towns) if one.id == asset), None)
        refuse_unless(offer is not None, "这项闲置资产已不存在，可能刚被删除。")
        assert offer is not None
        lines = reader.where("space_needs", Where("state", "in", OPEN_NEEDS))
        firms = reader.titles("enterprises", {line["enterprise"] for line in lines})
    found = [
        (line["id"], firms.get(line["enterprise"], ""), match)
        for line in lines
        for match in matched(_need(line, towns), [offer])
    ]
    return tuple(sorted(found, key=lambda row: (row[2].rank, row[1])))


def settle(office: Office, need: str, asset: str, *, done: bool = False) -> Changes:
    """Bring a need and an asset together: both are 对接中; with `done` 已落实 and 已盘活, the enterprise in it."""
    with office.writing("落实用房需求" if done else "对接闲置资产") as act:
        line, offer = act.get("space_needs", need), act.get("assets", asset)
        free = offer["enterprise"] in (None, line["enterprise"])
        refuse_unless(free, "这项资产已有企业入驻", "asset")
        act.change("space_needs", need, {"asset": asset, "state": SETTLED if done else ALONG})
        used = {"state": "已盘活", "enterprise": line["enterprise"], "revived": office.today()}
        act.change("assets", asset, used if done else {"state": ALONG})
        act.concerns("space_needs", need)
    return act.changes


def _offers(reader: Reader, towns: dict[str, str]) -> list[Offer]:
    names = ("id", "name", "kind", "state", "idle_area", "floor_area", "land_area", "height", "load", "power", "tenure")
    rows = reader.columns("assets", *names, "town")
    return [Offer(**dict(zip(names, rest, strict=True)), town=towns.get(town, "")) for *rest, town in rows]


def _need(line: Line, towns: dict[str, str]) -> Need:
    names = ("kind", "area", "height", "load", "power", "tenure")
    return Need(**{name: line[name] for name in names}, town=towns.get(line["town"], ""))
