"""What can be done with an issue now, and why the rest cannot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from daan_desk.services.issue_sheets import Offer
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.flow import FlowLayout
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.pages.issues.moving import ICONS


class MovesCard(Card):
    """A button for every move that is possible; `chosen` carries the name of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("下一步", "", parent)
        self.buttons: dict[str, QPushButton] = {}
        self.reasons: tuple[str, ...] = ()
        self._inside: QWidget | None = None
        self._opened = False

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these instead of those before."""
        if self._inside is not None:
            self._inside.setParent(None)
            self._inside.deleteLater()
        self._inside, self.buttons = QWidget(), {}
        room = QVBoxLayout(self._inside)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(8)
        row = FlowLayout()
        for offer in [one for one in offers if not one.why]:
            row.addWidget(self._button(offer))
        room.addLayout(row)
        for offer in [one for one in offers if one.near]:
            room.addWidget(_reason(f"{offer.move.label}：{offer.why}", "warn"))
        self._explain(room, [one for one in offers if one.why and not one.near])
        self.body.addWidget(self._inside)

    def _button(self, offer: Offer) -> QPushButton:
        press = button(offer.move.label, "" if self.buttons else "main")
        put_icon(press, ICONS[offer.move.name], "soft" if self.buttons else "on-accent")
        press.setToolTip(offer.move.rule)
        press.clicked.connect(partial(self._choose, offer.move.name))
        self.buttons[offer.move.name] = press
        return press

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.chosen.emit(name)

    def _explain(self, room: QVBoxLayout, rest: Sequence[Offer]) -> None:
        """Why the others are not possible: one line each, shown when somebody asks."""
        self.reasons = tuple(_only_in(one) for one in rest)
        self.asking, shown = button("", "link"), QWidget()
        lines = QVBoxLayout(shown)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for reason in self.reasons:
            lines.addWidget(_reason(reason, "small"))
        self.asking.clicked.connect(partial(self._turn, shown))
        room.addWidget(self.asking)
        room.addWidget(shown)
        self._show(shown)

    def _turn(self, shown: QWidget, _checked: bool = False) -> None:
        self._opened = not self._opened
        self._show(shown)

    def _show(self, shown: QWidget) -> None:
        shown.setVisible(self._opened)
        words = self.tr("收起") if self._opened else self.tr("其他 {n} 步现在为什么不能做")
        self.asking.setText(words.format(n=len(self.reasons)))
        self.asking.setStyleSheet("text-align: left; padding: 0;")


def _reason(text: str, look: str) -> QWidget:
    shown = label(text, look)
    shown.setWordWrap(True)
    return shown


def _only_in(offer: Offer) -> str:
    states = "、".join(f"“{state}”" for state in offer.move.sources)
    return f"{offer.move.label}：要在{states}时才能做"
