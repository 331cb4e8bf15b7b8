"""Enterprises as conditions ask about them, read in few passes for many of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from daan_desk.domain.profiles import YEARLY, Held, Profile
from daan_desk.domain.questions import Where
from daan_desk.store.reader import Reader

FACTS = {
    "一主两辅": "cluster",
    "国民经济行业代码": "industry_code",
    "规模": "size_class",
    "是否规上": "above_scale",
    "经营状态": "operating_state",
    "标签": "tags",
    "从业人数": "employees",
    "上年营业收入": "revenue_last_year",
    "注册资本": "registered_capital",
    "成立日期": "founded",
}
LINKS = {"镇街": ("town", "towns"), "园区": ("park", "parks")}
Years = dict[str, dict[int, tuple[Decimal, int]]]


def profiles(reader: Reader, day: date, enterprises: Sequence[str] = ()) -> dict[str, Profile]:
    """The profile of each of these enterprises, of all where none are named, by id."""
    of = (Where("enterprise", "in", tuple(enterprises)),) if enterprises else ()
    names = ("id", *FACTS.values(), *(field for field, _ in LINKS.values()))
    rows = [dict(zip(names, row, strict=True)) for row in reader.columns("enterprises", *names)]
    rows = [row for row in rows if not enterprises or row["id"] in set(enterprises)]
    places = {ledger: dict(reader.columns(ledger, "id", "name")) for _, ledger in LINKS.values()}
    years, held = _years(reader, of), _held(reader, of)
    kinds = frozenset(kind for (kind,) in reader.columns("qualifications", "kind") if kind)
    return {
        row["id"]: Profile(day, _now(row, places), years.get(row["id"], {}), tuple(held.get(row["id"], ())), kinds)
        for row in rows
    }


def _now(row: Mapping[str, object], places: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    now = {word: row[name] for word, name in FACTS.items()}
    return now | {word: places[ledger].get(str(row[name])) for word, (name, ledger) in LINKS.items()}


def _years(reader: Reader, of: Sequence[Where]) -> dict[str, Years]:
    """Sums of a year with the months that it has, by enterprise and figure."""
    names = tuple(dict.fromkeys(YEARLY.values()))
    lines = (
        reader.where("figures", *of)
        if of
        else [
            dict(zip(("enterprise", "month", *names), row, strict=True))
            for row in reader.columns("figures", "enterprise", "month", *names)
        ]
    )
    found: defaultdict[str, Years] = defaultdict(dict)
    for line in lines:
        year = int(line["month"][:4])
        for name in names:
            if line[name] is not None:
                total, months = found[line["enterprise"]].setdefault(name, {}).get(year, (Decimal(0), 0))
                found[line["enterprise"]][name][year] = (total + line[name], months + 1)
    return found


def _held(reader: Reader, of: Sequence[Where]) -> dict[str, list[Held]]:
    lines = reader.where("qualifications", *of)
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for line in lines:
        found[line["enterprise"]].append(Held(line["kind"], line["expires"]))
    return found
