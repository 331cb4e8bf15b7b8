"""Qualifications that enterprises hold (资质)."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, OneOf, Text
from daan_desk.store.base import Mapped, Record, field

LEVELS = ("国家", "省", "市", "区")
LEVEL_WORDS = (("国家级", "国家"), ("省级", "省"), ("市级", "市"), ("区级", "区"), ("县级", "区"))


class Qualification(Record):
    """A qualification of an enterprise with its dates; its state is worked out, never kept."""

    __tablename__ = "qualifications"
    ledger = Ledger(
        "资质",
        noun="资质",
        icon="award",
        title="kind",
        keys=(("enterprise", "kind", "awarded"), ("enterprise", "kind")),
        order="expires",
        aliases=("资质名单", "高新技术企业名单", "专精特新名单", "认定名单"),
    )

    shown = (
        Field("state", "状态", Text(), width=10, derived=True, kept=False),
        Field("term", "期限提示", Text(), width=24, listed=False, derived=True, kept=False),
        Field("renewal", "续期", Text(), width=14, derived=True, kept=False),
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
    kind: Mapped[str | None] = field(
        "资质",
        OneOf(setting="qualification_kinds"),
        required=True,
        width=22,
        searched=True,
        aliases="资质名称 认定类别 称号",
    )
    level: Mapped[str | None] = field("级别", OneOf(LEVELS, aliases=LEVEL_WORDS), width=8, aliases="资质级别 层级")
    awarded: Mapped[date | None] = field("认定日期", Day(), width=12, aliases="认定时间 发证日期 获批时间")
    expires: Mapped[date | None] = field("有效期至", Day(), width=12, aliases="到期日期 有效期 到期时间")
    number: Mapped[str | None] = field("证书编号", Text(60), width=22, searched=True, aliases="编号 证书号")
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
