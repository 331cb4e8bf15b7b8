"""The box in which the list of guests is put together: enterprises by filters, officers, departments and banks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from daan_desk.domain.questions import Hit
from daan_desk.services import invitations, ledgers
from daan_desk.services.invitations import Candidate
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.ledger_asking import Tab
from daan_desk.ui.kit.ledger_tabs import LedgerTabs
from daan_desk.ui.pages.meetings.wishes import Wishes

ID: Final = Qt.ItemDataRole.UserRole
SIZE: Final = (900, 620)
PAUSE: Final = 150  # ms after the last key
WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "enterprises": ("企业", "家企业"),
    "officers": ("干部", "位干部"),
    "departments": ("部门", "个部门"),
    "banks": ("银行", "家银行"),
}
TICKABLE = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
HEIGHT: Final = 32
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Ticks(QListWidget):
    """A list whose lines are ticked; what was ticked stays so when other lines are shown."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "boxed")
        self.setAccessibleName(name)
        self.chosen: dict[str, None] = {}
        self.itemChanged.connect(self._changed)
        self.itemActivated.connect(self._turn)

    def show_lines(self, lines: Sequence[tuple[str, str, bool]]) -> None:
        """Id, words, and whether the line can be ticked."""
        self.blockSignals(True)
        self.clear()
        for key, words, free in lines:
            line = QListWidgetItem(words, self)
            line.setData(ID, key)
            line.setSizeHint(QSize(0, HEIGHT))
            line.setFlags(TICKABLE if free else Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(CHECKED if key in self.chosen or not free else UNCHECKED)
        self.blockSignals(False)

    def tick_all(self) -> None:
        """Tick every line that is shown; untick them where all of them are."""
        lines = [self.item(at) for at in range(self.count()) if self.item(at).flags() & Qt.ItemFlag.ItemIsEnabled]
        state = UNCHECKED if all(line.checkState() is CHECKED for line in lines) else CHECKED
        for line in lines:
            line.setCheckState(state)

    def _turn(self, line: QListWidgetItem) -> None:
        line.setCheckState(UNCHECKED if line.checkState() is CHECKED else CHECKED)

    def _changed(self, line: QListWidgetItem) -> None:
        if line.checkState() is CHECKED:
            self.chosen[str(line.data(ID))] = None
        else:
            self.chosen.pop(str(line.data(ID)), None)


class InviteBox(Box):
    """Four lists under tabs; the foot says how many of each are ticked."""

    def __init__(self, desk: Desk, meeting: str, host: QWidget) -> None:
        sentence = desk.tr("最久没有见过的企业排在前面；已在名单上的不会重复邀请。")
        super().__init__(host, desk.tr("邀请参加活动"), sentence, "user-plus")
        self.desk, self.meeting = desk, meeting
        self.resize(*SIZE)
        self.tabs = LedgerTabs([Tab(words) for words, _ in WORDS.values()])
        self.lists = {ledger: Ticks(words) for ledger, (words, _) in WORDS.items()}
        self.stack, self.wishes = QStackedWidget(), Wishes(desk)
        self.all, self.counted = button(self.tr("全选"), "link"), label("", "soft")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self._connect()
        self.ask()
        for ledger in list(WORDS)[1:]:
            self.desk.tasks.run(partial(named, desk.office, ledger), partial(self._name, ledger), owner=self)

    def _build(self) -> None:
        row = QHBoxLayout()
        self.all.setAutoDefault(False)
        for part, stretch in ((self.tabs, 1), (self.counted, 0), (self.all, 0)):
            row.addWidget(part, stretch)
        self.body.addLayout(row)
        self.body.addWidget(self.stack, 1)
        for ledger, made in self.lists.items():
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            if ledger == "enterprises":
                column.addWidget(self.wishes)
            column.addWidget(made, 1)
            self.stack.addWidget(page)
        self.offer(self.tr("邀请"), self.tr("取消"))
        self.doing.setEnabled(False)

    def _connect(self) -> None:
        self.tabs.turned.connect(self.stack.setCurrentIndex)
        self.wishes.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.ask)
        self.all.clicked.connect(self._tick_all)
        for made in self.lists.values():
            made.itemChanged.connect(self._count)

    def ask(self) -> None:
        """Look for the enterprises that answer."""
        wish = self.wishes.wish()
        work = partial(invitations.candidates, self.desk.office, self.meeting, wish)
        self.desk.tasks.run(work, self._found, owner=self)

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Who is ticked, by ledger."""
        return {ledger: tuple(made.chosen) for ledger, made in self.lists.items()}

    def _found(self, found: Sequence[Candidate]) -> None:
        lines = [(one.id, _told(one), not one.asked) for one in found]
        self.lists["enterprises"].show_lines(lines)
        self.tabs.show_counts([len(found), *(self.lists[name].count() for name in list(WORDS)[1:])])

    def _name(self, ledger: str, found: Sequence[Hit]) -> None:
        self.lists[ledger].show_lines([(hit.id, hit.text, True) for hit in found])
        self.tabs.show_counts([made.count() for made in self.lists.values()])

    def _tick_all(self) -> None:
        list(self.lists.values())[self.stack.currentIndex()].tick_all()

    def _count(self) -> None:
        counts = [(len(ids), WORDS[ledger][1]) for ledger, ids in self.chosen().items() if ids]
        self.counted.setText("已选 " + "、".join(f"{count} {words}" for count, words in counts) if counts else "")
        self.doing.setEnabled(bool(counts))


def _told(one: Candidate) -> str:
    return f"{one.name}　{'已在名单上' if one.asked else one.words}"


class InviteDoor(QObject):
    """Opens the box over a page."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.host = desk, host
        self.box: InviteBox | None = None

    def open(self, meeting: str) -> None:
        """Ask who shall be invited."""
        self.box = InviteBox(self.desk, meeting, self.host)
        self.box.finished.connect(partial(self._invite, self.box))
        self.box.open()

    def _invite(self, box: InviteBox, answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            self.desk.act(partial(invitations.invite, self.desk.office, box.meeting, box.chosen()))


def named(office: Office, ledger: str) -> tuple[Hit, ...]:
    """Every record of a ledger by name."""
    found = ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger)))
    return tuple(Hit(ledger, row.id, _name(row)) for row in found)


def _name(row: ledgers.Row) -> str:
    return "　".join(part for part in (str(row["name"]), str(row["post"] or "")) if part)
