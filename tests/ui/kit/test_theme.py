"""The look is put on, switched and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.colours import colour, roles
from daan_desk.ui.kit.fonts import family, sized
from daan_desk.ui.kit.icons import icon, names, pixmap, put_icon
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.theme import Theme
from daan_desk.ui.kit.words import speak_chinese
from tests.ui.conftest import RESOURCES


def test_that_switching_changes_the_palette_and_tells(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.switched) as told:
        theme.switch(True)
    assert told.args == [True]
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == roles(True)["ground"]
    assert colour("card").name().upper() == roles(True)["card"]


def test_that_switching_to_the_look_that_is_on_tells_nobody(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.switched):
        theme.switch(False)


def test_that_the_look_is_remembered(qapp: QApplication, theme: Theme, preferences: Preferences) -> None:
    theme.switch(True)
    assert Theme(qapp, RESOURCES, preferences).dark


def test_that_an_icon_follows_the_look(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    put_icon(button, "house", "text")
    light = button.icon().pixmap(20).toImage()
    theme.switch(True)
    assert button.icon().pixmap(20).toImage() != light
    assert button.icon().pixmap(20).toImage() == icon("house", "text").pixmap(20).toImage()


def test_that_an_icon_is_drawn_with_every_pixel_of_a_dense_screen(theme: Theme) -> None:
    dense = pixmap("house", "text", 20, 2.0)
    assert (dense.width(), dense.devicePixelRatio()) == (40, 2.0)
    assert dense.deviceIndependentSize().width() == 20


def test_that_an_icon_is_drawn_in_the_colour_of_its_role(theme: Theme) -> None:
    image = pixmap("square", "red", 24, 1.0).toImage()
    solid = {
        image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {colour("red").name()}


def test_that_an_icon_that_does_not_exist_is_refused_when_it_is_asked_for(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_that_every_icon_is_drawn_in_the_current_colour_and_has_a_licence(theme: Theme) -> None:
    licences = (RESOURCES / "icons" / "LICENCES.md").read_text(encoding="utf-8")
    assert "ISC License" in licences
    for name in names():
        drawn = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        assert name in licences if "lucide" not in drawn else "currentColor" in drawn, name


@pytest.mark.parametrize(
    ("installed", "chosen"),
    [
        (["Arial", "Noto Sans CJK SC", "Microsoft YaHei UI"], "Microsoft YaHei UI"),
        (["PingFang SC", "Arial"], "PingFang SC"),
        (["Arial"], ""),
    ],
)
def test_that_the_best_chinese_family_is_chosen(installed: list[str], chosen: str) -> None:
    assert family(installed) == chosen


def test_that_figures_stand_under_each_other_and_text_is_14_pixels_high(theme: Theme) -> None:
    metrics = QFontMetricsF(QApplication.font())
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
    assert QApplication.font().pixelSize() == 14
    assert sized(18, bold=True).pixelSize() == 18


def test_that_qt_itself_speaks_chinese(qapp: QApplication) -> None:
    assert speak_chinese(qapp)
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"


def test_that_preferences_outlive_the_program(tmp_path: Path) -> None:
    file = tmp_path / "a" / "machine.ini"
    Preferences(file).keep("recent", ["甲.daan", "乙.daan"])
    assert Preferences(file).value("recent", [""]) == ["甲.daan", "乙.daan"]


def test_that_a_preference_of_another_type_or_damaged_falls_back(tmp_path: Path) -> None:
    file = tmp_path / "machine.ini"
    file.write_text("[General]\nwidth={{\n", encoding="utf-8")
    kept = Preferences(file)
    assert kept.value("width", 120) == 120
    kept.keep("width", "wide")
    assert kept.value("width", 120) == 120
