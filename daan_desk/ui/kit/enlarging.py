"""How large letters and everything else are on this machine: kept as a choice, heard by Qt when the program starts."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from typing import Final

from PySide6.QtWidgets import QComboBox, QWidget

from daan_desk.ui.kit.preferences import Preferences

PERCENT: Final = "scale"
USUAL: Final = 100
SIZES: Final = ((USUAL, "标准"), (112, "大"), (125, "特大"))  # with the last a screen of 1366 by 768 is just enough
VARIABLE: Final = "QT_SCALE_FACTOR"


def enlarge(preferences: Preferences, environ: MutableMapping[str, str] = os.environ) -> None:
    """Tell Qt before it starts; whoever set the variable by hand is left alone."""
    percent = preferences.value(PERCENT, USUAL)
    if percent in dict(SIZES) and percent != USUAL:
        environ.setdefault(VARIABLE, str(percent / 100))


class EnlargeBox(QComboBox):
    """The choice; it is kept at once."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setAccessibleName(self.tr("文字和界面大小"))
        for percent, words in SIZES:
            self.addItem(f"{self.tr(words)}（{percent}%）", percent)
        self.show_kept()
        self.activated.connect(lambda at: preferences.keep(PERCENT, self.itemData(at)))

    def show_kept(self) -> None:
        """What the next start will hear."""
        self.setCurrentIndex(max(0, self.findData(self._preferences.value(PERCENT, USUAL))))
