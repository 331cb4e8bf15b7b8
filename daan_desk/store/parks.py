"""Parks of 一园三区 and other carriers (园区)."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, Text
from daan_desk.domain.numbers import Area
from daan_desk.store.base import Mapped, Record, field


class Park(Record):
    """An industrial park or carrier."""

    __tablename__ = "parks"
    ledger = Ledger("园区", noun="园区", icon="factory", aliases=("园区名单", "载体名单"))

    name: Mapped[str | None] = field(
        "园区名称", Text(80), index=True, required=True, width=30, searched=True, aliases="园区 载体名称 名称"
    )
    town: Mapped[str | None] = field("镇街", LinkTo("towns"), aliases="所属镇街 所在镇街")
    area: Mapped[Decimal | None] = field("规划面积", Area("亩"), total=True, width=14, aliases="面积 规划面积（亩）")
    focus: Mapped[str | None] = field("产业定位", Text(200), width=36, aliases="主导产业 产业方向")
    manager: Mapped[str | None] = field("管理单位", Text(100), width=24, aliases="运营单位 主管单位")
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
