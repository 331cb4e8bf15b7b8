"""After how many quiet minutes the window locks itself: kept for this machine, asked in menu and settings."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from daan_desk.ui.kit.preferences import Preferences

MINUTES = "lock/minutes"
USUAL = 15
LONGEST = 240


def minutes(preferences: Preferences) -> int:
    """After how many; 0 means never."""
    return preferences.value(MINUTES, USUAL)


class LockMinutes(QSpinBox):
    """The field; `keep` writes what stands in it."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setRange(0, LONGEST)
        self.setSuffix(self.tr(" 分钟"))
        self.setSpecialValueText(self.tr("从不"))
        self.setAccessibleName(self.tr("自动锁定"))
        self.show_kept()

    def show_kept(self) -> None:
        """What counts now."""
        self.setValue(minutes(self._preferences))

    def keep(self) -> None:
        """From now on."""
        self._preferences.keep(MINUTES, self.value())
