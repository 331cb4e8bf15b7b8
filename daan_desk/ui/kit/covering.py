"""Covers every window of the program, dialogs too, and lets nothing through until the covers are taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

TYPE: Final = QEvent.Type
KINDS: Final = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool, Qt.WindowType.Sheet)
INPUT: Final = frozenset(
    {
        *(TYPE.KeyPress, TYPE.KeyRelease, TYPE.Shortcut, TYPE.InputMethod, TYPE.ContextMenu, TYPE.Wheel),
        *(TYPE.MouseButtonPress, TYPE.MouseButtonRelease, TYPE.MouseButtonDblClick, TYPE.TouchBegin),
        *(TYPE.DragEnter, TYPE.DragMove, TYPE.Drop),
    }
)


@dataclass
class _Covered:
    """A window under its cover, and what it gets back."""

    window: QWidget
    cover: QWidget
    title: str
    size: QSize
    focus: QWidget | None


class Covering(QObject):
    """A cover lies inside its window: a dialog that somebody's work waits for stays open, with all that was typed.

    make: the cover of a window, whose focus proxy is what is to be typed into. title: of every window meanwhile.
    """

    def __init__(self, make: Callable[[QWidget], QWidget], title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make, self._title = make, title
        self._covered: list[_Covered] = []

    @property
    def covers(self) -> tuple[QWidget, ...]:
        """Those that lie there now."""
        return tuple(one.cover for one in self._covered if isValid(one.cover))

    def cover(self) -> None:
        """Lists that are open are closed; every window in sight, and every one that opens later, gets its cover."""
        while popup := QApplication.activePopupWidget():
            if not popup.close():
                break
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._put(window)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        here = QApplication.activeModalWidget() or QApplication.activeWindow()
        self._go_back(here)

    def uncover(self) -> None:
        """Everything as it was."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        covered, self._covered = self._covered, []
        for one in covered:
            if isValid(one.window) and isValid(one.cover):
                _bare(one, self._title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == TYPE.Shortcut:
            return True
        if not isinstance(watched, QWidget):
            return False
        if kind in (TYPE.Show, TYPE.Resize) and watched.isWindow():
            self._put(watched)
        if kind == TYPE.Close and event.spontaneous() and watched.isModal():
            event.ignore()
            return True
        return kind in INPUT and self._refused(watched, kind)

    def _refused(self, widget: QWidget, kind: QEvent.Type) -> bool:
        if any(cover is widget or cover.isAncestorOf(widget) for cover in self.covers):
            return False
        if kind == TYPE.KeyPress:
            self._go_back(widget.window())
        return True

    def _go_back(self, window: QWidget | None) -> None:
        for one in self._covered:
            if one.window is window and isValid(one.cover):
                one.cover.setFocus()

    def _put(self, window: QWidget) -> None:
        if window.windowType() not in KINDS:
            return
        known = next((one for one in self._covered if one.window is window and isValid(one.cover)), None)
        if known is None:
            known = _Covered(window, self._make(window), window.windowTitle(), window.size(), window.focusWidget())
            self._covered.append(known)
            window.setWindowTitle(self._title)
            wanted = window.size().expandedTo(known.cover.minimumSizeHint())
            if wanted != window.size():
                window.resize(wanted)
            known.cover.show()
            known.cover.setFocus()
        known.cover.setGeometry(window.rect())
        known.cover.raise_()


def _bare(one: _Covered, title: str) -> None:
    one.cover.hide()
    one.cover.deleteLater()
    if one.window.windowTitle() == title:
        one.window.setWindowTitle(one.title)
    if one.window.isModal() and one.window.size() != one.size:
        one.window.resize(one.size)
    if one.focus is not None and isValid(one.focus):
        one.focus.setFocus()
