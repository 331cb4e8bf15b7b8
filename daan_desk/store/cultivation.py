"""Enterprises on their way up the ladders of qualifications (梯度培育)."""

from __future__ import annotations

from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Text
from daan_desk.domain.years import Year
from daan_desk.store.base import Mapped, Record, field


class Cultivation(Record):
    """One enterprise on one ladder with the step that it aims at."""

    __tablename__ = "cultivation"
    ledger = Ledger(
        "梯度培育",
        noun="培育",
        icon="sprout",
        title="enterprise target",
        keys=(("enterprise", "target", "target_year"), ("enterprise", "target")),
        order="-target_year",
        aliases=("培育库", "培育名单", "梯度培育库", "后备企业", "拟申报企业"),
    )

    shown = (
        Field("standing", "实有层级", Text(), width=18, derived=True, kept=False),
        Field("near", "达标情况", Text(), width=30, derived=True, kept=False),
        Field("near_verdict", "结论", Text(), width=10, derived=True, kept=False),
    )

    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        index=True,
        required=True,
        width=34,
        searched=True,
        aliases="企业名称 单位名称 培育企业 拟培育企业",
    )
    track: Mapped[str | None] = field(
        "培育路径", OneOf(setting="cultivation_tracks"), quick=True, width=16, aliases="培育方向 培育类型 培育类别"
    )
    level: Mapped[str | None] = field("现层级", OneOf(setting="qualification_kinds"), width=18, aliases="当前层级")
    target: Mapped[str | None] = field(
        "目标层级",
        OneOf(setting="qualification_kinds"),
        required=True,
        width=18,
        aliases="培育目标 拟申报资质 目标资质 拟申报类型 培育层级",
    )
    target_year: Mapped[int | None] = field(
        "目标年度", Year(), required=True, width=10, aliases="拟申报年度 培育年度 计划申报年度"
    )
    renews: Mapped[str | None] = field(
        "到期资质", LinkTo("qualifications"), index=True, listed=False, width=30, hint="重新认定、复核的那一项"
    )
    gaps: Mapped[str | None] = field("短板", LongText(), width=30, aliases="存在短板 差距 主要短板 存在差距")
    department: Mapped[str | None] = field(
        "责任单位", LinkTo("departments"), width=20, aliases="责任部门 牵头单位 培育单位"
    )
    progress: Mapped[str | None] = field("进展", LongText(), width=30, aliases="培育进展 进展情况 工作进展")
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
