"""A box with a list at the left and, for the line that is marked, every point with its word at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.pills import HEIGHT, Pill, paint_pill, pill_width
from daan_desk.ui.kit.rows import Line, LineList

SIZE = QSize(940, 560)
LIST_WIDTH = 430


@dataclass(frozen=True, slots=True)
class Explained:
    """A line of the list, and its points: a word as a pill, and the sentence beside it."""

    line: Line
    points: tuple[tuple[Pill, str], ...] = ()


class PillMark(QWidget):
    """One pill as a widget."""

    def __init__(self, pill: Pill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pill = pill
        self.setFixedSize(int(pill_width(pill.text)) + 2, HEIGHT)
        self.setAccessibleName(pill.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, self.rect().toRectF(), self.pill)
        painter.end()


class ExplainBox(Box):
    """Moving through the list shows the points of each line; the search box narrows the list."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, icon: str = "list-checks") -> None:
        super().__init__(parent, title, sentence, icon)
        self.resize(SIZE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("搜索"))
        self.search.setAccessibleName(self.tr("搜索"))
        self.list = LineList(boxed=True)
        self.list.setAccessibleName(title)
        self.named, self.points = label("", "heading"), QVBoxLayout()
        self._every: tuple[Explained, ...] = ()
        self._lay()
        self.search.textChanged.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(self._explain)
        self.list.clicked.connect(self._explain)

    def show_explained(self, every: Sequence[Explained]) -> None:
        """Put the lines in and explain the first."""
        self._every = tuple(every)
        self._narrow(self.search.text())

    def marked(self) -> Explained | None:
        """The line that is explained now."""
        at, lines = self.list.currentIndex().row(), self.list.lines
        key = lines[at].key if 0 <= at < len(lines) else None
        return next((one for one in self._every if one.line.key == key), None)

    def _lay(self) -> None:
        left, right, inside = QVBoxLayout(), QVBoxLayout(), QWidget()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        self.list.setFixedWidth(LIST_WIDTH)
        self.named.setWordWrap(True)
        inside.setProperty("look", "clear")
        self.points.setSpacing(10)
        self.points.setContentsMargins(0, 4, 12, 0)
        inside.setLayout(self.points)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        right.addWidget(self.named)
        right.addWidget(area, 1)
        panes = QHBoxLayout()
        panes.setSpacing(20)
        panes.addLayout(left)
        panes.addLayout(right, 1)
        self.body.addLayout(panes, 1)

    def _narrow(self, text: str) -> None:
        found = [one.line for one in self._every if text.strip() in f"{one.line.title}{one.line.detail}"]
        self.list.show_lines(found)
        if found:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._explain(self.list.currentIndex())

    def _explain(self, _index: QModelIndex, _before: object = None) -> None:
        while (item := self.points.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        marked = self.marked()
        self.named.setText(marked.line.title if marked else "")
        for pill, words in marked.points if marked else ():
            self.points.addWidget(_point(pill, words))
        self.points.addStretch(1)


def _point(pill: Pill, words: str) -> QWidget:
    """A pill with its sentence."""
    made, row, said = QWidget(), QHBoxLayout(), label(words)
    said.setWordWrap(True)
    said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(PillMark(pill), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    made.setLayout(row)
    return made
