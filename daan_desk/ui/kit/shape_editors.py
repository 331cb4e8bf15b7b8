"""Editors of setting values, one for each shape; a value is plain JSON, an unreadable one stays as it was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from daan_desk.domain.shapes import Line, Measure, OneDay, Several, Shape, Switch, Whole

LINE_HEIGHT = 22
MOST_LINES = 8


class ShapeEditor(QWidget):
    """Holds one value; `changed` is emitted when the officer changed it, not when it is shown."""

    changed = Signal()

    def __init__(self, part: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        room = QHBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(part)
        self.setFocusProxy(part)

    def value(self) -> Any:
        raise NotImplementedError(type(self).__name__)

    def show_value(self, value: Any) -> None:
        raise NotImplementedError(type(self).__name__)


class LineEditor(ShapeEditor):
    """Words, or a day as 2026-10-01."""

    def __init__(self, shape: Line | OneDay, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        super().__init__(self.line, parent)
        if isinstance(shape, OneDay):
            self.line.setPlaceholderText("2026-10-01")
        else:
            self.line.setMaxLength(shape.limit)
        self.line.textEdited.connect(lambda _: self.changed.emit())

    def value(self) -> str:
        return self.line.text().strip()

    def show_value(self, value: Any) -> None:
        self.line.setText(str(value or ""))


class ChoiceEditor(ShapeEditor):
    """One word of a fixed list; an optional one may be left empty."""

    def __init__(self, shape: Line, parent: QWidget | None = None) -> None:
        self.box = QComboBox()
        super().__init__(self.box, parent)
        if shape.optional:
            self.box.addItem("", "")
        for choice, words in zip(shape.choices, shape.shown or shape.choices, strict=True):
            self.box.addItem(words, choice)
        self.box.activated.connect(lambda _: self.changed.emit())

    def value(self) -> str:
        return str(self.box.currentData())

    def show_value(self, value: Any) -> None:
        self.box.setCurrentIndex(max(0, self.box.findData(str(value or ""))))


class NumberEditor(ShapeEditor):
    """A whole number or one with decimals, with its unit behind it."""

    def __init__(self, shape: Whole | Measure, parent: QWidget | None = None) -> None:
        self.box: QSpinBox | QDoubleSpinBox = QSpinBox() if isinstance(shape, Whole) else QDoubleSpinBox()
        super().__init__(self.box, parent)
        self.box.setRange(int(shape.low), int(shape.high))
        if shape.unit:
            self.box.setSuffix(f" {shape.unit}")
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page, it changes no number
        self.box.valueChanged.connect(lambda _: self.changed.emit())

    def value(self) -> int | float:
        return self.box.value()

    def show_value(self, value: Any) -> None:
        self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(False)


class SwitchEditor(ShapeEditor):
    """Yes or no."""

    def __init__(self, _: Switch, parent: QWidget | None = None) -> None:
        self.box = QCheckBox()
        super().__init__(self.box, parent)
        self.box.clicked.connect(lambda _: self.changed.emit())

    def value(self) -> bool:
        return self.box.isChecked()

    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class ListEditor(ShapeEditor):
    """Several values, one a line."""

    def __init__(self, shape: Several, parent: QWidget | None = None) -> None:
        self.text = QPlainTextEdit()
        super().__init__(self.text, parent)
        self._whole = isinstance(shape.each, Whole)
        self.text.setPlaceholderText(self.tr("每行一项"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self.changed)

    def value(self) -> list[Any]:
        lines = [line.strip() for line in self.text.toPlainText().splitlines() if line.strip()]
        return [int(line) if self._whole and line.isdigit() else line for line in lines]

    def show_value(self, value: Any) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText("\n".join(str(one) for one in value or ()))
        self.text.setFixedHeight(LINE_HEIGHT * min(MOST_LINES, max(3, len(value or ()))) + 16)
        self.text.blockSignals(False)


class WordsEditor(LineEditor):
    """Several words in one line, with “、” between them: a list inside a table's cell."""

    def __init__(self, _: Several, parent: QWidget | None = None) -> None:
        super().__init__(Line(400, optional=True), parent)

    def value(self) -> list[str]:  # type: ignore[override]
        return [word.strip() for word in self.line.text().replace("，", "、").split("、") if word.strip()]

    def show_value(self, value: Any) -> None:
        self.line.setText("、".join(str(one) for one in value or ()))


CELLS: Mapping[type[Shape], Callable[..., ShapeEditor]] = {
    Line: lambda shape, parent: (ChoiceEditor if shape.choices else LineEditor)(shape, parent),
    OneDay: LineEditor,
    Whole: NumberEditor,
    Measure: NumberEditor,
    Switch: SwitchEditor,
    Several: WordsEditor,
}


def cell_for(shape: Shape, parent: QWidget | None = None) -> ShapeEditor:
    """The editor of a single value: that of the nearest shape that it is made of."""
    made = next(CELLS[kind] for kind in type(shape).__mro__ if kind in CELLS)
    return made(shape, parent)
