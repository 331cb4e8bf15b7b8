"""The lines of the room below each other, under their heads; there is always an empty one at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from daan_desk.domain.meetings import LABELS, NAMES
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.flow import scrolled
from daan_desk.ui.pages.meetings.room_line import GAP, STRETCH, RoomLine, share

Cells = Mapping[str, Any]


class RoomLines(QWidget):
    """`changed` comes at every key."""

    changed = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.lines: list[RoomLine] = []
        inside = QWidget()
        self._room = QVBoxLayout(inside)
        self._room.setContentsMargins(0, 0, GAP, 0)
        self._room.setSpacing(8)
        self._room.addStretch(1)
        self._area = scrolled(inside)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the heads would not fit
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(self._heads())
        whole.addWidget(self._area, 1)

    def _heads(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        bar = self._area.verticalScrollBar().sizeHint().width()
        grid.setContentsMargins(2, 0, GAP + bar, 0)
        for at, name in enumerate(NAMES):
            head = label(LABELS[name], "soft")
            share(head)
            grid.addWidget(head, 0, at)
            grid.setColumnStretch(at, STRETCH[name])
        return grid

    def fill(self, lines: Sequence[Cells]) -> None:
        """These lines, and an empty one."""
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        self.lines = []
        for cells in lines:
            self._put(cells)
        self.spare()

    def raw(self) -> list[dict[str, object]]:
        """Every line with what stands in it, in order; the empty one at the end is left out."""
        told = [line.raw() for line in self.lines]
        while told and not told[-1]:
            told.pop()
        return told

    def spare(self) -> RoomLine:
        """The empty line at the end."""
        last = self.lines[-1] if self.lines and not self.lines[-1].raw() else self._put({})
        self._chain()
        return last

    def say(self, problems: Mapping[str, str]) -> None:
        """Sentences by “line.cell”; the first one gets the focus."""
        for at, line in enumerate(self.lines):
            beginning = f"{at}."
            line.say({k.removeprefix(beginning): v for k, v in problems.items() if k.startswith(beginning)})
        first = next((line for line in self.lines if line.problem()), None)
        if first:
            first.go_to(first.problem())
            self._area.ensureWidgetVisible(first)

    def place(self) -> tuple[int, str]:
        """Line and cell that are being typed in; (-1, "") where none is."""
        return next(((at, line.here()) for at, line in enumerate(self.lines) if line.here()), (-1, ""))

    def go_to(self, at: int, name: str = "") -> None:
        """Put the cursor into a cell, by default the first one to be typed."""
        line = self.lines[min(at, len(self.lines) - 1)]
        if name:
            line.go_to(name)
        else:
            line.begin()
        self._area.ensureWidgetVisible(line)

    def _put(self, cells: Cells) -> RoomLine:
        line = RoomLine(self.around, self)
        line.fill(cells)
        line.number(len(self.lines) + 1)
        line.changed.connect(self._changed)
        line.ended.connect(partial(self._step, line))
        line.moved.connect(partial(self._move, line))
        self.lines.append(line)
        self._room.insertWidget(self._room.count() - 1, line)
        line.show()  # at once: what is not yet seen cannot take the focus
        return line

    def _changed(self) -> None:
        self.spare()
        self.changed.emit()

    def _step(self, line: RoomLine) -> None:
        self.spare()
        self.go_to(self.lines.index(line) + 1)

    def _move(self, line: RoomLine, name: str, by: int) -> None:
        at = self.lines.index(line) + by
        if 0 <= at < len(self.lines):
            self.go_to(at, name)

    def _chain(self) -> None:
        """Tab goes through the cells as the eye does."""
        inputs = [editor.focusProxy() or editor for line in self.lines[-2:] for editor in line.editors.values()]
        for before, after in pairwise(inputs):
            QWidget.setTabOrder(before, after)
