"""Which idle assets fit what an enterprise needs, which needs an asset could meet, and bringing the two together."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.matching import FAILS, FITS, NEED_STATES, UNKNOWN, Match, Need, Offer
from daan_desk.domain.matching import matches as matched
from daan_desk.domain.questions import Where
from daan_desk.services import consequences
from daan_desk.services.changes import Changes
from daan_desk.services.completing import completed
from daan_desk.services.matched_spaces import SIGNED
from daan_desk.services.office import Act, Office
from daan_desk.store.reader import Line, Reader

OPEN_NEEDS = NEED_STATES[:2]
OFFERED = "已推荐"


def matches(office: Office, need: str) -> tuple[Match, ...]:
    """The free assets for a need (id), best first, each with what fits, what does not and what nobody knows."""
    with office.reading() as reader:
        return found_for(reader, need)


def found_for(reader: Reader, need: str) -> tuple[Match, ...]:
    """The same inside a larger reading."""
    line = reader.line("space_needs", need)
    refuse_unless(line is not None, "这条用房需求已不存在，可能刚被删除。")
    assert line is not None
    towns = dict(reader.columns("towns", "id", "name"))
    return matched(_need(reader, line, towns), _offers(reader, towns))


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
            for match in matched(_need(reader, line, towns), [offer])
        ]
    return tuple(sorted(found, key=lambda row: (row[2].rank, row[1])))


def offer(office: Office, need: str, assets: Sequence[str]) -> Changes:
    """Bring a need and assets together: a match with its reasons for each, to be followed up; none is made twice."""
    refuse_unless(assets, "请选择要对接的资产", "asset")
    with office.writing("对接闲置资产") as act:
        for asset in assets:
            _brought(act, need, asset, OFFERED)
        act.concerns("space_needs", need)
    return act.changes


def settle(office: Office, need: str, asset: str, *, done: bool = False) -> Changes:
    """Bring a need and an asset together; with `done` it is signed: 已落实, 已盘活, the enterprise in it."""
    with office.writing("落实用房需求" if done else "对接闲置资产") as act:
        _brought(act, need, asset, SIGNED if done else OFFERED)
        act.concerns("space_needs", need)
    return act.changes


def _brought(act: Act, need: str, asset: str, state: str) -> None:
    line, had = act.get("space_needs", need), act.get("assets", asset)
    refuse_unless(had["enterprise"] in (None, line["enterprise"]), "这项资产已有企业入驻", "asset")
    kept = act.where("space_matches", Where("need", "is", need), Where("asset", "is", asset))
    if kept:
        identity = kept[0]["id"]
        act.change("space_matches", identity, {"state": state})
    else:
        row: dict[str, object] = {"need": need, "asset": asset, "state": state, "fits": _reasons(act, need, asset)}
        identity = act.add("space_matches", completed(act, "space_matches", [row])[0])
    consequences.follow(act, "space_matches", [identity])


def _reasons(reader: Reader, need: str, asset: str) -> str | None:
    """Every point of the match on a line of its own, as it stood on the day."""
    match = next((one for one in found_for(reader, need) if one.offer.id == asset), None)
    if match is None:
        return None
    return "\n".join(f"【{answer}】{words}" for answer in (FAILS, UNKNOWN, FITS) for words in match.of(answer))


def _offers(reader: Reader, towns: dict[str, str]) -> list[Offer]:
    names = ("id", "name", "kind", "state", "idle_area", "floor_area", "land_area", "height", "load", "power", "tenure")
    rows = reader.columns("assets", *names, "plan", "town")
    return [Offer(**dict(zip((*names, "plan"), rest, strict=True)), town=towns.get(town, "")) for *rest, town in rows]


def _need(reader: Reader, line: Line, towns: dict[str, str]) -> Need:
    names = ("kind", "area", "height", "load", "power", "tenure")
    firm = reader.line("enterprises", line["enterprise"]) if line["enterprise"] else None
    cluster = firm["cluster"] if firm else None
    return Need(**{name: line[name] for name in names}, town=towns.get(line["town"], ""), cluster=cluster)
