"""Ladders and thresholds are dated: a rule counts from its day until its last one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from daan_desk.domain.conditions import Condition
from daan_desk.domain.cultivation import Threshold, Track, in_force, near_words, readiness, standing, track_of
from daan_desk.domain.policies import Answer
from daan_desk.domain.profiles import Held, Profile

DAY = date(2026, 11, 23)
OLD = Track("优质", ("创新型中小企业", "专精特新"), date(2022, 8, 1))
NEW = Track("优质", ("创新型中小企业", "专精特新", "小巨人"), date(2026, 4, 1))
LATER = Track("优质", ("甲", "乙"), date(2027, 1, 1))


def threshold(value: str, since: date, until: date | None = None) -> Threshold:
    return Threshold("专精特新", Condition("上年营业收入", "≥", value), "某号文", since, until)


def profile(revenue: int | None) -> Profile:
    return Profile(DAY, {"上年营业收入": None if revenue is None else Decimal(revenue)})


def test_that_the_newest_version_of_a_ladder_in_force_counts() -> None:
    assert in_force((NEW, OLD, LATER), DAY) == (NEW,)
    assert in_force((NEW, OLD, LATER), date(2025, 1, 1)) == (OLD,)
    assert track_of("小巨人", (NEW,)) is NEW
    assert track_of("小巨人", (OLD,)) is None


def test_that_an_enterprise_stands_at_its_highest_valid_step() -> None:
    held = (Held("创新型中小企业", date(2027, 5, 1)), Held("专精特新", date(2026, 1, 1)))
    assert (standing(NEW, held, DAY).level, standing(NEW, held, DAY).following) == ("创新型中小企业", "专精特新")
    assert standing(NEW, (Held("小巨人"),), DAY).following == ""
    assert standing(NEW, (), DAY).following == "创新型中小企业"


def test_that_thresholds_count_only_while_they_are_in_force() -> None:
    rows = (threshold("1000", date(2022, 8, 1), date(2026, 3, 31)), threshold("2000", date(2026, 4, 1)))
    assert readiness("专精特新", rows, profile(2100)).answer is Answer.MET
    assert readiness("专精特新", rows, profile(1900)).answer is Answer.NEAR
    assert readiness("专精特新", rows, profile(1200)).answer is Answer.UNMET
    assert "上年营业收入 1,900 万元" in near_words(readiness("专精特新", rows, profile(1900)))


def test_that_a_rule_that_is_not_entered_is_missing_data_and_says_so() -> None:
    old = readiness("专精特新", (threshold("1000", date(2022, 8, 1), date(2026, 3, 31)),), profile(5000))
    assert old.answer is Answer.UNKNOWN
    assert "（某号文）已于 2026-03-31 停止执行，新标准还没有录入" in near_words(old)
    assert "请在设置" in near_words(readiness("瞪羚企业", (), profile(5000)))
