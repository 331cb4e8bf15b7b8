"""One enterprise with everything about it: who it is, its numbers, its story, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Where
from daan_desk.services import enterprises
from daan_desk.services.changes import Changes
from daan_desk.services.enterprises import EnterpriseSheet
from daan_desk.ui.kit.cards import NumberCard, button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.files_anywhere import FilesAnywhere
from daan_desk.ui.kit.files_card import FilesCard
from daan_desk.ui.kit.flow import page_room, scrolled
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.enterprises.head import HeadCard
from daan_desk.ui.pages.enterprises.side import FiguresCard, ListCard, assignment_lines, qualification_lines
from daan_desk.ui.pages.enterprises.story import StoryCard

READ = (
    *("enterprises", "visits", "issues", "steps", "qualifications", "assignments", "figures", "attachments"),
    *("officers", "towns", "parks", "settings"),
)
LONG_AGO = 90  # days without a visit that are shown in red


class EnterpriseView(QWidget):
    """Shows one enterprise; asks the page for what opens a window."""

    left = Signal()
    edit_wanted = Signal(str)
    print_wanted = Signal(str)
    policies_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.enterprise = desk, ""
        self.sheet: EnterpriseSheet | None = None
        self.back, self.visit = button(self.tr("返回")), button(self.tr("登记走访"), "main")
        self.issue, self.edit = button(self.tr("登记问题")), button(self.tr("修改"))
        self.printing, self.policies = button(self.tr("打印")), button(self.tr("可享受的政策"))
        self.head, self.story = HeadCard(), StoryCard(desk)
        self.numbers = {
            "visits": NumberCard(self.tr("今年走访"), "map-pin-check", "visits"),
            "issues": NumberCard(self.tr("未办结问题"), "circle-alert", "issues"),
            "last": NumberCard(self.tr("最近走访"), "calendar-clock", "last"),
        }
        self.figures = FiguresCard()
        self.qualifications = ListCard(self.tr("资质"), "qualifications", self.tr("还没有登记资质"))
        self.assignments = ListCard(self.tr("包联干部"), "assignments", self.tr("还没有安排包联干部"))
        self.files = FilesCard(desk, "enterprises")
        self._build()
        self._connect()
        FilesAnywhere(self, self.files)

    def _build(self) -> None:
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(14)
        numbers = QHBoxLayout()
        numbers.setSpacing(14)
        for card in self.numbers.values():
            numbers.addWidget(card)
            card.opened.connect(self._open_number)
        whole.addWidget(self.head)
        whole.addLayout(numbers)
        whole.addLayout(self._columns(), 1)
        room = page_room(self)
        room.addLayout(self._bar())
        room.addWidget(scrolled(inside), 1)

    def _columns(self) -> QHBoxLayout:
        both, right, left = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        both.setSpacing(14)
        right.setSpacing(14)
        left.addWidget(self.story)
        left.addStretch(1)
        for card in (self.figures, self.qualifications, self.assignments, self.files):
            right.addWidget(card)
        right.addStretch(1)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        return both

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for press, icon, keys in self._buttons():
            put_icon(press, icon, "on-accent" if press is self.visit else "soft")
            press.setToolTip(f"{press.text()}（{keys}）")
            press.setAutoDefault(False)
            row.addWidget(press)
            if press is self.back:
                row.addStretch(1)
        return row

    def _buttons(self) -> tuple[tuple[QPushButton, str, str], ...]:
        return (
            (self.back, "arrow-left", "Esc"),
            (self.printing, "printer", "Ctrl+P"),
            (self.policies, "scroll-text", "Ctrl+J"),
            (self.edit, "pencil", "Ctrl+E"),
            (self.issue, "circle-alert", "Ctrl+I"),
            (self.visit, "map-pin-check", "Ctrl+N"),
        )

    def _connect(self) -> None:
        acts: dict[QPushButton, Callable[[], object]] = {
            self.back: self.left.emit,
            self.printing: lambda: self.print_wanted.emit(self.enterprise),
            self.policies: lambda: self.policies_wanted.emit(self.enterprise),
            self.edit: lambda: self.edit_wanted.emit(self.enterprise),
            self.issue: partial(self.begin, "issues"),
            self.visit: partial(self.begin, "visits"),
        }
        for press, _icon, keys in self._buttons():
            press.clicked.connect(partial(_call, acts[press]))
            QShortcut(QKeySequence(keys), self, acts[press], context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for card in (self.story, self.figures, self.qualifications, self.assignments):
            card.gone.connect(self.desk.go)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def open(self, enterprise: str) -> None:
        """Show an enterprise, by id."""
        self.enterprise = enterprise
        self.read()
        self.story.open(enterprise)

    def read(self) -> None:
        """Ask for the sheet again."""
        work = partial(enterprises.sheet, self.desk.office, self.enterprise)
        self.desk.tasks.run(work, partial(self._show, self.enterprise), self._gone, owner=self)

    def refresh(self, changes: Changes) -> None:
        """Read again what an act touched."""
        if self.enterprise and changes.touch(*READ):
            self.read()
            self.story.read()

    def _show(self, asked: str, sheet: EnterpriseSheet) -> None:
        if asked != self.enterprise:
            return
        self.sheet = sheet
        self.head.show_sheet(sheet)
        self.numbers["visits"].show_number(f"{sheet.visits:,}", self.tr("次，含电话联系"))
        late = self.tr("其中逾期 {n} 个").format(n=sheet.overdue) if sheet.overdue else self.tr("没有逾期的")
        self.numbers["issues"].show_number(f"{sheet.issues:,}", late, "red" if sheet.overdue else "")
        self._show_last(sheet)
        named = Linked(asked, str(sheet.row["name"]))
        self.figures.show_sheet(sheet)
        self.qualifications.show_lines(named, qualification_lines(sheet))
        self.assignments.show_lines(named, assignment_lines(sheet, self.desk.office.today()))
        self.files.show_files(asked, sheet.files)

    def _show_last(self, sheet: EnterpriseSheet) -> None:
        card = self.numbers["last"]
        if sheet.days is None or sheet.last_visit is None:
            card.show_number("—", self.tr("还没有当面走访过"), "red")
            return
        words = self.tr("今天") if sheet.days == 0 else self.tr("{n} 天前").format(n=sheet.days)
        card.show_number(words, f"{sheet.last_visit:%Y-%m-%d}", "red" if sheet.days >= LONG_AGO else "")

    def _gone(self, failure: BaseException) -> None:
        self.enterprise = ""
        self.desk.complain(failure)
        self.left.emit()

    # -- what can be done ---------------------------------------------------------------------------------------------

    def begin(self, page: str) -> None:
        """A new record of another page that begins with this enterprise."""
        if self.sheet is not None:
            named = Linked(self.enterprise, str(self.sheet.row["name"]))
            self.desk.go(page, Target(fresh={"enterprise": named}))

    def _open_number(self, key: str) -> None:
        if self.sheet is None:
            return
        named = Linked(self.enterprise, str(self.sheet.row["name"]))
        every = Question("visits", where=(Where("enterprise", "is", named),))
        asked = {"visits": self.sheet.visits_question, "issues": self.sheet.issues_question, "last": every}[key]
        self.desk.go(asked.ledger, Target(question=asked))


def _call(act: Callable[[], object], _checked: bool = False) -> None:
    act()
