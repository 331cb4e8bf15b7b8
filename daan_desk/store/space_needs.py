"""What enterprises need of land and rooms (用地用房需求)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf
from daan_desk.domain.matching import KINDS, NEED_STATES, TENURES
from daan_desk.domain.numbers import Area, Money, Number
from daan_desk.store.assets import KIND_WORDS, TENURE_WORDS
from daan_desk.store.base import Mapped, Record, field

STATE_WORDS = (("正在对接", "对接中"), ("已解决", "已落实"), ("撤回", "已撤回"), ("取消", "已撤回"))


class SpaceNeed(Record):
    """A need that is matched with idle assets."""

    __tablename__ = "space_needs"
    ledger = Ledger(
        "用地用房需求",
        noun="用房需求",
        icon="land-plot",
        title="enterprise kind area",
        keys=(("enterprise", "kind", "area"), ("enterprise", "kind")),
        order="-raised",
        aliases=("用地需求", "用房需求", "厂房需求", "用地用房"),
    )

    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        index=True,
        required=True,
        width=34,
        searched=True,
        aliases="企业名称 单位名称 需求企业",
    )
    kind: Mapped[str | None] = field(
        "类型", OneOf(KINDS, aliases=KIND_WORDS), required=True, quick=True, width=8, aliases="需求类型 载体类型"
    )
    area: Mapped[Decimal | None] = field(
        "需求面积",
        Area(),
        required=True,
        width=14,
        aliases="面积 厂房需求面积 用地面积 所需面积",
        hint="土地也按平方米，1 亩 = 666.67 ㎡",
    )
    height: Mapped[Decimal | None] = field("层高", Number("米", 1), width=8, aliases="层高要求")
    load: Mapped[Decimal | None] = field("承重", Number("吨/㎡", 1), width=10, aliases="承重要求 荷载要求")
    power: Mapped[Decimal | None] = field("用电", Number("千伏安", 0), width=10, aliases="用电需求 用电容量 配电要求")
    tenure: Mapped[str | None] = field(
        "租购意向", OneOf(TENURES, aliases=TENURE_WORDS), quick=True, width=10, aliases="租售意向 取得方式"
    )
    budget: Mapped[Decimal | None] = field("预算", Money(), width=12, aliases="投资预算 租金预算 预算金额")
    town: Mapped[str | None] = field("期望镇街", LinkTo("towns"), aliases="意向镇街 期望位置 意向区域")
    raised: Mapped[date | None] = field("提出日期", Day(), index=True, width=12, aliases="提出时间 登记时间 登记日期")
    state: Mapped[str | None] = field(
        "状态", OneOf(NEED_STATES, aliases=STATE_WORDS), index=True, quick=True, width=10, aliases="对接状态 需求状态"
    )
    asset: Mapped[str | None] = field("落实载体", LinkTo("assets"), index=True, width=30, aliases="对接载体 入驻载体")
    notes: Mapped[str | None] = field("备注", LongText(), listed=False, width=24, aliases="其他要求 具体要求 需求说明")
