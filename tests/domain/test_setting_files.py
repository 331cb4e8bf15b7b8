"""A file of settings is read only when it is one, and compared setting by setting."""

from __future__ import annotations

import json

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.setting_files import MARK, SettingFile, file_of, in_words, plan, text_of
from daan_desk.domain.settings import BY_KEY, SETTINGS, setting_named

SHIPPED = {setting.key: setting.default for setting in SETTINGS}
PARK = {"id": "", "name": "甲园区", "town": "", "area": "", "focus": "", "manager": ""}


def test_that_what_was_written_is_read_again_without_a_difference() -> None:
    file = SettingFile("甲专班", "2026-11-23", SHIPPED, (PARK,))
    assert file_of(text_of(file)) == file
    found = plan(file, SHIPPED, ["甲园区"])
    assert (found.changes, found.parks, found.same) == ((), (), len(BY_KEY))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "内容不完整"),
        ('{"file": "大安企服台设置", "sett', "内容不完整"),
        ("[" * 5000, "内容不完整"),
        ("[1]", "导出设置"),
        ('{"file": "别的"}', "导出设置"),
        (json.dumps({"file": MARK, "version": 99}), "更新的程序"),
        (json.dumps({"file": MARK, "version": "1"}), "更新的程序"),
    ],
)
def test_that_another_file_is_refused_with_a_sentence(text: str, words: str) -> None:
    with pytest.raises(Rejected, match=words):
        file_of(text)


def test_that_rows_of_any_shape_are_left_out_and_nothing_breaks() -> None:
    told = {"file": MARK, "version": 1, "settings": [1, {"key": "yellow_days"}, None], "parks": [{"town": "x"}, "y"]}
    found = file_of(json.dumps(told))
    assert (found.values, found.parks) == ({}, ())


def test_that_every_difference_is_told_and_what_does_not_fit_is_left_out() -> None:
    values = {"yellow_days": 3, "page_top": 900, "of_tomorrow": 1, "callback_days": SHIPPED["callback_days"]}
    found = plan(SettingFile("", "", values, (PARK,)), SHIPPED, [])
    assert [one.words for one in found.changes] == ["黄灯：剩余不多于：2 个工作日 → 3 个工作日"]
    assert (found.same, found.unfamiliar, found.parks) == (1, ("of_tomorrow",), (PARK,))
    assert "上边距：应当在 5 到 80 毫米之间" in found.refused[0]


def test_that_values_are_told_shortly() -> None:
    assert in_words(setting_named("deadlines"), SHIPPED["deadlines"]).endswith(" 行")
    assert in_words(setting_named("rest_days"), []) == "空"
    assert in_words(setting_named("clusters"), ["甲", "乙"]) == "甲、乙"
    assert in_words(setting_named("clusters"), ["某" * 40, "乙" * 40]).endswith("…（2 项）")
