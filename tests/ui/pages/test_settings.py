"""Settings are edited by shape, refused in words, and saved one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from daan_desk.domain.setting_files import SettingPlan
from daan_desk.domain.settings import SETTINGS
from daan_desk.services import settings
from daan_desk.services.office import Office
from daan_desk.ui.kit.dialogs import Box, Plan
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.shape_table import TableEditor
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.settings import carrying
from daan_desk.ui.pages.settings.page import SettingsPage

Opened = Callable[[type[Page]], SettingsPage]


def test_that_a_typed_setting_is_saved_and_the_button_goes_away(
    qtbot: QtBot, opened: Opened, office: Office, tasks: Tasks
) -> None:
    page = opened(SettingsPage)
    card = page.cards["office_name"]
    assert card.save.isHidden()
    line = card.editor.part
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, "Office 7")
    assert not card.save.isHidden()
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    tasks.settle()
    assert settings.setting(office, "office_name") == "Office 7"
    assert card.save.isHidden()


def test_that_a_value_that_does_not_fit_is_refused_beside_it_and_not_saved(
    qtbot: QtBot, opened: Opened, office: Office, tasks: Tasks
) -> None:
    page = opened(SettingsPage)
    page.groups.setCurrentRow(4)
    card = page.cards["rest_days"]
    assert isinstance(card.editor, TableEditor)
    card.editor.add()
    qtbot.keyClicks(card.editor.cell(0, 0).part, "tomorrow")
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    tasks.settle()
    assert "看不出是哪一天" in card.problem.text()
    assert settings.setting(office, "rest_days") == []


def test_that_rows_of_a_table_are_moved_removed_and_brought_back_by_the_default(
    opened: Opened, office: Office, tasks: Tasks
) -> None:
    page = opened(SettingsPage)
    card = page.cards["visit_rules"]
    editor = card.editor
    assert isinstance(editor, TableEditor)
    editor.table.selectRow(0)
    editor.shift(1)
    editor.table.selectRow(2)
    editor.remove()
    card.keep()
    tasks.settle()
    kept = settings.setting(office, "visit_rules")
    assert isinstance(kept, list)
    assert [row["role"] for row in kept] == ["企业首席服务官", "县级领导"]
    card.restore()
    assert len(editor.value()) == 3


def test_that_choices_are_shown_in_words(opened: Opened) -> None:
    page = opened(SettingsPage)
    editor = page.cards["visit_rules"].editor
    assert isinstance(editor, TableEditor)
    box = editor.cell(0, 1).part
    assert box.currentText() == "每月"
    assert editor.value()[0]["period"] == "month"


def test_that_settings_go_out_as_one_file_and_come_in_after_a_look(
    qtbot: QtBot, opened: Opened, office: Office, tasks: Tasks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, file = opened(SettingsPage), tmp_path / "设置.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    qtbot.mouseClick(page.carrying.out, Qt.MouseButton.LeftButton)
    tasks.settle()
    (box,) = page.findChildren(Box)
    assert f"已导出 {len(SETTINGS)} 项设置" in box.heading.text()
    box.reject()
    settings.change_setting(office, "yellow_days", 5)
    shown: list[Plan] = []
    monkeypatch.setattr(carrying, "confirm", lambda _, plan: bool(shown.append(plan)) or True)
    qtbot.mouseClick(page.carrying.take, Qt.MouseButton.LeftButton)
    tasks.settle()
    tasks.settle()
    assert shown[0].remarks == ["黄灯：剩余不多于：5 个工作日 → 2 个工作日"]
    assert settings.setting(office, "yellow_days") == 2
    assert page.cards["yellow_days"].editor.value() == 2
    said: list[str] = []
    monkeypatch.setattr(carrying, "say", lambda _, sentence, remedy: said.append(sentence))
    page.choices()[1].act()
    tasks.settle()
    assert said == ["没有要改的内容"]


def test_that_a_setting_that_cannot_be_taken_over_is_named_before_anything_is_written(opened: Opened) -> None:
    page = opened(SettingsPage)
    found = SettingPlan("甲专班", "2026-11-23", refused=("上边距：太大",), unfamiliar=("of_tomorrow",))
    plan = carrying.told(found, page.carrying)
    assert plan.remarks == ["不采用：上边距：太大", "不认识的设置，不采用：of_tomorrow"]
    assert "来自“甲专班”，2026-11-23 导出" in plan.sentence
