"""Larger letters: chosen once, heard at the next start."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.enlarging import PERCENT, VARIABLE, EnlargeBox, enlarge
from daan_desk.ui.kit.preferences import Preferences


def test_that_the_chosen_size_is_told_to_qt_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    preferences, told = Preferences(tmp_path / "machine.ini"), dict[str, str]()
    enlarge(preferences, told)
    assert told == {}
    box = EnlargeBox(preferences)
    qtbot.addWidget(box)
    box.activated.emit(2)
    enlarge(Preferences(tmp_path / "machine.ini"), told)
    assert told == {VARIABLE: "1.25"}
    assert EnlargeBox(preferences).currentText() == "特大（125%）"


def test_that_what_was_set_by_hand_and_what_makes_no_sense_is_left_alone(tmp_path: Path) -> None:
    preferences, told = Preferences(tmp_path / "machine.ini"), {VARIABLE: "2"}
    preferences.keep(PERCENT, 125)
    enlarge(preferences, told)
    assert told == {VARIABLE: "2"}
    preferences.keep(PERCENT, 9000)
    told.clear()
    enlarge(preferences, told)
    assert told == {}
