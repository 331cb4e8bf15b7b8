"""The account of industrial land, and land that is idle by law: two things that are never added up.

“闲置土地” is found by the natural resources department under 《闲置土地处置办法》 (国土资源部令第53号); what is merely
poorly used stands in the work list of idle assets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

CAUSES = ("企业原因", "政府原因")
HANDLINGS = (
    *("延长动工期限", "调整用途和规划条件", "安排临时使用", "协议有偿收回", "置换土地", "征缴闲置费", "无偿收回"),
    *("督促动工", "其他"),
)
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Area:
    """One line of the account in 亩; None where nobody has entered it."""

    name: str
    planned: Decimal | None = None
    usable: Decimal | None = None
    reserved: Decimal | None = None
    supplied: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """The sums over all areas in 亩, and the areas that say more than can be (sentences)."""

    areas: tuple[Area, ...]
    planned: Decimal
    usable: Decimal
    reserved: Decimal
    supplied: Decimal
    doubts: tuple[str, ...] = ()


def account(areas: Iterable[Area]) -> Account:
    """What is planned, usable, reserved and supplied altogether; usable land includes what is reserved."""
    every = tuple(areas)
    sums = {
        name: sum((getattr(one, name) or ZERO for one in every), ZERO)
        for name in ("planned", "usable", "reserved", "supplied")
    }
    return Account(every, **sums, doubts=tuple(words for one in every for words in doubts(one)))


def doubts(area: Area) -> tuple[str, ...]:
    """What cannot be: more usable, reserved or supplied than there is."""
    found = []
    for small, great, words in (
        (area.usable, area.planned, "可用面积大于规划面积"),
        (area.reserved, area.usable, "储备面积大于可用面积"),
        (area.supplied, area.planned, "已供面积大于规划面积"),
    ):
        if small is not None and great is not None and small > great:
            found.append(f"{area.name}：{words}")
    return tuple(found)
