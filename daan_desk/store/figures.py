"""Monthly figures of enterprises (月度指标)."""

from __future__ import annotations

from decimal import Decimal

from daan_desk.domain.days import Month
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.numbers import Integer, Money, Number
from daan_desk.store.base import Mapped, Record, field

TO_DATE = "本年累计（统计口径）"


class Figure(Record):
    """The figures of one enterprise in one month; amounts in 万元."""

    __tablename__ = "figures"
    ledger = Ledger(
        "月度指标",
        noun="指标",
        icon="chart-line",
        title="month enterprise",
        keys=(("enterprise", "month"),),
        order="-month",
        aliases=("月度数据", "月报表", "经济指标", "生产经营情况表"),
    )

    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        index=True,
        required=True,
        width=34,
        searched=True,
        aliases="企业名称 单位名称",
    )
    month: Mapped[str | None] = field(
        "月份", Month(), index=True, required=True, width=10, aliases="年月 统计月份 报告期"
    )
    output: Mapped[Decimal | None] = field(
        "工业总产值", Money("万元"), total=True, width=14, aliases="总产值 产值 工业产值 当月产值"
    )
    revenue: Mapped[Decimal | None] = field(
        "营业收入", Money("万元"), total=True, width=14, aliases="主营业务收入 营收"
    )
    profit: Mapped[Decimal | None] = field("利润", Money("万元"), total=True, aliases="利润总额 净利润")
    tax: Mapped[Decimal | None] = field("税收", Money("万元"), total=True, aliases="纳税情况 入库税金 本年纳税额 税金")
    power: Mapped[Decimal | None] = field("用电量", Number("万千瓦时"), total=True, aliases="用电 工业用电量")
    employees: Mapped[int | None] = field(
        "从业人数", Integer("人"), total=True, aliases="用工人数 平均用工人数 从业人员"
    )
    exports: Mapped[Decimal | None] = field(
        "出口", Money("万元"), total=True, listed=False, aliases="出口额 出口交货值"
    )
    research: Mapped[Decimal | None] = field(
        "研发费用", Money("万元"), total=True, listed=False, aliases="研发投入 研发经费"
    )
    orders: Mapped[Decimal | None] = field("订单", Money("万元"), total=True, listed=False, aliases="在手订单 新增订单")

    # Year to date as the statistics tables report it; kept beside the month's own figure and never mixed with it.
    output_sum: Mapped[Decimal | None] = field(
        "工业总产值累计", Money("万元"), listed=False, group=TO_DATE, aliases="累计工业总产值 累计总产值 累计产值"
    )
    revenue_sum: Mapped[Decimal | None] = field(
        "营业收入累计", Money("万元"), listed=False, group=TO_DATE, aliases="累计营业收入 累计营收"
    )
    profit_sum: Mapped[Decimal | None] = field(
        "利润累计", Money("万元"), listed=False, group=TO_DATE, aliases="累计利润 累计利润总额 利润总额累计"
    )
    tax_sum: Mapped[Decimal | None] = field(
        "税收累计", Money("万元"), listed=False, group=TO_DATE, aliases="累计税收 累计入库税金 累计纳税额"
    )
    power_sum: Mapped[Decimal | None] = field(
        "用电量累计", Number("万千瓦时"), listed=False, group=TO_DATE, aliases="累计用电量 累计用电"
    )
    exports_sum: Mapped[Decimal | None] = field(
        "出口累计", Money("万元"), listed=False, group=TO_DATE, aliases="累计出口 累计出口交货值 出口交货值累计"
    )
    research_sum: Mapped[Decimal | None] = field(
        "研发费用累计", Money("万元"), listed=False, group=TO_DATE, aliases="累计研发费用 累计研发投入"
    )
