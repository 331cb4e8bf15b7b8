"""Made-up enterprises: names from word lists, codes with right check digits, sizes in the district's proportions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from daan_desk.domain.size_class import size_class
from daan_desk.services.sample import people
from daan_desk.services.sample.dice import Dice, shared_out
from daan_desk.services.sample.naming import Namer
from daan_desk.services.sample.scale import Scale
from daan_desk.services.sample.texts import Trade, trades

# Park → the town that it lies in, and the shares of the clusters' enterprises that settle there.
PARKS = {
    "大山铺铁路物流园": "大山铺镇",
    "硬质合金产业园": "龙井街道",
    "新兴产业孵化园": "和平街道",
    "张家坝老工业基地转型升级示范区": "凉高山街道",
    "东部新城科创园": "凤凰街道",
}
TOWN_WEIGHTS = {
    "大安街道": 9,
    "龙井街道": 8,
    "马冲口街道": 8,
    "凉高山街道": 7,
    "和平街道": 9,
    "凤凰街道": 8,
    "大山铺镇": 10,
}
ROADS = ("工业一路", "兴业路", "盐都大道支路", "龙泉路", "铁石路", "创新大道", "梅园路", "集镇正街")
TITLES = ("办公室主任", "副总经理", "生产部长", "财务负责人", "行政主管")
STATES = (("正常", 93.0), ("减产", 4.0), ("停产", 2.0), ("注销", 0.6), ("迁出", 0.4))
RUNNING_STATES = (("正常", 94.0), ("减产", 5.0), ("停产", 1.0))
MAIN = ("金属新材料(硬质合金)及制品", "通用装备", "特色旅游产品")
DIGITAL = "数字经济/人工智能"
LEAST_OUTPUT = 2300  # 万元, so that revenue stays over the 2000 that make an enterprise 规上
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What the other parts of the sample ask about an enterprise; output: last year's, in 万元, None below scale."""

    id: str
    name: str
    town: str
    trade: Trade
    employees: int
    output: int | None
    alive: bool


