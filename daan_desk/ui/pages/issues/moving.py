"""Starting moves from anywhere on the page: by name, by the state they shall lead to, from a menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from daan_desk.domain.issues import MOVES, Move, can_move, move_named
from daan_desk.domain.questions import Row
from daan_desk.services import issue_moves
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.pages.issues.move_dialog import MoveDialog

ICONS = {
    "dispatch": "send", "return": "undo-2", "accept": "circle-dot", "step": "notebook-pen", "long_term": "hourglass",
    "resume": "repeat", "answer": "circle-check", "explain": "message-circle", "callback": "phone",
    "close": "badge-check", "reopen": "folder-open", "extend": "calendar-clock",
}  # fmt: skip


class Moving(QObject):
    """Opens the dialogs of moves over the page."""

    def __init__(self, desk: Desk, around: Around, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.around, self.host = desk, around, host
        self.dialog: MoveDialog | None = None
        self.menu: QMenu | None = None

    def start(self, word: str, ids: Sequence[str], values: Mapping[str, object] | None = None) -> MoveDialog:
        """Open the small form of a move for these issues."""
        move = move_named(word)
        begun = {"callback_by": self.desk.office.officer.name} if "callback_by" in move.takes else {}
        self.dialog = MoveDialog(self.desk, self.around, move, ids, self.host)
        self.dialog.begin({**begun, **(values or {})})
        return self.dialog

    def to_state(self, issue: str, state: str) -> None:
        """Open the move that leads there, or say why there is none."""
        work = partial(issue_moves.move_to, self.desk.office, issue, state)
        self.desk.tasks.run(work, partial(self._found, issue), self.desk.complain, owner=self)

    def _found(self, issue: str, found: tuple[Move, dict[str, object]]) -> None:
        move, values = found
        self.start(move.name, [issue], values)

    def offer(self, ids: Sequence[str], place: QPoint | None = None) -> None:
        """A menu of the moves that at least one of these issues allows."""
        if ids:
            place = place or QCursor.pos()
            work = partial(self.around.source.rows, tuple(ids))
            self.desk.tasks.run(work, partial(self._open_menu, tuple(ids), place), owner=self)

    def _open_menu(self, ids: tuple[str, ...], place: QPoint, rows: Sequence[Row]) -> None:
        states = {str(row["state"]) for row in rows}
        menu = QMenu(self.host)
        for move in MOVES:
            if any(can_move(state, move) for state in states):
                menu.addAction(f"{move.label}…", partial(self.start, move.name, ids))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        self.menu = menu
