"""The parts of the board's page and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from daan_desk.domain.home import Forgotten
from daan_desk.services import duty_tables
from daan_desk.services.duties import Bearer, Board, Crowd
from daan_desk.ui.kit.cards import Card, EmptyState, NumberCard, button, label
from daan_desk.ui.kit.flow import FlowLayout, page_room
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.presses import chip
from daan_desk.ui.pages.duties.side import Side
from daan_desk.ui.pages.duties.table import OfficersTable

NUMBERS = (
    ("coverage", "走访覆盖率", "map-pin-check", "green"),
    ("missing", "还差走访", "clipboard-check", "amber"),
    ("forgotten", "久未走访企业", "clock", "red"),
    ("crowds", "走访过密企业", "users", "accent"),
)
CHIPS = (("now", "本期"), ("before", "上月末"), ("name", "按身份姓名"), ("need", "按还差次数"))


class Frame(QObject):
    """`opened` carries a way, `number_opened` the key of a card, `role_wished` the role whose chip was pressed."""

    opened = Signal(object)
    number_opened = Signal(object)
    role_wished = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.numbers = {key: NumberCard(self.tr(name), icon, key, tone) for key, name, icon, tone in NUMBERS}
        self.chips = {key: chip(self.tr(words)) for key, words in CHIPS}
        self.role_row, self.roles = FlowLayout(6), dict[str, QToolButton]()
        self.export, self.printing = button(self.tr("导出 Excel")), button(self.tr("打印…"))
        self.officers, self.told, self.side = OfficersTable(), label("", "small"), Side()
        self.body, self.empty = QWidget(), self._empty()
        self._build(page)
        self._connect()

    def wishes(
        self, period: Callable[[bool], object], order: Callable[[bool], object]
    ) -> Iterator[tuple[QToolButton, Callable[[], object]]]:
        """Every chip with what it asks for."""
        for key, act, value in (("now", period, False), ("before", period, True), ("name", order, False)):
            yield self.chips[key], partial(act, value)
        yield self.chips["need"], partial(order, True)

    def show_found(
        self, board: Board, forgotten: Sequence[Forgotten], crowds: Sequence[Crowd], roles: Sequence[str]
    ) -> None:
        """Put in what does not depend on the chosen role."""
        self.body.setVisible(bool(board.bearers))
        self.empty.setVisible(not board.bearers)
        self.side.show_others(forgotten, crowds)
        rate, day = board.coverage, board.day
        share = f"{rate.percent}%" if rate.percent is not None else "—"
        covered = self.tr("本月 {n}/{m} 家").format(n=rate.numerator, m=rate.denominator)
        told = self.tr("截至 {month}月{day}日 · 选一行看联系的企业，回车打开还要走访的企业")
        self.told.setText(told.format(month=day.month, day=day.day))
        self.numbers["coverage"].show_number(share, covered)
        self.numbers["forgotten"].show_number(f"{len(forgotten):,}", self.tr("待安排走访"))
        self.numbers["crowds"].show_number(f"{len(crowds):,}", self.tr("近期批次过多"))
        self._show_roles(roles)

    def show_chosen(self, role: str, earlier: bool, by_need: bool) -> None:
        """Press in the chips that are on."""
        for key, on in (("now", not earlier), ("before", earlier), ("name", not by_need), ("need", by_need)):
            self.chips[key].setChecked(on)
        for name, press in self.roles.items():
            press.setChecked(name == role)

    def show_sums(self, bearers: Sequence[Bearer]) -> None:
        """The sums of the officers that are shown."""
        times, done, calls, missing = (
            (sum(part) for part in zip(*map(duty_tables.sums, bearers), strict=True)) if bearers else (0, 0, 0, 0)
        )
        note = self.tr("完成 {n}/{m} 次 · 电话 {calls}").format(n=done, m=times, calls=calls)
        self.numbers["missing"].show_number(f"{missing:,}", note)

    def _show_roles(self, roles: Sequence[str]) -> None:
        if tuple(self.roles) == ("", *roles):
            return
        for press in self.roles.values():
            press.deleteLater()
        self.roles = {role: chip(role or self.tr("全部身份")) for role in ("", *roles)}
        for role, press in self.roles.items():
            press.clicked.connect(partial(self.role_wished.emit, role))
            self.role_row.addWidget(press)

    def _connect(self) -> None:
        self.officers.marked.connect(self.side.show_bearer)
        self.side.opened.connect(self.opened)
        for card in self.numbers.values():
            card.opened.connect(self.number_opened)

    def _empty(self) -> EmptyState:
        return EmptyState(
            "clipboard-check",
            self.tr("还没有走访任务"),
            self.tr("先在“包联关系”里登记谁联系哪家企业，这里就会列出每个人本期该走访的企业。"),
            self.tr("登记包联关系"),
        )

    def _build(self, page: QWidget) -> None:
        inside, cards, columns = QVBoxLayout(self.body), QHBoxLayout(), QHBoxLayout()
        for number in self.numbers.values():
            cards.addWidget(number, 1)
        columns.addWidget(self._board(), 5)
        columns.addWidget(self.side, 3)
        for layout in (inside, cards, columns):
            layout.setSpacing(16)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._head())
        inside.addLayout(cards)
        inside.addLayout(columns, 1)
        room = page_room(page)
        room.addWidget(self.body, 1)
        room.addWidget(self.empty, 1)
        self.empty.hide()

    def _board(self) -> Card:
        board = Card(self.tr("各干部走访任务"))
        for key in ("name", "need"):
            board.head.insertWidget(board.head.indexOf(board.link), self.chips[key])
        board.body.addWidget(self.told)
        board.body.addWidget(self.officers, 1)
        return board

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for key in ("now", "before"):
            row.addWidget(self.chips[key])
        row.addSpacing(12)
        row.addLayout(self.role_row, 1)
        for press, icon in ((self.export, "download"), (self.printing, "printer")):
            put_icon(press, icon)
            row.addWidget(press)
        return row
