"""Towns and sub-districts of the district (镇街)."""

from __future__ import annotations

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import Text
from daan_desk.store.base import Mapped, Record, field


class Town(Record):
    """A town or sub-district, by its administrative code."""

    __tablename__ = "towns"
    ledger = Ledger(
        "镇街", noun="镇街", icon="map-pin", keys=(("code",), ("name",)), order="code", aliases=("镇街名单", "乡镇街道")
    )

    name: Mapped[str | None] = field(
        "镇街名称",
        Text(60),
        index=True,
        required=True,
        width=18,
        searched=True,
        aliases="镇街 乡镇名称 街道名称 名称",
    )
    code: Mapped[str | None] = field("区划代码", Text(12), width=14, searched=True, aliases="代码 行政区划代码")
    former_names: Mapped[str | None] = field("旧称", Text(200), width=24, searched=True, aliases="曾用名 原名称")
    notes: Mapped[str | None] = field("备注", Text(500), width=24)
