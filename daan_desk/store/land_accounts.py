"""The account of industrial land by area: planned, usable, reserved, supplied (工业用地账)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText, Text
from daan_desk.domain.numbers import Area
from daan_desk.store.base import Mapped, Record, field


class LandAccount(Record):
    """One area with its land, all of it in 亩."""

    __tablename__ = "land_accounts"
    ledger = Ledger(
        "工业用地账",
        noun="用地账",
        icon="map-pinned",
        keys=(("name",),),
        aliases=("工业用地台账", "用地账", "工业用地情况", "园区用地情况"),
    )

    name: Mapped[str | None] = field(
        "片区", Text(120), index=True, required=True, width=34, searched=True, aliases="片区名称 用地片区 区块名称"
    )
    park: Mapped[str | None] = field("园区", LinkTo("parks"), width=26, aliases="所属园区 所在园区")
    town: Mapped[str | None] = field("镇街", LinkTo("towns"), listed=False, aliases="所属镇街 属地")
    as_of: Mapped[date | None] = field("截止日期", Day(), width=12, aliases="统计截止日期 数据截止 统计日期")
    planned: Mapped[Decimal | None] = field(
        "规划工业用地", Area("亩"), required=True, total=True, width=14, aliases="规划面积 规划工业用地面积"
    )
    usable: Mapped[Decimal | None] = field(
        "可用工业用地", Area("亩"), total=True, width=14, aliases="可用土地 可用工业用地面积 可利用面积"
    )
    reserved: Mapped[Decimal | None] = field(
        "储备用地", Area("亩"), total=True, width=12, aliases="储备面积 已收储面积 储备工业用地", hint="包含在可用里"
    )
    supplied: Mapped[Decimal | None] = field(
        "已供用地", Area("亩"), total=True, width=12, aliases="已供面积 已出让面积 供地面积"
    )
    poor: Mapped[Decimal | None] = field(
        "低效用地",
        Area("亩"),
        total=True,
        width=12,
        aliases="低效工业用地 低效面积",
        hint="工作口径，不是依法认定的闲置土地",
    )
    basis: Mapped[str | None] = field("依据", Text(200), listed=False, width=24, aliases="数据来源 依据文件")
    notes: Mapped[str | None] = field("备注", LongText(), listed=False, width=24)
