"""Who came to a meeting (参加人员): enterprises with the person who came, officers, departments, banks."""

from __future__ import annotations

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, Name, OneOf, Phone, Text, YesNo
from daan_desk.store.base import Mapped, Record, field

PARTS = ("企业", "领导", "部门", "银行", "专家", "工作人员")
PART_WORDS = (("企业代表", "企业"), ("区领导", "领导"), ("县级领导", "领导"), ("金融机构", "银行"), ("单位", "部门"))


class Participant(Record):
    """A person or a body at a meeting."""

    __tablename__ = "participants"
    ledger = Ledger(
        "参加人员",
        noun="参加人员",
        icon="user-check",
        title="meeting enterprise department bank person",
        keys=(("meeting", "enterprise"), ("meeting", "person"), ("meeting", "department"), ("meeting", "bank")),
        order="meeting",
        aliases=("签到表", "参会人员", "参会名单", "邀请名单"),
    )

    meeting: Mapped[str | None] = field(
        "活动",
        LinkTo("meetings"),
        index=True,
        required=True,
        width=34,
        searched=True,
        aliases="活动主题 会议名称 活动名称",
    )
    part: Mapped[str | None] = field(
        "身份", OneOf(PARTS, aliases=PART_WORDS), quick=True, width=10, aliases="参会身份 人员类别"
    )
    enterprise: Mapped[str | None] = field(
        "企业", LinkTo("enterprises"), index=True, width=34, searched=True, aliases="企业名称 参会企业 单位名称"
    )
    department: Mapped[str | None] = field("部门", LinkTo("departments"), width=20, aliases="参会部门 部门名称")
    bank: Mapped[str | None] = field("银行", LinkTo("banks"), width=20, aliases="银行名称 金融机构 参会银行")
    person: Mapped[str | None] = field(
        "姓名", Name(60), width=12, searched=True, aliases="参会人员 参会人 参加人 来人 代表姓名"
    )
    post: Mapped[str | None] = field("职务", Text(80), width=16, aliases="职位 参会人职务")
    phone: Mapped[str | None] = field("联系电话", Phone(), width=16, searched=True, aliases="电话 手机 联系方式 手机号")
    came: Mapped[bool | None] = field("到会", YesNo(), quick=True, width=8, aliases="签到 是否到会 是否参会 是否签到")
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
