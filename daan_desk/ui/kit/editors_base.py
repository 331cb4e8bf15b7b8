"""What every editor of a field is: it takes a value, gives back what was typed, and says how the kind reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import NOWHERE, Context, Field, Read
from daan_desk.ui.kit.icons import put_icon

if TYPE_CHECKING:
    from daan_desk.domain.kinds import Linked
    from daan_desk.ui.kit.ledger_source import Source
    from daan_desk.ui.kit.tasks import Tasks

STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
Made = Callable[["Linked"], None]


@dataclass(frozen=True)
class Around:
    """What an editor may ask beyond its field: rows to link to, the day, a door to new records, earlier words.

    create(ledger, text, made): opens a form for a new record named `text` and calls `made` when it was saved.
    """

    source: Source
    tasks: Tasks
    create: Callable[[str, str, Made], None] | None = None

    @property
    def today(self) -> date:
        return self.source.today()


class Editor(QWidget):
    """A field's editor; subclasses hold one input and say what was typed into it."""

    changed = Signal()
    committed = Signal()
    left = Signal()

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.around = around
        self.started: object = None  # what stood here when a quick edit began
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)

    def hold(self, input_: QWidget) -> None:
        """Make the input the one that takes focus and speaks to screen readers for the field."""
        self.row.addWidget(input_, 1)
        self.setFocusProxy(input_)
        input_.setAccessibleName(self.field.label)
        input_.installEventFilter(self)
        if self.field.hint:
            input_.setAccessibleDescription(self.field.hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that the input was left for another one; its own popup and another window do not count."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in STAYING:
            self.left.emit()
        return super().eventFilter(watched, event)

    def opener(self, line: QLineEdit, icon: str, tip: str) -> None:
        """A button at the end of the line that opens its list or popup."""
        action = QAction(tip, line)
        action.setToolTip(tip)
        action.triggered.connect(self.open_popup)
        line.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        put_icon(action, icon, "faint")

    def open_popup(self) -> None:
        """Show what the editor offers beyond typing; most have nothing."""

    def raw(self) -> object:
        """What stands in the editor, as typed; None for nothing."""
        raise NotImplementedError(type(self).__name__)

    def fill(self, value: object) -> None:
        """Show a value, or text that was typed before, without telling anyone that it changed."""
        raise NotImplementedError(type(self).__name__)

    def context(self) -> Context:
        return NOWHERE

    def read(self) -> Read:
        """The value as the kind reads it; raises `Rejected` with the kind's own sentence."""
        return self.field.kind.read(self.raw(), self.context())

    def problem(self) -> str:
        """The sentence of the kind where it cannot read what stands here, "" where it can."""
        try:
            self.read()
        except Rejected as refused:
            return str(refused)
        return ""

    def remark(self) -> str:
        """What the kind assumed or finds odd, "" for nothing."""
        try:
            return self.read().remark
        except Rejected:
            return ""

    def unfinished(self) -> bool:
        """Whether something is still being chosen, so that it is too early to find fault."""
        return False

    def show_state(self, state: str) -> None:
        """Border of the input: "wrong", "warn" or "" (the style sheet knows the property)."""
        input_ = self.focusProxy()
        if input_ is None or input_.property("state") == state:
            return
        input_.setProperty("state", state)
        input_.style().unpolish(input_)
        input_.style().polish(input_)
