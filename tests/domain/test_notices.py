"""The notice names what an enterprise is entitled to and why, and puts no unknown amount into its sum."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.notices import NoticeItem, PolicyNotice, boxed, sum_of

KNOWN = NoticeItem(
    "稳产奖补", "大安府发〔2026〕3号", ("上年营业收入 5,200 万元",), Decimal(30), "定额 30 万元", "还有 17 天截止"
)
UNKNOWN = NoticeItem("技改奖补", reasons=("是否规上为“是”",), working="政策的标准还没有录入，不估算金额")


def notice(*entitled: NoticeItem) -> PolicyNotice:
    return PolicyNotice("自贡天工机械有限公司", "陈志远", date(2026, 11, 23), "大安区企服专班", entitled)


def test_that_every_policy_stands_with_its_reasons_and_how_to_get_it() -> None:
    form = boxed(notice(KNOWN, UNKNOWN))
    words = [box.words for row in form.rows for box in row]
    assert "一、符合条件、可以享受的政策（2 项）" in words
    assert (
        words.index("稳产奖补（大安府发〔2026〕3号）")
        < words.index("上年营业收入 5,200 万元")
        < words.index("定额 30 万元")
    )
    assert "还有 17 天截止" in words
    assert all(sum(box.span for box in row) == 12 for row in form.rows)
    assert form.name == "惠企政策告知单-自贡天工机械有限公司"


def test_that_a_sum_holds_only_known_amounts_and_says_what_it_leaves_out() -> None:
    assert sum_of((KNOWN, UNKNOWN)) == "30 万元（1 项），另有 1 项没有写明标准、不推算"
    assert sum_of((UNKNOWN,)) == "政策没有写明金额标准，不推算"
    assert sum_of(()) == "—"


def test_that_an_enterprise_entitled_to_nothing_gets_a_notice_that_says_so() -> None:
    words = [box.words for row in boxed(notice()).rows for box in row]
    assert "一、符合条件、可以享受的政策（0 项）" in words
