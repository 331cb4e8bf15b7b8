"""What the office edits is described, checked, and used by the rules."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain import duties, lights, qualifications
from daan_desk.domain.deadlines import DEADLINES, Deadline, Limits
from daan_desk.domain.failures import Rejected
from daan_desk.domain.rulebook import Rulebook
from daan_desk.domain.settings import BY_KEY, SETTINGS, asks_for_keyword, choices, setting_named
from tests.domain.calendars import shipped

SHIPPED = shipped()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_that_every_shipped_value_passes_its_own_check_and_is_plain_json(setting):
    setting.check(setting.default)
    assert json.loads(json.dumps(setting.default)) == setting.default


def test_that_keys_and_labels_are_unique():
    assert len(BY_KEY) == len({setting.label for setting in SETTINGS}) == len(SETTINGS)
    assert all(setting.label and setting.group for setting in SETTINGS)


def test_that_a_setting_is_found_by_key_and_by_label():
    assert setting_named("办理时限") is setting_named("deadlines")
    with pytest.raises(Rejected, match="没有名为“天气”的设置"):
        setting_named("天气")


def test_that_a_refusal_stands_under_the_settings_key():
    with pytest.raises(Rejected) as caught:
        setting_named("yellow_days").check(-1)
    assert caught.value.problems == {"yellow_days": "黄灯：剩余不多于：应当在 0 到 60 个工作日之间"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("deadlines", [{"category": "", "grade": "咨询", "days": 0}]),
        ("deadlines", [{"category": "", "grade": "很难", "days": 3}]),
        ("deadlines", []),
        ("visit_rules", [{"role": "县级领导", "period": "daily", "times": 1, "ways": ["实地"]}]),
        ("visit_rules", [{"role": "县级领导", "period": "month", "times": 1, "ways": []}]),
        ("rest_days", [{"day": "十月一日", "name": ""}]),
        ("clusters", ["通用装备", "通用装备"]),
        ("several_officers", ["厂长"]),
        ("page_top", 200),
        ("office_name", " "),
    ],
)
def test_that_nonsense_is_refused(key, value):
    with pytest.raises(Rejected):
        setting_named(key).check(value)


def test_that_what_is_handed_out_can_be_edited_without_harm():
    setting_named("clusters").default.append("新产业")
    assert "新产业" not in setting_named("clusters").default


def test_that_the_categories_are_those_of_the_district():
    names = choices("issue_categories", setting_named("issue_categories").default)
    assert len(names) == 14
    assert (names[0], names[-1]) == ("融资", "其他")
    assert [name for name in names if asks_for_keyword(name)] == ["其他"]


def test_that_a_list_setting_offers_its_words():
    assert choices("clusters", ["甲", "乙"]) == ("甲", "乙")
    assert "高新技术企业" in choices("qualification_kinds", setting_named("qualification_kinds").default)
    assert choices("brief_title", "简报") == ()


def test_that_untouched_settings_are_the_shipped_rules():
    book = Rulebook({}, SHIPPED)
    assert book.deadlines == DEADLINES
    assert book.limits == Limits()
    assert book.visit_rules == duties.VISIT_RULES
    assert book.qualification_kinds == qualifications.KINDS
    assert book.project_limits == lights.ProjectLimits()
    assert book.calendar == SHIPPED
    assert book.rules.deadlines == DEADLINES


def test_that_the_offices_values_are_used():
    book = Rulebook(
        {
            "deadlines": [{"category": "融资", "grade": "", "days": 5}],
            "yellow_days": 4,
            "visit_rules": [{"role": "县级领导", "period": "quarter", "times": 2, "ways": ["实地", "座谈"]}],
            "rest_days": [{"day": "2026-11-04", "name": "停电"}],
            "make_up_days": [{"day": "2026-11-07", "name": "补班"}],
            "progress_red_points": 40,
        },
        SHIPPED,
    )
    assert book.deadlines == (Deadline(5, category="融资"),)
    assert book.limits.yellow == 4
    assert book.visit_rules[0].ways == ("实地", "座谈")
    assert book.calendar.after(date(2026, 11, 3), 2) == date(2026, 11, 6)
    assert book.calendar.is_working(date(2026, 11, 7))
    assert book.project_limits.progress_red == Decimal(40)
