"""The letters of the screen: a Chinese family of the machine, 14 pixels high, figures that stand under each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

FAMILIES: Final = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN")
TEXT_PIXELS: Final = 14


def family(installed: Sequence[str]) -> str:
    """The best Chinese family of those installed; "" leaves the choice to Qt."""
    return next((name for name in FAMILIES if name in installed), "")


def screen_font() -> QFont:
    """The font of the whole program."""
    font = QFont(family(QFontDatabase.families()) or QApplication.font().family())
    font.setPixelSize(TEXT_PIXELS)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def sized(pixels: int = TEXT_PIXELS, bold: bool = False) -> QFont:
    """The program's font in another size or weight."""
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
