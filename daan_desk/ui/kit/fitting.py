"""Windows on a small screen, or on one whose letters are enlarged: 1366 by 768 at 125 per cent leaves 574 lines."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME: Final = QSize(4, 44)  # what a desktop draws around a window


def fit_to_screen(window: QWidget) -> None:
    """Make a window that is being shown no larger than its screen: the buttons at its foot must be in sight."""
    free = window.screen().availableSize() - FRAME
    if window.width() > free.width() or window.height() > free.height():
        window.resize(window.size().boundedTo(free))
