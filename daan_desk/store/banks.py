"""The banks and guarantee companies that the office works with (银行名录)."""

from __future__ import annotations

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LongText, Name, Phone, Text
from daan_desk.store.base import Mapped, Record, field


class Bank(Record):
    """A bank, with whom to call there."""

    __tablename__ = "banks"
    ledger = Ledger("银行名录", noun="银行", icon="landmark", aliases=("银行名单", "金融机构名单", "金融机构"))

    name: Mapped[str | None] = field(
        "银行名称", Name(120), index=True, required=True, width=30, searched=True, aliases="银行 机构名称 金融机构名称"
    )
    short_name: Mapped[str | None] = field("简称", Text(40), width=12, searched=True, aliases="银行简称")
    contact: Mapped[str | None] = field("联系人", Name(60), width=12, searched=True, aliases="客户经理 对接人 经办人")
    phone: Mapped[str | None] = field(
        "联系电话", Phone(), width=16, searched=True, aliases="电话 手机 联系方式 客户经理电话"
    )
    products: Mapped[str | None] = field(
        "特色产品", LongText(), width=34, searched=True, aliases="金融产品 信贷产品 贷款产品 主推产品"
    )
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
