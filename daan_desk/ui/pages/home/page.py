"""The page that opens first: numbers over lists, each a way to the work itself."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.domain.home import Home
from daan_desk.domain.questions import Question
from daan_desk.services import home as homes
from daan_desk.services import ledgers
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.cards import EmptyState, NumberCard
from daan_desk.ui.kit.charts import ChartCard
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.even_grid import EvenGrid
from daan_desk.ui.kit.flow import PAGE_MARGINS, page_room, scrolled
from daan_desk.ui.kit.page import Page, Target
from daan_desk.ui.pages.home import lists
from daan_desk.ui.pages.home.card import ListCard
from daan_desk.ui.pages.home.head import Head

WHOLE = "home.whole"
MANY, FEW = 5, 4  # rows of the card that matters most, and of the others
NUMBERS = (
    ("visits_owed", "待走访企业", "map-pin-check", "accent"),
    ("due_soon", "临期问题", "list-checks", "amber"),
    ("overdue", "逾期问题", "triangle-alert", "red"),
    ("expiring_3", "三个月内到期资质", "award", "accent"),
)


class HomePage(Page):
    """What one officer has before them today, or the whole office."""

    key: ClassVar[str] = "home"
    title: ClassVar[str] = "工作首页"
    icon: ClassVar[str] = "house"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.found: Home | None = None
        self.other = ""  # the officer whose work is looked at, "" for the one who sits here
        self.whole = bool(desk.preferences.value(WHOLE, desk.office.officer.role == "专班"))
        self.head = Head()
        self.numbers = {key: NumberCard(self.tr(name), icon, key, tone) for key, name, icon, tone in NUMBERS}
        self.issues = ListCard(desk, self.tr("红黄灯问题"), self.tr("没有亮红灯或黄灯的问题。"), MANY)
        self.chart = ChartCard(self.tr("问题提出与办结"))
        self.duties = ListCard(desk, self.tr("本期待走访"), self.tr("本期的走访都已完成。"), FEW)
        self.loose = ListCard(desk, self.tr("上次走访的遗留事项"), self.tr("没有遗留事项。"), FEW)
        self.mine = ListCard(desk, self.tr("我的企业"), self.tr("还没有包联的企业。"), FEW)
        self.expiring = ListCard(desk, self.tr("即将到期的资质"), self.tr("近期没有到期的资质。"), FEW)
        self.services = ListCard(desk, self.tr("政策、银行、用房"), self.tr("没有要催办的。"), FEW)
        self.forgotten = ListCard(desk, self.tr("久未走访的企业"), self.tr("没有久未走访的企业。"), FEW)
        self.empty = self._beginning()
        self._build()
        self.read()

    def concerns(self, changes: Changes) -> bool:
        return bool(changes.counts)

    def show_for(self, target: Target | None) -> None:
        """With a record: the work of that officer; without: my own, or the whole district's."""
        other = target.record if target else ""
        stale = self.found is not None and self.found.day != self.desk.office.today()  # a new day has begun
        if other != self.other or stale:
            self.other = other
            self.read()

    def turn(self, whole: bool) -> None:
        """Show my own work or that of the whole district."""
        self.whole, self.other = whole, ""
        self.desk.preferences.keep(WHOLE, whole)
        self.read()

    def read(self) -> None:
        office = self.desk.office
        who = self.other or ("" if self.whole else office.officer.id)

        def work() -> tuple[Home, bool]:
            home = homes.home(office, who)
            none = home.number("enterprises").value == 0  # whoever has enterprises need not count all
            return home, none and not (who and ledgers.totals(office, Question("enterprises")).count)

        self.desk.tasks.run(work, then=self._show, owner=self)

    def _show(self, found: tuple[Home, bool]) -> None:
        home, bare = found
        self.found = home
        officer = self.desk.office.officer
        mine = home.officer in ("", officer.id)
        self.head.own.setChecked(mine and bool(home.officer))
        self.head.all.setChecked(not home.officer)
        greeting = lists.greeting(officer.name, self.desk.office.now().hour)
        self.head.hello.setText(greeting if mine else self.tr("{name}的工作").format(name=home.name))
        self.head.today.setText(lists.day_words(home.day, home))
        self.empty.setVisible(bare)
        self.area.setVisible(not bare)
        self.head.show_acts(not bare)
        self.setFocusProxy(self.empty.doing if bare else self.head.visiting)
        self._show_numbers(home)
        self._show_lists(home)
        self.chart.show_values(lists.chart(home))

    def _show_numbers(self, home: Home) -> None:
        rate, month = home.duty_rate, home.number("visits")
        notes = {
            "visits_owed": f"完成 {rate.numerator}/{rate.denominator}，本月 {month.value:,} 次",
            "due_soon": f"今天到期 {home.number('due_today').value}，未办结 {home.number('open').value}",
            "overdue": f"待交办 {home.number('registered').value}，待回访 {home.number('to_call_back').value}",
            "expiring_3": f"一年内到期 {len(home.expiring)} 项",
        }
        for key, card in self.numbers.items():
            value = home.number(key).value
            card.show_number(f"{value:,}", notes[key], "red" if key == "overdue" and value else "")

    def _show_lists(self, home: Home) -> None:
        def every(key: str) -> lists.Way:
            question = home.number(key).question
            return question.ledger, Target(question=question)

        issues = lists.these("issues", (one.id for one in home.issues))
        ending = lists.these("qualifications", (one.id for one in home.expiring))
        for card, lines, way in (
            (self.issues, lists.issue_lines(home.issues), issues),
            (self.duties, lists.duty_lines(home.visits_owed, not home.officer), every("visits_owed")),
            (self.loose, lists.loose_lines(home.loose_ends), every("loose_ends")),
            (self.mine, lists.mine_lines(home.enterprises), every("enterprises")),
            (self.expiring, lists.expiring_lines(home.expiring, home.day), ending),
            (self.services, lists.reminder_lines(home.reminders), None),
            (self.forgotten, lists.forgotten_lines(home.neglected), every("neglected")),
        ):
            card.show_all(lines, self.tr("全部 {n} 条").format(n=len(lines)), way)
        self.mine.setVisible(bool(home.officer))
        self.forgotten.setVisible(not home.officer)

    def _beginning(self) -> EmptyState:
        """What to do first in a new workspace, whoever sits there."""
        steps = (
            self.tr("第一步：导入企业花名册，Excel 表头不用改，包联的领导和干部一并登记。"),
            self.tr("第二步：登记走访，现场的问题一起记。"),
            self.tr("第三步：到“月报”看本月的数字，存成 Word。"),
        )
        return EmptyState("building-2", self.tr("还没有企业"), "\n".join(steps), self.tr("导入花名册"))

    def _build(self) -> None:
        self.head.turned.connect(self.turn)
        self.head.begun.connect(lambda key: self.desk.go(key, Target(fresh={})))
        self.empty.asked.connect(lambda: self.desk.go("imports"))
        self.chart.chosen.connect(lambda way: self.desk.go(*way))
        for card in self.numbers.values():
            card.opened.connect(self._open)
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(PAGE_MARGINS[0], 0, PAGE_MARGINS[2] - 8, PAGE_MARGINS[3])
        room.setSpacing(16)
        for row in (self._numbers(), self._first(), self._others()):
            room.addLayout(row)
        room.addStretch(1)
        self.area = scrolled(inside)
        page = page_room(self)
        page.setContentsMargins(0, PAGE_MARGINS[1], 0, 0)
        page.addLayout(self.head)
        page.addWidget(self.empty, 1)
        page.addWidget(self.area, 1)
        self.empty.hide()

    def _open(self, key: object) -> None:
        if self.found is not None:
            question = self.found.number(str(key)).question
            self.desk.go(question.ledger, Target(question=question))

    def _numbers(self) -> EvenGrid:
        row = EvenGrid(220, len(self.numbers))
        for number in self.numbers.values():
            row.addWidget(number)
        return row

    def _first(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.issues, 7)
        row.addWidget(self.chart, 5)
        return row

    def _others(self) -> EvenGrid:
        rows = EvenGrid(340, 4)
        for card in (self.duties, self.loose, self.expiring, self.services, self.mine, self.forgotten):
            rows.addWidget(card)
        return rows
