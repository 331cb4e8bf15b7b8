"""What an issue is about, as labelled words; enterprise and visit open their own pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.services import ledgers
from daan_desk.services.issue_sheets import IssueSheet, without_keyword
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.page import Target

PAIRS = (
    "enterprise", "category", "source", "raised", "visit", "lead_department", "assisting", "handler", "dispatched",
    "due", "extended", "answered", "redone", "callback", "callback_day", "callback_by", "closed",
)  # fmt: skip
ALWAYS = ("enterprise", "category", "source", "raised", "lead_department", "due")
PARAGRAPHS = ("description", "outcome", "notes")
PAGES = {"enterprise": "enterprises", "visit": "visits"}
COLUMNS = 2


class FactsCard(Card):
    """The plain facts; `gone` carries the key of another page and the target there."""

    gone = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("问题", "", parent)
        self.links: dict[str, QPushButton] = {}
        self._inside: QWidget | None = None

    def show_sheet(self, sheet: IssueSheet) -> None:
        """Show these facts instead of those before."""
        if self._inside is not None:
            self._inside.setParent(None)
            self._inside.deleteLater()
        self.links = {}
        self._inside = QWidget()
        room = QVBoxLayout(self._inside)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(10)
        room.addLayout(self._pairs(sheet))
        for name, text in paragraphs(sheet):
            room.addLayout(_paragraph(name, text))
        self.body.addWidget(self._inside)

    def _pairs(self, sheet: IssueSheet) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for at, (name, words) in enumerate(facts(sheet)):
            row, column = divmod(at, COLUMNS)
            shown = self._value(sheet, name, words)
            grid.addWidget(label(_label_of(name), "soft"), row, 2 * column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, row, 2 * column + 1)
        for column in range(COLUMNS):
            grid.setColumnStretch(2 * column + 1, 1)
        return grid

    def _value(self, sheet: IssueSheet, name: str, words: str) -> QWidget:
        value = sheet.row[name]
        if name not in PAGES or not isinstance(value, Linked):
            return _words(words)
        link = button(words, "link")
        link.setAccessibleName(f"{_label_of(name)}：{words}")
        link.clicked.connect(lambda: self.gone.emit(PAGES[name], Target(record=value.id)))
        self.links[name] = link
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(link)
        row.addStretch(1)
        link.setStyleSheet("text-align: left; padding: 0; min-height: 18px;")
        return holder


def facts(sheet: IssueSheet) -> Sequence[tuple[str, str]]:
    """Field and words, in order; what is empty is left out unless it is always asked for."""
    found = []
    for name in PAIRS:
        words = ledgers.ledger("issues")[name].kind.show(sheet.row[name])
        if name == "due" and sheet.limit:
            words = sheet.limit
        if name == "category" and sheet.keyword:
            words = f"{words}（{sheet.keyword}）"
        if words or name in ALWAYS:
            found.append((name, words or "—"))
    return found


def paragraphs(sheet: IssueSheet) -> Sequence[tuple[str, str]]:
    """Longer texts with their labels; the keyword stands with the category."""
    texts = [(name, str(sheet.row[name] or "")) for name in PARAGRAPHS]
    texts = [(name, without_keyword(text) if name == "notes" else text) for name, text in texts]
    return [(_label_of(name), text) for name, text in texts if text]


def _label_of(name: str) -> str:
    return ledgers.ledger("issues")[name].label


def _words(text: str) -> QLabel:
    shown = label(text)
    shown.setWordWrap(True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown


def _paragraph(name: str, text: str) -> QVBoxLayout:
    room = QVBoxLayout()
    room.setSpacing(2)
    room.addWidget(label(name, "soft"))
    room.addWidget(_words(text))
    return room
