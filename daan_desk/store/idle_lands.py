"""Land that was found idle by law (闲置土地): the legal term, kept apart from the work list of idle assets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.days import Day
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Text
from daan_desk.domain.land import CAUSES, HANDLINGS
from daan_desk.domain.numbers import Area
from daan_desk.store.base import Mapped, Record, field

CAUSE_WORDS = (("企业自身原因", "企业原因"), ("因企业", "企业原因"), ("因政府", "政府原因"))
HANDLING_WORDS = (
    ("督促开工", "督促动工"),
    ("限期动工", "督促动工"),
    ("协议收回", "协议有偿收回"),
    ("有偿收回", "协议有偿收回"),
    ("征收闲置费", "征缴闲置费"),
    ("收取闲置费", "征缴闲置费"),
    ("延长动工", "延长动工期限"),
    ("延期动工", "延长动工期限"),
    ("土地置换", "置换土地"),
    ("临时使用", "安排临时使用"),
)


class IdleLand(Record):
    """One parcel that the natural resources department found idle (《闲置土地处置办法》, 国土资源部令第53号)."""

    __tablename__ = "idle_lands"
    ledger = Ledger(
        "闲置土地(依法认定)",
        noun="闲置土地",
        icon="gavel",
        keys=(("parcel",), ("name",)),
        order="-found",
        aliases=("闲置土地清单", "闲置土地认定", "闲置土地处置台账", "闲置土地台账"),
    )

    name: Mapped[str | None] = field(
        "宗地名称", Text(200), index=True, required=True, width=30, searched=True, aliases="宗地 宗地项目名称"
    )
    parcel: Mapped[str | None] = field(
        "宗地编号", Text(60), width=20, searched=True, aliases="电子监管号 宗地号 宗地代码"
    )
    town: Mapped[str | None] = field("镇街", LinkTo("towns"), index=True, aliases="所属镇街 属地 所在镇街")
    address: Mapped[str | None] = field("坐落", Text(300), listed=False, width=30, aliases="土地坐落 宗地坐落 地址")
    holder: Mapped[str | None] = field(
        "土地使用权人", Text(120), width=28, searched=True, aliases="使用权人 受让人 土地使用者"
    )
    enterprise: Mapped[str | None] = field("企业", LinkTo("enterprises"), index=True, listed=False, width=30)
    area: Mapped[Decimal | None] = field(
        "闲置土地面积", Area("亩"), required=True, total=True, width=14, aliases="认定面积 宗地面积 闲置面积"
    )
    land_use: Mapped[str | None] = field("用地性质", Text(60), listed=False, width=14, aliases="土地用途 土地性质")
    contract: Mapped[str | None] = field("出让合同编号", Text(60), listed=False, width=20, aliases="合同编号 合同号")
    agreed_start: Mapped[date | None] = field(
        "约定动工日期", Day(), width=12, aliases="约定动工时间 约定开工日期 约定开工时间"
    )
    found: Mapped[date | None] = field("认定日期", Day(), index=True, width=12, aliases="认定时间 闲置认定日期")
    document: Mapped[str | None] = field(
        "认定书文号", Text(80), width=22, searched=True, aliases="闲置土地认定书文号 认定文号 认定书编号"
    )
    cause: Mapped[str | None] = field(
        "闲置原因类别", OneOf(CAUSES, aliases=CAUSE_WORDS), quick=True, width=12, aliases="闲置原因 原因类别"
    )
    handling: Mapped[str | None] = field(
        "处置方式", OneOf(HANDLINGS, aliases=HANDLING_WORDS), quick=True, width=16, aliases="处置措施 拟处置方式"
    )
    handled: Mapped[date | None] = field("处置完成日期", Day(), index=True, width=12, aliases="处置完成时间 销号日期")
    progress: Mapped[str | None] = field("处置进展", LongText(), listed=False, width=30, aliases="进展情况 处置情况")
    notes: Mapped[str | None] = field("备注", Text(500), listed=False, width=24)
