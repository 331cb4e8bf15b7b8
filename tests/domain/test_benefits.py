"""An amount is worked out only from what the policy says, with its working."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.benefits import Benefit, expected, tiers
from daan_desk.domain.profiles import Profile

KNOWN = Profile(
    date(2026, 11, 23),
    {"上年营业收入": Decimal(6000), "从业人数": 80},
    {"research": {2025: (Decimal(240), 12)}},
)


def test_that_a_fixed_amount_is_itself() -> None:
    assert expected(Benefit("定额", fixed=Decimal(10)), KNOWN).amount == 10


def test_that_a_share_is_cut_at_its_cap_and_shows_its_working() -> None:
    below = expected(Benefit("按比例有上限", rate=Decimal(10), base="年研发费用", cap=Decimal(50)), KNOWN)
    assert (below.amount, below.working) == (Decimal(24), "年研发费用 240 万元 × 10% = 24 万元，未超过上限 50 万元")
    above = expected(Benefit("按比例有上限", rate=Decimal(30), base="年研发费用", cap=Decimal(50)), KNOWN)
    assert above.amount == 50
    assert "= 72 万元，超过上限，按 50 万元" in above.working
    assert "没有写上限" in expected(Benefit("按比例有上限", rate=Decimal(1), base="年研发费用"), KNOWN).working


def test_that_tiers_give_the_highest_one_that_is_reached() -> None:
    table = "10000 = 30\n5000：20\n2000=10"
    found = expected(Benefit("分档表", base="上年营业收入", tiers=table), KNOWN)
    assert (found.amount, found.working) == (Decimal(20), "上年营业收入 6,000 万元，达到 5,000 万元这一档，20 万元")
    assert expected(Benefit("分档表", base="从业人数", tiers="100=5"), KNOWN).amount == 0
    assert tiers("两千=十") == "分档表第 1 行“两千=十”看不懂，应写成“下限=金额”"


def test_that_what_is_not_said_or_not_known_gives_no_amount_and_says_why() -> None:
    for benefit, words in (
        (Benefit(), "标准还没有录入"),
        (Benefit("定额"), "金额还没有录入"),
        (Benefit("按比例有上限", rate=Decimal(5)), "计算基数还没有录入"),
        (Benefit("按比例有上限", base="年研发费用"), "比例还没有录入"),
        (Benefit("按比例有上限", rate=Decimal(5), base="从业人数"), "不是金额"),
        (Benefit("按比例有上限", rate=Decimal(5), base="年税收"), "可由区税务局提供"),
        (Benefit("按比例有上限", rate=Decimal(5), base="设备投资额"), "台账里没有"),
        (Benefit("分档表", base="年研发费用"), "各档还没有录入"),
    ):
        found = expected(benefit, KNOWN)
        assert found.amount is None
        assert words in found.working
