"""The conditions of policies, one a row: fact, relation, value, year (政策条件)."""

from __future__ import annotations

from daan_desk.domain.conditions import OPERATOR_WORDS, OPERATORS
from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Text
from daan_desk.domain.numbers import Integer
from daan_desk.store.base import Mapped, Record, field


class ConditionRow(Record):
    """One condition of a policy; rows with the same word in 任选组 are alternatives of which one is enough."""

    __tablename__ = "conditions"
    ledger = Ledger(
        "政策条件",
        noun="条件",
        icon="list-checks",
        title="policy fact",
        keys=(("policy", "number"), ("policy", "fact", "operator", "value", "year")),
        order="policy",
        aliases=("申报条件", "享受条件"),
    )

    policy: Mapped[str | None] = field(
        "政策", LinkTo("policies"), index=True, required=True, width=40, searched=True, aliases="政策名称 政策事项"
    )
    number: Mapped[int | None] = field("条件序号", Integer(), width=8, aliases="条件编号", hint="留空时自动编号")
    fact: Mapped[str | None] = field(
        "指标",
        OneOf(setting="policy_facts"),
        required=True,
        width=18,
        searched=True,
        aliases="条件指标 字段 条件项",
        hint="列表以外的指标也可以写，判断时会说明缺什么数据",
    )
    operator: Mapped[str | None] = field(
        "关系", OneOf(OPERATORS, aliases=OPERATOR_WORDS), required=True, width=10, aliases="条件关系 运算符 比较"
    )
    value: Mapped[str | None] = field(
        "值", Text(300), width=24, aliases="条件值 阈值 标准值", hint="几个值用“、”隔开；数值按指标的单位"
    )
    year: Mapped[str | None] = field(
        "年度", Text(20), width=10, aliases="条件年度 数据年度", hint="上年、今年或 2025；不写为现状"
    )
    either: Mapped[str | None] = field("任选组", Text(20), width=8, hint="写同一个字的几条，满足一条即可")
    basis: Mapped[str | None] = field("条件原文", LongText(), width=40, aliases="条件内容 条款")
