"""Who looks after whom (包联)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, OneOf, Text
from daan_desk.domain.officers import ROLE_WORDS, ROLES
from daan_desk.store.base import Mapped, Record, field


class Assignment(Record):
    """An officer linked to an enterprise or a project in a role, from a day to a day."""

    __tablename__ = "assignments"
    __table_args__ = (Index("assignments_serving", "enterprise", "deleted_at", "role", "officer", "since", "until"),)
    ledger = Ledger(
        "包联关系",
        noun="包联",
        icon="link",
        title="enterprise project officer",
        keys=(("enterprise", "officer", "role"), ("project", "officer", "role"), ("enterprise", "officer")),
        order="enterprise",
        aliases=(
            "包联",
            "挂联",
            "包保",
            "结对",
            "联系企业",
            "包联企业花名册",
            "服务官名册",
            "服务官花名册",
            "服务官名单",
        ),
    )

    officer: Mapped[str | None] = field(
        "干部",
        LinkTo("officers"),
        index=True,
        required=True,
        width=12,
        searched=True,
        aliases="干部姓名 包联干部 姓名 包联领导 县级领导 首席服务官",
    )
    enterprise: Mapped[str | None] = field(
        "企业",
        LinkTo("enterprises"),
        width=34,
        searched=True,
        aliases="企业名称 包联企业 联系企业",
        hint="企业和项目至少填一个",
    )
    project: Mapped[str | None] = field(
        "项目",
        LinkTo("projects"),
        index=True,
        width=30,
        listed=False,
        searched=True,
        aliases="项目名称 包联项目 联系项目",
    )
    role: Mapped[str | None] = field("身份", OneOf(ROLES, aliases=ROLE_WORDS), required=True, width=16, aliases="角色")
    since: Mapped[date | None] = field("起始", Day(), width=12, aliases="起始日期 开始时间 包联时间")
    until: Mapped[date | None] = field("结束", Day(), width=12, aliases="结束日期 结束时间")
    basis: Mapped[str | None] = field("依据文件", Text(200), width=28, aliases="文号 依据")
