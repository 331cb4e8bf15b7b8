"""The buttons at the head of a ledger's page; what has no room beside the others goes under 更多."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_actions import LedgerAction, Shown, add_line

GAP = 10


class ActionBar(QWidget):
    """A button for every action that stands at the head, whole or not at all; the main one always."""

    def __init__(
        self, actions: Sequence[LedgerAction], shown: Callable[[], Shown], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown, self._selected = shown, 0
        self._spilled: list[LedgerAction] = []
        self.buttons: dict[str, tuple[QPushButton, LedgerAction]] = {}
        self._more = [action for action in actions if action.place == "more"]
        self.more = self._more_button()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addStretch(1)
        for action in actions:
            if action.look == "main":
                row.addWidget(self.more)
            if action.place in ("bar", "both"):
                row.addWidget(self._button(action))
        if row.indexOf(self.more) < 0:
            row.addWidget(self.more)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # the room decides what is shown
        self.show_selected(0)

    def _more_button(self) -> QPushButton:
        press = button(self.tr("更多"), "", self)
        press.setAutoDefault(False)
        put_icon(press, "ellipsis")
        press.clicked.connect(self._open_more)
        return press

    def more_menu(self) -> QMenu:
        """The lines under 更多: what had no room first."""
        menu = QMenu(self)
        for action in (*self._spilled, *self._more):
            add_line(menu, action, self._shown())
        return menu

    def _open_more(self) -> None:
        menu = self.more_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def show_selected(self, selected: int) -> None:
        """Show the buttons that can be pressed with that many selected rows."""
        self._selected = selected
        self.updateGeometry()
        page = self.parentWidget()
        around = page.layout() if page is not None else None
        if around is not None:
            around.activate()  # the room there will be, not the room there was
        self._share_room()

    def _button(self, action: LedgerAction) -> QPushButton:
        press = button(action.text, action.look, self)
        press.setAutoDefault(False)
        put_icon(press, action.icon, "on-accent" if action.look == "main" else "soft")
        if action.keys:
            press.setToolTip(f"{action.text}（{action.keys}）")
        press.clicked.connect(partial(self._call, action))
        self.buttons[action.text] = (press, action)
        return press

    def _call(self, action: LedgerAction, _checked: bool = False) -> None:
        action.act(self._shown())

    # -- room ---------------------------------------------------------------------------------------------------------

    def _fitting(self) -> Iterator[tuple[QPushButton, LedgerAction]]:
        for press, action in self.buttons.values():
            if action.fits(self._selected) and not (action.alone and self._selected):
                yield press, action

    def _width(self, shown: Sequence[QPushButton]) -> int:
        return sum(press.sizeHint().width() + GAP for press in shown) - GAP if shown else 0

    def sizeHint(self) -> QSize:
        shown = [press for press, _ in self._fitting()]
        return QSize(self._width([*shown, self.more] if self._more else shown), self.more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        main = [press for press, action in self._fitting() if action.look == "main"]
        return QSize(self._width([*main, self.more]), self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The last ones give way first; a button is never cut."""
        fitting = list(self._fitting())
        kept, spilled = list(fitting), list[LedgerAction]()
        giving = [one for one in fitting if one[1].look != "main"]
        room = self.width() if self.isVisible() else self.sizeHint().width()
        while giving and self._needed(kept, spilled) > room:
            one = giving.pop()
            kept.remove(one)
            spilled.insert(0, one[1])
        self._spilled = spilled
        self.more.setVisible(bool(self._more or spilled))
        for press, action in self.buttons.values():
            press.setVisible((press, action) in kept)

    def _needed(self, kept: Sequence[tuple[QPushButton, LedgerAction]], spilled: Sequence[LedgerAction]) -> int:
        shown = [press for press, _ in kept]
        return self._width([*shown, self.more] if self._more or spilled else shown)