class Roster:
    """The enterprises of a district one after another: the 规上 ones first, then the digital firms, then all others."""

    def __init__(self, seed: int, today: date, scale: Scale, places: Mapping[str, Mapping[str, str]]) -> None:
        self._dice, self._today, self._scale = Dice(seed, today, "enterprises"), today, scale
        self._towns, self._parks = places["towns"], places["parks"]
        self._namer = Namer(seed, self._dice)
        self._ours = max(1, round(scale.above_scale * 44 / 69))
        self._outputs = self._shared_outputs()
        self._jobs = shared_out(scale.jobs, (self._dice.uniform(1, 4) for _ in range(scale.digital)), least=8)

    def _shared_outputs(self) -> list[int]:
        """Last year's output of every 规上 enterprise, the 一主两辅 ones first; the sums are those of the seed."""
        scale, dice, ours = self._scale, self._dice, self._ours
        target = scale.cluster_output if scale.above_scale > ours else scale.output
        weights = [dice.lognormvariate(0, 1) for _ in range(scale.above_scale)]
        mine = shared_out(target, weights[:ours], LEAST_OUTPUT)
        return mine + shared_out(scale.output - target, weights[ours:], LEAST_OUTPUT)

    def made(self, numbers: range, ids: Iterator[str]) -> tuple[list[Sketch], list[Values]]:
        """The enterprises of these numbers: sketches and the rows to keep. Numbers must come in order."""
        pairs = [self._one(number, next(ids)) for number in numbers]
        return [sketch for sketch, _ in pairs], [row for _, row in pairs]

    def _one(self, number: int, identity: str) -> tuple[Sketch, Values]:
        scale = self._scale
        above, digital = number < scale.above_scale, 0 <= number - scale.above_scale < scale.digital
        trade = self._trade(number, above, digital)
        output = self._outputs[number] if above else None
        people_count, revenue = self._size(output, trade)
        if digital:
            people_count = self._jobs[number - scale.above_scale]
        state = self._dice.weighted(RUNNING_STATES if number < scale.served else STATES)
        name, short = self._namer.named(trade)
        place = self._place(trade, above)
        sizes = {"employees": people_count, "revenue_last_year": revenue, "above_scale": above}
        row: Values = {"id": identity, "name": name, "credit_code": self._namer.code(number)}
        row |= {"short_name": short, "operating_state": state, **place, **sizes}
        row |= self._person() | self._history(above, trade)
        row["size_class"] = size_class(people_count, revenue)
        town = next((n for n, key in self._towns.items() if key == place["town"]), "")
        sketch = Sketch(identity, name, town, trade, people_count, output, state not in ("注销", "迁出"))
        return sketch, row

    def _trade(self, number: int, above: bool, digital: bool) -> Trade:
        sort = "digital" if digital else "other" if not above else "ours" if number < self._ours else "beside"
        found, weights = _sorts()[sort]
        return self._dice.choices(found, weights)[0]

    def _size(self, output: int | None, trade: Trade) -> tuple[int, Decimal]:
        """People, and last year's revenue in 万元."""
        dice = self._dice
        if output is not None:
            share = Decimal(str(dice.uniform(0.9, 0.99))).quantize(Decimal("0.001"))
            return 15 + int(output / dice.uniform(45, 110)), max(Decimal(2000), (output * share).quantize(Decimal(1)))
        ready = trade.industrial and dice.chance(0.015)  # grown over the threshold, not registered yet
        revenue = dice.amount(2010, 3200) if ready else min(dice.amount(20, 1950), dice.amount(20, 1950))
        return 3 + int(float(revenue) / dice.uniform(18, 60)), revenue

    def _place(self, trade: Trade, above: bool) -> Values:
        dice = self._dice
        digital = trade.cluster == DIGITAL
        if digital or dice.chance(0.7 if above else 0.15):
            names = [name for name in PARKS if name in self._parks and PARKS[name] in self._towns]
            park = "东部新城科创园" if digital else dice.choice(names)
            town = PARKS[park]
        else:
            park, town = "", dice.weighted([(name, TOWN_WEIGHTS.get(name, 4)) for name in self._towns])
        address = f"自贡市大安区{town}{dice.choice(ROADS)}{dice.randrange(1, 400)}号"
        return {"town": self._towns.get(town), "park": self._parks.get(park), "address": address}

    def _person(self) -> Values:
        dice = self._dice
        head = people.name(dice)
        contact = head if dice.chance(0.25) else people.name(dice)
        title = "总经理" if contact == head else dice.choice(TITLES)
        return {
            "legal_representative": head,
            "contact_name": contact,
            "contact_title": title,
            "contact_phone": people.phone(dice),
        }

    def _history(self, above: bool, trade: Trade) -> Values:
        dice, year = self._dice, self._today.year
        founded = date(dice.randrange(year - 28, year - 3), dice.randrange(1, 13), dice.randrange(1, 28))
        since = f"{dice.randrange(max(founded.year + 1, year - 12), year)}-{dice.choice(('01', '03', '06', '12'))}"
        return {
            "founded": founded,
            "above_scale_since": since if above else None,
            "registered_capital": Decimal(dice.choice((50, 100, 200, 500, 800, 1000, 2000, 3000, 5000))),
            "cluster": trade.cluster,
            "industry_code": trade.code,
            "products": trade.products,
        }


@cache
def _sorts() -> dict[str, tuple[list[Trade], list[float]]]:
    """Which trades an enterprise of each sort can have, with their weights; only the digital firms are digital."""
    kinds = {
        "digital": [t for t in trades() if t.cluster == DIGITAL],
        "ours": [t for t in trades() if t.industrial and t.cluster in MAIN],
        "beside": [t for t in trades() if t.industrial and t.cluster not in MAIN],
        "other": [t for t in trades() if t.cluster != DIGITAL],
    }
    return {sort: (found, [t.weight for t in found]) for sort, found in kinds.items()}
