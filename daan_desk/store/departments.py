"""Departments that answer issues, lead or assisting."""

from __future__ import annotations

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import Phone, Text
from daan_desk.store.base import Mapped, Record, field


class Department(Record):
    """A department of the district (责任部门)."""

    __tablename__ = "departments"
    ledger = Ledger("责任部门", noun="部门", icon="landmark", aliases=("部门名单", "部门通讯录", "单位名单"))

    name: Mapped[str | None] = field(
        "部门名称",
        Text(100),
        index=True,
        required=True,
        width=28,
        searched=True,
        aliases="部门 单位名称 责任单位 单位",
    )
    short_name: Mapped[str | None] = field("简称", Text(40), searched=True, width=14, aliases="部门简称")
    head: Mapped[str | None] = field("负责人", Text(60), searched=True, aliases="主要负责人 分管领导")
    liaison: Mapped[str | None] = field("联络员", Text(60), searched=True, aliases="联系人")
    phone: Mapped[str | None] = field("联系电话", Phone(), width=16, aliases="电话 联络员电话 联系方式")
    duties: Mapped[str | None] = field("职责", Text(500), width=36, aliases="主要职责 受理事项")
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
