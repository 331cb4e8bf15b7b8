"""The board: a column for every state, from 待交办 to 已销号; a card that is dragged on is moved by its dialog."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from daan_desk.domain.issues import State
from daan_desk.domain.questions import Question, Where
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.cards import EmptyState, button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_filter import SearchBox
from daan_desk.ui.kit.ledger_source import Source
from daan_desk.ui.pages.issues.board_column import BoardColumn

STATES = (
    State.REGISTERED, State.RETURNED, State.DISPATCHED, State.IN_PROGRESS,
    State.LONG_TERM, State.ANSWERED, State.EXPLAINED, State.CLOSED,
)  # fmt: skip
NEWEST_FIRST = {State.ANSWERED: ("-answered",), State.EXPLAINED: ("-raised",), State.CLOSED: ("-closed",)}
SEARCH_WIDTH = 270


class Board(QWidget):
    """Asks for each state by itself, so that a long column costs no more than what is in sight."""

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)
    dropped = Signal(str, str)  # issue, state
    new_wanted = Signal()

    def __init__(self, desk: Desk, source: Source, switch: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.source = desk, source
        self.search = SearchBox(self.tr("搜索问题：汉字、拼音、首字母"))
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.new_button = button(self.tr("新增问题"), "main")
        put_icon(self.new_button, "plus", "on-accent")
        self.columns = tuple(BoardColumn(state, source, desk.tasks) for state in STATES)
        self.empty, self.stack = EmptyState("circle-alert", "", " ", " "), QStackedWidget()
        self._asked, self._stale = "", True
        self._build(switch)
        self._connect()

    def _build(self, switch: QWidget) -> None:
        room, row = page_room(self), QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.search)
        row.addWidget(switch)
        row.addStretch(1)
        row.addWidget(self.new_button)
        inside, across = QWidget(), QHBoxLayout()
        inside.setProperty("look", "clear")
        across.setContentsMargins(6, 6, 6, 6)
        across.setSpacing(6)
        for column in self.columns:
            across.addWidget(column, 1)
        inside.setLayout(across)
        self.area = self._scrolled(inside)
        holder = QFrame()
        holder.setProperty("look", "card")
        around = QHBoxLayout(holder)
        around.setContentsMargins(1, 1, 1, 1)
        for part in (self.area, self.empty):
            self.stack.addWidget(part)
        around.addWidget(self.stack)
        room.addLayout(row)
        room.addWidget(holder, 1)

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _connect(self) -> None:
        self.search.searched.connect(self.search_for)
        self.search.left_down.connect(self.focus_first)
        self.new_button.clicked.connect(self.new_wanted)
        self.empty.asked.connect(self._relieve)
        for at, column in enumerate(self.columns):
            column.model.answered.connect(self._count)
            column.cards.opened.connect(self.opened)
            column.cards.menu_wanted.connect(self.menu_wanted)
            column.cards.sideways.connect(partial(self._sideways, at))
            column.cards.dropped.connect(partial(self._drop, column.state))

        self.setFocusProxy(self.columns[0].cards)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 300)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def search_for(self, text: str) -> None:
        """Show the issues with these words only."""
        self._asked = text
        self.ask()

    def ask(self) -> None:
        """Ask for every column."""
        self._stale = False
        for column in self.columns:
            where = (Where("state", "is", column.state),)
            column.ask(Question("issues", self._asked, where, NEWEST_FIRST.get(State(column.state), ("due", "raised"))))

    def _count(self, _question: Question) -> None:
        """Cards, or what to do where there is none in any column."""
        some = any(column.model.rowCount() for column in self.columns)
        words = (self.tr("没有符合条件的问题"), self.tr("换个词试试"), self.tr("清除条件"))
        if not self._asked:
            words = (self.tr("还没有问题"), self.tr("先录入第一条，或从 Excel 导入"), self.tr("新增问题"))
        self.empty.sentence.setText(words[0])
        self.empty.remedy.setText(words[1])
        self.empty.doing.setText(words[2])
        self.stack.setCurrentWidget(self.area if some else self.empty)

    def _relieve(self) -> None:
        if self._asked:
            self.search.clear()
        else:
            self.new_wanted.emit()

    def refresh(self, changes: Changes) -> None:
        """Read again what an act touched, now or when the board is next seen."""
        if not changes.touch("issues", "steps", "enterprises", "departments", "settings"):
            return
        if not self.isVisible():
            self._stale = True
            return
        only = changes.ids.get("issues", ()) if not changes.touch("enterprises", "departments", "settings") else ()
        for column in self.columns:
            column.model.refresh(only)

    def show_fresh(self) -> None:
        """The board comes into sight: ask for what changed while it was not."""
        if self._stale:
            for column in self.columns:
                column.model.forget()
            self.ask()

    # -- keys ---------------------------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Go to the first card of all."""
        self._enter(range(len(self.columns)))

    def _sideways(self, at: int, by: int) -> None:
        self._enter(range(at + by, len(self.columns) if by > 0 else -1, by))

    def _enter(self, order: range) -> None:
        """Go to the first of these columns that has cards."""
        column = next((self.columns[at] for at in order if self.columns[at].model.rowCount()), None)
        if column:
            self.area.ensureWidgetVisible(column, 12, 0)
            column.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, state: str, issue: str) -> None:
        self.dropped.emit(issue, state)
