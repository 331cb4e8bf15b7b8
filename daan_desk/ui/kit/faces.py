"""Several faces of one place, of which one is seen: who worked in the one before goes on in the next, never nowhere."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget


class Faces(QStackedWidget):
    """A stack that hands the focus over: Qt would give it to whatever comes next in the window, the navigation."""

    def turn(self, face: QWidget) -> None:
        """Show this face, and let it have the focus if the one before had it."""
        here = QApplication.focusWidget()
        inside = here is not None and (here is self or self.isAncestorOf(here))
        self.setFocusProxy(face)
        if face is not self.currentWidget():
            self.setCurrentWidget(face)
            if inside:
                face.setFocus()
