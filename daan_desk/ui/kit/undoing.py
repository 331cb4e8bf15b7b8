"""One step of Ctrl+Z: it holds the number of an act, never an object of the database."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class ActCommand(QUndoCommand):
    """An act that was carried out; taking it back is an act too, whose number replaces the first."""

    def __init__(self, act: str, name: str, toggle: Callable[[ActCommand, bool], None]) -> None:
        super().__init__(name)
        self.act = act
        self._toggle = toggle
        self._fresh = True

    def redo(self) -> None:
        # pushing calls redo once; the act has been carried out by then
        if self._fresh:
            self._fresh = False
        elif not self.isObsolete():
            self._toggle(self, False)

    def undo(self) -> None:
        if not self.isObsolete():
            self._toggle(self, True)
