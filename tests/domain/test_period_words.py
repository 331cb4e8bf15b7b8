"""The period that a title names is found as an officer reads it."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.period_words import named_period, period_named

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("大安区2026年10月工业企业主要指标", "2026年10月"),
        ("2026年1-10月规上企业产值", "2026年1—10月"),
        ("2026年1月至10月情况", "2026年1—10月"),
        ("２０２６年１—９月", "2026年1—9月"),
        ("2026年第三季度走访统计表", "2026年第三季度"),
        ("三季度诉求办理情况", "2026年第三季度"),
        ("2026年上半年走访情况", "2026年1—6月"),
        ("走访企业情况统计（2026年度）", "2026年"),
        ("10月份走访情况", "2026年10月"),
        ("12月走访情况", "2025年12月"),
        ("2026-10", "2026年10月"),
        ("202610", "2026年10月"),
        ("2025", "2025年"),
    ],
)
def test_that_the_period_of_a_title_is_read(title: str, words: str) -> None:
    found = named_period(title, TODAY)
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize("title", ["企业基本情况表", "填表日期：2026年10月8日", "附件1", "第3批名单", ""])
def test_that_a_title_without_a_period_names_none(title: str) -> None:
    assert named_period(title, TODAY) is None


def test_that_what_was_typed_and_is_no_period_is_said() -> None:
    with pytest.raises(Rejected, match="看不出是哪段时间"):
        period_named("上个月左右", TODAY)
