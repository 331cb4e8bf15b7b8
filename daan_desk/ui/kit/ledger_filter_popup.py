"""What opens under the funnel of a column: its words with counts, from–to, or words it contains; and empty or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from daan_desk.domain.days import Day
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.domain.moments import Moment
from daan_desk.domain.questions import Question, Where
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.editors import editor_for
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.editors_popup import Popup

WORDS = frozenset({"choice", "link", "tick"})
RANGES = frozenset({"number", "day", "month"})
WORD = Qt.ItemDataRole.UserRole


class WordsFilter(QWidget):
    """The words that stand in the column with how often each does, most frequent first, to tick."""

    def __init__(self, field: Field, chosen: Sequence[Where], around: Around, question: Question) -> None:
        super().__init__()
        self.field = field
        self._ticked = {str(word) for where in chosen if where.op in ("in", "is") for word in _several(where.value)}
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("在列表中查找"))
        self.line.textChanged.connect(self._narrow)
        self.setFocusProxy(self.line)
        self.list = QListWidget(self)
        self.list.setFixedHeight(210)
        self.list.setSpacing(2)
        self.list.itemClicked.connect(self._flip)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.line)
        room.addWidget(self.list)
        around.tasks.run(partial(around.source.counted, question, field.name), self.show_words, owner=self)

    def show_words(self, counted: Sequence[tuple[str, int]]) -> None:
        missing = [(word, 0) for word in sorted(self._ticked - {word for word, _ in counted})]
        for word, count in (*counted, *missing):
            item = QListWidgetItem(f"{word}　{count:,}", self.list)
            item.setData(WORD, word)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if word in self._ticked else Qt.CheckState.Unchecked)
        self._narrow(self.line.text())

    def where(self) -> tuple[Where, ...]:
        items = [self.list.item(row) for row in range(self.list.count())]
        words = tuple(str(item.data(WORD)) for item in items if item.checkState() == Qt.CheckState.Checked)
        return (Where(self.field.name, "in", words),) if words else ()

    def _narrow(self, part: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(part.strip().casefold() not in str(item.data(WORD)).casefold())

    def _flip(self, item: QListWidgetItem) -> None:
        # Qt flips the box only where the box itself is hit; a click on the word counts as well.
        box = self.list.visualItemRect(item).left() + 26
        if self.list.viewport().mapFromGlobal(self.cursor().pos()).x() > box:
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)


class RangeFilter(QWidget):
    """From and to, in the editors of the field's own kind."""

    def __init__(self, field: Field, chosen: Sequence[Where], around: Around) -> None:
        super().__init__()
        self.field = field
        self.ends = {"from": editor_for(field, around, self), "to": editor_for(field, around, self)}
        self.setFocusProxy(self.ends["from"])
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (op, words) in enumerate((("from", self.tr("从")), ("to", self.tr("到")))):
            grid.addWidget(label(words, "soft"), row, 0)
            grid.addWidget(self.ends[op], row, 1)
            for where in chosen:
                if where.op == op:
                    self.ends[op].fill(field.kind.read(where.value).value)

    def where(self) -> tuple[Where, ...]:
        """The ends that were given; raises `Rejected` where one of them cannot be read."""
        read = {op: editor.read().value for op, editor in self.ends.items()}
        return tuple(Where(self.field.name, op, self.field.kind.show(v)) for op, v in read.items() if v is not None)


class ContainsFilter(QWidget):
    """Words that the column contains."""

    def __init__(self, field: Field, chosen: Sequence[Where]) -> None:
        super().__init__()
        self.field = field
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("包含的文字"))
        self.setFocusProxy(self.line)
        self.line.setText(next((str(where.value) for where in chosen if where.op == "has"), ""))
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.line)

    def where(self) -> tuple[Where, ...]:
        text = self.line.text().strip()
        return (Where(self.field.name, "has", text),) if text else ()


class FilterPopup(Popup):
    """One column's filter; `chosen` carries its field and its conditions, () takes the filter away."""

    chosen = Signal(str, object)

    def __init__(self, field: Field, now: Sequence[Where], around: Around, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = field
        self.body = _body(field, now, around, question)
        self.problem = label("", "bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        room = QVBoxLayout(self)
        room.setContentsMargins(14, 12, 14, 12)
        room.addWidget(label(field.label, "heading"))
        room.addWidget(self.body)
        room.addWidget(self.problem)
        room.addLayout(self._feet())
        self.setMinimumWidth(280)
        self.body.setFocus()

    def _feet(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, op in ((self.tr("为空"), "empty"), (self.tr("不为空"), "filled")):
            press = button(words, "link")
            press.clicked.connect(partial(self._take, (Where(self.field.name, op),)))
            row.addWidget(press)
        row.addStretch(1)
        clearing, doing = button(self.tr("清除")), button(self.tr("筛选"), "main")
        clearing.clicked.connect(partial(self._take, ()))
        doing.clicked.connect(self.accept)
        row.addWidget(clearing)
        row.addWidget(doing)
        return row

    def accept(self) -> None:
        """Take what stands here; what cannot be read is said, and the popup stays."""
        try:
            self._take(self.body.where())
        except Rejected as refused:
            self.problem.setText(str(refused))
            self.problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _take(self, where: tuple[Where, ...], _checked: bool = False) -> None:
        self.chosen.emit(self.field.name, where)
        self.close()


def _body(
    field: Field, now: Sequence[Where], around: Around, question: Question
) -> WordsFilter | RangeFilter | ContainsFilter:
    if field.kind.editor in WORDS:
        return WordsFilter(field, now, around, question)
    if isinstance(field.kind, Moment):
        return RangeFilter(replace(field, kind=Day()), now, around)  # nobody looks for a minute
    if field.kind.editor in RANGES:
        return RangeFilter(field, now, around)
    return ContainsFilter(field, now)


def _several(value: object) -> Sequence[object]:
    return value if isinstance(value, tuple | list) else (value,)
