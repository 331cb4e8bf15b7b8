"""The people who serve: leaders, chief service officers, stationed cadres, liaisons, the office."""

from __future__ import annotations

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, Name, OneOf, Phone, Text, YesNo
from daan_desk.domain.officers import ROLE_WORDS, ROLES
from daan_desk.store.base import Mapped, Record, field


class Officer(Record):
    """An officer, by name and role."""

    __tablename__ = "officers"
    ledger = Ledger(
        "干部名册", noun="干部", icon="users", keys=(("name", "post"), ("name",)), aliases=("干部花名册", "领导名单")
    )

    name: Mapped[str | None] = field(
        "姓名",
        Name(60),
        index=True,
        required=True,
        width=12,
        searched=True,
        aliases="干部姓名 领导姓名 领导 干部",
    )
    role: Mapped[str | None] = field(
        "身份", OneOf(ROLES, aliases=ROLE_WORDS), required=True, width=16, aliases="角色 干部类型 人员类别"
    )
    department: Mapped[str | None] = field(
        "所在单位", LinkTo("departments"), width=20, aliases="单位 工作单位 部门 派出单位"
    )
    post: Mapped[str | None] = field("职务", Text(80), width=20, searched=True, aliases="职位 岗位 现任职务")
    phone: Mapped[str | None] = field(
        "联系电话", Phone(), width=16, searched=True, aliases="电话 手机 手机号 联系方式 手机号码"
    )
    active: Mapped[bool | None] = field("在岗", YesNo(), quick=True, width=8, aliases="是否在岗 在职")
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
