"""Entitlement is explained condition by condition, and what is not known is never a no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.conditions import FACTS, OPERATORS, Condition, year_meant
from daan_desk.domain.policies import Answer, verdict
from daan_desk.domain.policies import reason as told
from daan_desk.domain.profiles import Held, Profile

DAY = date(2026, 11, 23)
KNOWN = Profile(
    DAY,
    {
        "一主两辅": "通用装备",
        "镇街": "大安街道",
        "国民经济行业代码": "C3443",
        "是否规上": True,
        "从业人数": 120,
        "上年营业收入": Decimal(1850),
        "成立日期": date(2020, 6, 1),
        "标签": "重点企业、出口",
    },
    {
        "output": {2025: (Decimal(2000), 12), 2024: (Decimal(1600), 12), 2026: (Decimal(1500), 10)},
        "revenue": {2025: (Decimal(1850), 12)},
        "research": {2025: (Decimal(74), 12)},
    },
    (Held("高新技术企业", date(2027, 1, 1)), Held("专精特新", date(2026, 9, 1))),
)


def answer(fact: str, operator: str, value: str = "", year: str = "") -> Answer:
    return told(Condition(fact, operator, value, year), KNOWN).answer


@pytest.mark.parametrize(
    ("fact", "operator", "value", "expected"),
    [
        ("从业人数", "≥", "100", Answer.MET),
        ("从业人数", "≥", "125人", Answer.NEAR),
        ("从业人数", "≥", "300", Answer.UNMET),
        ("从业人数", "<", "120", Answer.NEAR),
        ("从业人数", "=", "120", Answer.MET),
        ("从业人数", "≠", "120", Answer.UNMET),
        ("上年营业收入", "≥", "0.2亿元", Answer.NEAR),
        ("上年营业收入", "≤", "1,850", Answer.MET),
        ("一主两辅", "属于", "通用装备、特色旅游产品", Answer.MET),
        ("一主两辅", "不属于", "通用装备", Answer.UNMET),
        ("镇街", "=", "龙井街道", Answer.UNMET),
        ("标签", "包含", "出口", Answer.MET),
        ("标签", "不包含", "出口", Answer.UNMET),
        ("是否规上", "=", "是", Answer.MET),
        ("国民经济行业代码", "属于", "33、34", Answer.MET),
        ("国民经济行业代码", "属于", "C35", Answer.UNMET),
        ("成立年限", "≥", "2", Answer.MET),
        ("研发费用占比", "≥", "3", Answer.MET),
        ("产值增速", "≥", "20", Answer.MET),
        ("资质", "有资质", "高新技术企业", Answer.MET),
        ("资质", "有资质", "专精特新", Answer.NEAR),
        ("资质", "有资质", "瞪羚企业", Answer.UNMET),
        ("资质", "无资质", "瞪羚企业", Answer.MET),
        ("资质", "无资质", "高新技术企业", Answer.UNMET),
        ("注册资本", "≥", "100", Answer.UNKNOWN),
        ("年税收", "≥", "100", Answer.UNKNOWN),
        ("设备投资额", "≥", "500", Answer.UNKNOWN),
        ("从业人数", "≥", "若干", Answer.UNKNOWN),
        ("从业人数", "≥", "", Answer.UNKNOWN),
        ("一主两辅", "≥", "3", Answer.UNKNOWN),
        ("资质", "有资质", "", Answer.UNKNOWN),
    ],
)
def test_that_each_relation_is_answered(fact: str, operator: str, value: str, expected: Answer) -> None:
    assert answer(fact, operator, value) is expected


def test_that_a_gap_says_how_far_it_is_and_what_is_missing_says_who_can_give_it() -> None:
    assert "还差 150 万元（7.5%）" in told(Condition("上年营业收入", "≥", "2000"), KNOWN).words
    missing = told(Condition("年税收", "≥", "100", "上年"), KNOWN).words
    assert "缺“上年税收”（月度指标），可由区税务局提供" in missing
    assert "已于 2026-09-01 到期，重新认定后即符合" in told(Condition("资质", "有资质", "专精特新"), KNOWN).words


def test_that_the_year_of_a_condition_is_meant_and_a_year_with_gaps_is_not_known() -> None:
    assert answer("年工业总产值", "≥", "1900", "上年") is Answer.MET
    assert answer("年工业总产值", "≥", "1900", "2024") is Answer.UNMET
    assert answer("年工业总产值", "≥", "1000", "今年") is Answer.UNKNOWN
    assert [year_meant(word, 2026) for word in ("上年", "今年", "前年", "2025年度", "")] == [
        2025,
        2026,
        2024,
        2025,
        None,
    ]


def test_that_the_whole_is_the_worst_condition_and_alternatives_count_by_the_best() -> None:
    met, near = Condition("从业人数", "≥", "100"), Condition("从业人数", "≥", "125")
    unmet, unknown = Condition("从业人数", "≥", "900"), Condition("年税收", "≥", "1")
    assert verdict([met], KNOWN).answer is Answer.MET
    assert verdict([met, near], KNOWN).answer is Answer.NEAR
    assert verdict([near, unknown], KNOWN).answer is Answer.UNKNOWN
    assert verdict([unknown, unmet], KNOWN).answer is Answer.UNMET
    either = [Condition("从业人数", "≥", "900", either="甲"), Condition("从业人数", "≥", "100", either="甲")]
    assert verdict(either, KNOWN).answer is Answer.MET
    assert verdict([either[0], Condition("年税收", "≥", "1", either="甲")], KNOWN).answer is Answer.UNKNOWN
    assert len(verdict([*either, unknown], KNOWN).words.splitlines()) == 3


def test_that_a_policy_without_conditions_is_missing_data_and_not_a_yes() -> None:
    found = verdict([], KNOWN)
    assert found.answer is Answer.UNKNOWN
    assert "条件还没有录入" in found.words


def test_that_nothing_known_of_an_enterprise_is_never_a_no() -> None:
    empty = Profile(DAY)
    for fact in FACTS:
        if fact.word != "资质":
            assert told(Condition(fact.word, "≥" if fact.numeric else "属于", "5"), empty).answer is Answer.UNKNOWN, (
                fact
            )


def test_that_every_operator_is_understood() -> None:
    numeric = {"≥", "≤", ">", "<", "=", "≠"}
    for operator in OPERATORS:
        fact, value = ("从业人数", "100") if operator in numeric else ("一主两辅", "通用装备")
        assert answer(fact, operator, value) is not Answer.UNKNOWN, operator
