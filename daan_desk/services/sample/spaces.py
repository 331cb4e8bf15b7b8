"""Idle plants, land, offices and equipment of the sample district, and what enterprises look for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from daan_desk.services.sample import people
from daan_desk.services.sample.enterprises import PARKS
from daan_desk.services.sample.ground import Ground, Values

SORTS = (("厂房", 6.0), ("土地", 2.0), ("办公", 1.5), ("设备", 1.0))
STATES = (("闲置", 6.0), ("对接中", 2.0), ("已盘活", 3.0), ("已收储", 0.4))
REASONS = ("企业搬迁", "产能收缩", "合同到期", "项目停建", "债务处置中")
AFTER = ("装备制造生产线", "阀门加工车间", "食品包装车间", "仓储配送", "数据标注基地")
OWNERS = ("区属国有公司", "企业自有", "园区平台公司", "镇街集体资产")
SUFFIX = {"厂房": "号厂房", "土地": "号地块", "办公": "号楼办公层", "设备": "号设备组"}


def assets(ground: Ground) -> Iterator[Values]:
    """What is idle, and what was put to use in the last two years."""
    for at in range(ground.count(34)):
        yield _asset(ground, at)


def _asset(ground: Ground, at: int) -> Values:
    dice = ground.dice
    kind, state = dice.weighted(SORTS), dice.weighted(STATES)
    park, town = dice.choice(sorted(PARKS.items()))
    return ground.row(
        name=f"{park} {at + 1} {SUFFIX[kind]}",
        kind=kind,
        town=ground.towns.get(town),
        address=f"{town}{park}",
        owner=dice.choice(OWNERS),
        contact=people.name(dice),
        phone=people.phone(dice),
        tenure=dice.choice(("出租", "出租", "出售", "租售")),
        reason=dice.choice(REASONS),
        state=state,
        **_used(_size(ground, kind), _use(ground, state)),
    )


def _size(ground: Ground, kind: str) -> Values:
    dice = ground.dice
    if kind == "土地":
        return {"land_area": Decimal(dice.randrange(8, 90)), "land_use": "工业用地"}
    if kind == "设备":
        return {"equipment": "数控车床 6 台、龙门铣 1 台"}
    area = Decimal(dice.randrange(8, 120) * 100)
    idle = (area * Decimal(dice.choice(("0.4", "0.7", "1")))).quantize(Decimal(1))
    power = Decimal(dice.choice((250, 400, 630, 1000))) if dice.chance(0.7) else None
    found: Values = {"floor_area": area, "idle_area": idle, "power": power}
    if kind == "厂房":
        found |= {"height": Decimal(dice.choice((6, 8, 9, 12))) if dice.chance(0.8) else None}
        found |= {"load": dice.amount(0.5, 3) if dice.chance(0.6) else None, "land_use": "工业用地"}
    return found


def _used(size: Values, use: Values) -> Values:
    """What was put to use is the idle part."""
    revived = {"revived_area": size.get("idle_area")} if "enterprise" in use else {}
    return {**size, **use, **revived}


def _use(ground: Ground, state: str) -> Values:
    since = ground.ago(1300, 40)
    if state != "已盘活":
        return {"since": since}
    firm, revived = ground.dice.choice(ground.sketches), max(since, ground.ago(500))
    jobs = ground.dice.randrange(8, 90) if ground.dice.chance(0.7) else None
    uses = {"use_before": "原企业停产腾退", "use_after": ground.dice.choice(AFTER), "jobs": jobs}
    return {"since": since, "enterprise": firm.id, "revived": revived, "revived_by": "招引新企业入驻", **uses}


def needs(ground: Ground) -> Iterator[Values]:
    """What enterprises look for; most of it is still open."""
    for _ in range(ground.count(18)):
        yield _need(ground, ground.dice.weighted((("厂房", 6.0), ("土地", 2.0), ("办公", 1.0))))


def _need(ground: Ground, kind: str) -> Values:
    dice, plant = ground.dice, kind == "厂房"
    return ground.row(
        enterprise=dice.choice(ground.sketches).id,
        kind=kind,
        area=Decimal(dice.randrange(5, 40) * (500 if kind == "土地" else 100)),
        height=Decimal(dice.choice((6, 8, 9))) if plant else None,
        load=Decimal(1) if plant and dice.chance(0.4) else None,
        power=Decimal(dice.choice((250, 400))) if plant and dice.chance(0.5) else None,
        tenure=dice.choice(("出租", "出租", "出售", None)),
        budget=Decimal(dice.randrange(5, 60) * 10) if dice.chance(0.6) else None,
        town=ground.towns.get(dice.choice(sorted(PARKS.values()))) if dice.chance(0.5) else None,
        raised=ground.ago(300),
        state=dice.weighted((("待对接", 5.0), ("对接中", 3.0), ("已撤回", 1.0))),
    )
