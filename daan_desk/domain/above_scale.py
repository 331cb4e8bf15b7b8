"""规上 is a registered status: the program keeps the flag and only hints where revenue speaks otherwise."""

from __future__ import annotations

from decimal import Decimal

THRESHOLD = Decimal(2000)
HINT = "营收已达标未入库"


def above_scale_hint(above_scale: bool | None, revenue: Decimal | int | None, threshold: Decimal = THRESHOLD) -> str:
    """“营收已达标未入库” where last year's revenue (万元) reaches the threshold without being registered."""
    return HINT if revenue is not None and revenue >= threshold and not above_scale else ""
