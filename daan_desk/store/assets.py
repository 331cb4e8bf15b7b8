"""Idle plants, land, equipment and offices (闲置资产): the work list, not the legal term “闲置土地”."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText, Name, OneOf, Phone, Text
from daan_desk.domain.matching import ASSET_STATES, KINDS, TENURES
from daan_desk.domain.numbers import Area, Integer, Number
from daan_desk.store.base import Mapped, Record, field

KIND_WORDS = (
    ("标准厂房", "厂房"),
    ("闲置厂房", "厂房"),
    ("工业厂房", "厂房"),
    ("仓库", "厂房"),
    ("车间", "厂房"),
    ("工业用地", "土地"),
    ("闲置土地", "土地"),
    ("用地", "土地"),
    ("办公楼", "办公"),
    ("写字楼", "办公"),
    ("办公用房", "办公"),
    ("闲置设备", "设备"),
)
TENURE_WORDS = (
    ("可租", "出租"),
    ("租赁", "出租"),
    ("转让", "出售"),
    ("可售", "出售"),
    ("可租可售", "租售"),
    ("出租出售", "租售"),
    ("租用", "出租"),
    ("购买", "出售"),
    ("购置", "出售"),
    ("租购均可", "租售"),
)
STATE_WORDS = (("空置", "闲置"), ("正在对接", "对接中"), ("盘活", "已盘活"), ("收储", "已收储"), ("已入驻", "已盘活"))
WHAT, SIZE, OWNER, USE = "资产", "面积和条件", "权属", "盘活"


class Asset(Record):
    """Something idle that an enterprise could use, and what became of it."""

    __tablename__ = "assets"
    ledger = Ledger(
        "闲置资产",
        noun="闲置资产",
        icon="warehouse",
        keys=(("name", "address"), ("name",)),
        aliases=("载体资源", "闲置厂房", "低效闲置资源", "闲置资源", "厂房资源", "载体资源清单"),
    )

    shown = (Field("idle_for", "已闲置", Text(), width=12, group=USE, derived=True, kept=False),)

    name: Mapped[str | None] = field(
        "名称",
        Text(200),
        index=True,
        required=True,
        width=34,
        searched=True,
        group=WHAT,
        aliases="载体资源名称 资产名称 厂房名称 资源名称 载体名称 地块名称",
    )
    kind: Mapped[str | None] = field(
        "类型",
        OneOf(KINDS, aliases=KIND_WORDS),
        required=True,
        quick=True,
        width=8,
        group=WHAT,
        aliases="资产类型 资源类型 载体类型 资源类别",
    )
    town: Mapped[str | None] = field("镇街", LinkTo("towns"), index=True, group=WHAT, aliases="所属镇街 属地 所在镇街")
    address: Mapped[str | None] = field(
        "地址", Text(300), width=30, searched=True, group=WHAT, aliases="坐落 坐落位置 详细地址 位置 地块位置"
    )
    floor_area: Mapped[Decimal | None] = field(
        "建筑面积", Area(), total=True, width=14, group=SIZE, aliases="总建筑面积 厂房面积"
    )
    idle_area: Mapped[Decimal | None] = field(
        "闲置面积", Area(), total=True, width=14, group=SIZE, aliases="空置面积 可用面积 可租面积"
    )
    land_area: Mapped[Decimal | None] = field(
        "土地面积", Area("亩"), total=True, width=12, group=SIZE, aliases="占地面积 资源面积 用地面积 地块面积"
    )
    height: Mapped[Decimal | None] = field(
        "层高", Number("米", 1), listed=False, width=8, group=SIZE, aliases="厂房层高"
    )
    load: Mapped[Decimal | None] = field(
        "承重", Number("吨/㎡", 1), listed=False, width=10, group=SIZE, aliases="楼面承重 荷载"
    )
    power: Mapped[Decimal | None] = field(
        "用电", Number("千伏安", 0), listed=False, width=10, group=SIZE, aliases="配电容量 变压器容量 用电容量"
    )
    land_use: Mapped[str | None] = field("用地性质", Text(60), width=14, group=SIZE, aliases="土地性质 土地用途")
    plan: Mapped[str | None] = field(
        "规划产业定位", Text(120), listed=False, width=20, searched=True, group=SIZE, aliases="产业定位 规划产业"
    )
    equipment: Mapped[str | None] = field(
        "设备清单", LongText(), listed=False, width=30, group=SIZE, aliases="主要设备"
    )
    owner: Mapped[str | None] = field(
        "权属", Text(120), width=24, searched=True, group=OWNER, aliases="产权单位 权属单位 产权人 所有人 权属人"
    )
    contact: Mapped[str | None] = field("权属联系人", Name(60), width=12, group=OWNER, aliases="联系人 产权联系人")
    phone: Mapped[str | None] = field("电话", Phone(), width=16, group=OWNER, aliases="联系电话 联系方式 手机")
    tenure: Mapped[str | None] = field(
        "产权性质",
        OneOf(TENURES, aliases=TENURE_WORDS),
        quick=True,
        width=10,
        group=OWNER,
        aliases="处置方式 租售方式 出租出售",
    )
    state: Mapped[str | None] = field(
        "状态",
        OneOf(ASSET_STATES, aliases=STATE_WORDS),
        index=True,
        quick=True,
        width=10,
        group=USE,
        aliases="资源状态 盘活状态 地块现状 资产状态 使用状态",
    )
    reason: Mapped[str | None] = field("闲置原因", Text(300), listed=False, width=24, group=USE, aliases="空置原因")
    since: Mapped[date | None] = field("闲置起始", Day(), width=12, group=USE, aliases="闲置时间 闲置起始时间 空置时间")
    revived_by: Mapped[str | None] = field("盘活方式", Text(120), listed=False, group=USE, aliases="利用方式")
    enterprise: Mapped[str | None] = field(
        "入驻企业", LinkTo("enterprises"), index=True, width=30, group=USE, aliases="承租企业 使用企业"
    )
    revived: Mapped[date | None] = field("盘活日期", Day(), width=12, group=USE, aliases="盘活时间 入驻时间")
    revived_area: Mapped[Decimal | None] = field(
        "盘活面积", Area(), total=True, listed=False, width=14, group=USE, aliases="已盘活面积 入驻面积"
    )
    use_before: Mapped[str | None] = field(
        "盘活前", Text(200), listed=False, width=24, group=USE, aliases="原用途 原使用单位 盘活前情况"
    )
    use_after: Mapped[str | None] = field(
        "盘活后", Text(200), listed=False, width=24, group=USE, aliases="现用途 盘活后用途 盘活后情况"
    )
    jobs: Mapped[int | None] = field("带动就业", Integer("人"), total=True, listed=False, group=USE, aliases="就业人数")
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24, group=USE)
