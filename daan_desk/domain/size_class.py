"""Large, medium, small and micro: the size class of an industrial enterprise (工信部联企业〔2011〕300号)."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.industries import Industry

# Size class → at least so many people and so much revenue in 万元; both bounds are needed, else the next class.
INDUSTRY_BOUNDS = (("大型", 1000, 40000), ("中型", 300, 2000), ("小型", 20, 300))
MICRO = "微型"
INDUSTRIAL_SECTIONS = frozenset("BCD")


def size_class(employees: int | None, revenue: Decimal | int | None) -> str | None:
    """The class by people and last year's revenue in 万元; None where either is not known."""
    if employees is None or revenue is None:
        return None
    for name, people, money in INDUSTRY_BOUNDS:
        if employees >= people and revenue >= money:
            return name
    return MICRO


def size_hint(
    given: str | None, employees: int | None, revenue: Decimal | int | None, industry: Industry | None
) -> str:
    """What to say beside the class that the roster gives; "" where it agrees, data is missing or it is no industry."""
    computed = size_class(employees, revenue)
    if computed is None or computed == given or (industry and industry.section not in INDUSTRIAL_SECTIONS):
        return ""
    return f"按工业划型标准测算为{computed}"
