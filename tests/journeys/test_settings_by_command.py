"""Settings without a window: listed, set in Chinese words, brought back, carried to another workspace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from daan_desk.domain.settings import SETTINGS, Setting
from tests.journeys.command import Commands


def test_that_every_setting_is_listed_and_set_by_its_chinese_name(commands: Commands) -> None:
    listed = commands.run("settings")["settings"]
    assert [one["key"] for one in listed] == [setting.key for setting in SETTINGS]
    assert all(one["default"] for one in listed)
    told = commands.run("settings", "黄灯：剩余不多于", "--value", "3")
    assert (told["value"], told["default"]) == (3, False)
    commands.run("settings", "一主两辅", "--value", json.dumps(["甲产业", "乙产业"]))
    commands.run("settings", "简报报头", "--value", "2026")
    assert commands.run("settings", "brief_title")["settings"][0]["value"] == "2026"
    commands.run("settings", "黄灯：剩余不多于", "--default")
    assert commands.run("settings", "yellow_days")["settings"][0]["default"]
    commands.run("settings", "黄灯：剩余不多于", "--value", "很多", status=1)
    assert "应当是整数" in commands.sentences
    commands.run("settings", "天气", "--value", "3", status=1)
    commands.run("settings", "--value", "3", status=2)


@pytest.mark.parametrize("setting", {type(one.shape): one for one in SETTINGS}.values(), ids=lambda one: one.key)
def test_that_every_shape_of_setting_is_written_by_command_as_it_is_listed(
    commands: Commands, setting: Setting
) -> None:
    value = setting.default
    written = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    assert commands.run("settings", setting.key, "--value", written)["value"] == value


def test_that_one_file_carries_them_and_a_newer_word_is_told(commands: Commands, tmp_path: Path) -> None:
    file = tmp_path / "设置.json"
    commands.run("settings", "yellow_days", "--value", "3")
    commands.run("add", "园区", "--values", json.dumps({"园区名称": "甲园区"}))
    told = commands.run("settings", "--to", file)
    assert (told["settings"], told["parks"]) == (len(SETTINGS), commands.run("list", "园区")["total"])
    commands.run("settings", "yellow_days", "--default")
    seen = commands.run("settings", "--from", file, "--dry-run")
    assert seen["decided"] == [{"key": "yellow_days", "label": "黄灯：剩余不多于", "before": 2, "after": 3}]
    assert commands.run("settings", "yellow_days")["settings"][0]["value"] == 2
    act = commands.run("settings", "--from", file)["act"]
    assert commands.run("settings", "yellow_days")["settings"][0]["value"] == 3
    assert "act" not in commands.run("settings", "--from", file)
    commands.run("undo", act)
    assert "黄灯：剩余不多于：2 个工作日 → 3 个工作日" in commands.told("settings", "--from", file, "--dry-run")
    wrong = json.loads(file.read_text(encoding="utf-8"))
    wrong["settings"] = [{"key": "page_top", "value": 900}, {"key": "of_tomorrow", "value": 1}]
    file.write_text(json.dumps(wrong), encoding="utf-8")
    refused = commands.run("settings", "--from", file, status=1)
    assert (len(refused["refused"]), refused["unfamiliar"]) == (1, ["of_tomorrow"])
    file.write_text("{", encoding="utf-8")
    commands.run("settings", "--from", file, status=1)
    assert "这不是设置文件" in commands.sentences
    commands.run("settings", "--from", file, "--to", file, status=2)
