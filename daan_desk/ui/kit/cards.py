"""White cards: a title with a link and room below; a number with what it means; what to do where nothing is yet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.icons import pixmap

MARGIN: Final = 18
GAP: Final = 16


def label(text: str = "", look: str = "", parent: QWidget | None = None) -> QLabel:
    """A label in one of the looks of the style sheet: soft, small, title, heading, number, good, bad, warn."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        made.setProperty("look", look)
    return made


def button(text: str, look: str = "", parent: QWidget | None = None) -> QPushButton:
    """A push button: look "" plain, main, danger, link; Enter presses the one that has the focus."""
    made = QPushButton(text, parent)
    made.setProperty("look", look)
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def put_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet knows, and let the sheet look again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline across."""
    made = QFrame(parent)
    made.setProperty("look", "rule")
    return made


class IconTile(QWidget):
    """An icon on a soft square, in a tone."""

    def __init__(self, name: str, tone: str = "accent", side: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._side = name, tone, side
        self.setFixedSize(side, side)

    def show_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"{self._tone}-soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        drawn = round(self._side * 0.5)
        at = (self._side - drawn) / 2
        painter.drawPixmap(QPointF(at, at), pixmap(self._name, self._tone, drawn, self.devicePixelRatioF()))
        painter.end()


class Card(QFrame):
    """A white card; put content into `body`. `followed` comes when its link is pressed."""

    followed = Signal()

    def __init__(self, title: str = "", link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, 14, MARGIN, 14)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.title = label(title, "heading")
        self.link = button(link, "link")
        if title or link:
            self.body.addLayout(self.head)
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.head.addWidget(self.link)
            self.show_link(link)
        self.link.clicked.connect(self.followed)

    def show_link(self, text: str) -> None:
        """Change the words of the link; "" takes it away."""
        self.link.setText(text)
        self.link.setVisible(bool(text))


class NumberCard(Card):
    """What is counted, the number, and what it means; `opened` carries the card's key when it is clicked or entered."""

    opened = Signal(object)

    def __init__(
        self, name: str, icon: str, key: object = None, tone: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.key = name if key is None else key
        self.tile = IconTile(icon, tone)
        self.number, self.note, self._name = label("—", "number"), label("", "small"), name
        self.note.setMinimumWidth(1)  # cards of one row have one width, however much one of them has to say
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (label(name, "soft"), self.number, self.note):
            words.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("live", "true")

    def show_number(self, text: str, note: str = "", tone: str = "") -> None:
        """Put the number in; `tone` red or amber also colours the number itself."""
        self.number.setText(text)
        self.note.setText(note)
        self.note.setToolTip(note)
        put_look(self.number, "tone", tone)
        if tone:
            self.tile.show_tone(tone)
        self.setAccessibleName(f"{self._name} {text} {note}".strip())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)


class EmptyState(QWidget):
    """Shown where there is nothing yet: what this is, what to do first, and the button that does it."""

    asked = Signal()

    def __init__(
        self, icon: str, sentence: str, remedy: str = "", doing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        room = QVBoxLayout(self)
        room.setSpacing(8)
        room.addStretch(1)
        self.sentence, self.remedy, self.doing = (
            label(sentence, "heading"),
            label(remedy, "soft"),
            button(doing, "main"),
        )
        room.addWidget(IconTile(icon, "accent", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self.sentence, self.remedy):
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            room.addWidget(words)
        room.addWidget(self.doing, 0, Qt.AlignmentFlag.AlignHCenter)
        room.addStretch(2)
        self.remedy.setVisible(bool(remedy))
        self.doing.setVisible(bool(doing))
        self.doing.clicked.connect(self.asked)
