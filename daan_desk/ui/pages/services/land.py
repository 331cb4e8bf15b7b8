"""What became of idle assets before and after, and the account of the land; each sum opens its own rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from daan_desk.domain.numbers import Number
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.revivals import Revival, by_year
from daan_desk.services import land, revivals
from daan_desk.services.land import Land
from daan_desk.ui.kit.cards import NumberCard, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.explaining import ExplainBox, Explained
from daan_desk.ui.kit.ledger_actions import Shown
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line

WIDTH = 1000
COLUMNS = 4


class RevivalDoor:
    """Opens the assets that are in use again, each before and after."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: ExplainBox | None = None

    def open(self, _shown: Shown) -> None:
        """Read in the background, then show."""
        self.desk.tasks.run(partial(revivals.revivals, self.desk.office), self._show, owner=self.desk)

    def _show(self, found: Sequence[Revival]) -> None:
        tr = self.desk.tr
        sentence = "；".join(yearly(found)) or tr("还没有盘活的资产：在“用房对接”里签约，或把资产状态改为“已盘活”。")
        self.box = box = ExplainBox(self.window(), tr("盘活前后"), sentence, "warehouse")
        box.show_explained([before_and_after(one) for one in found])
        box.offer(tr("打开这项资产"), tr("关闭"))
        box.doing.setEnabled(bool(found))
        box.finished.connect(self._go)
        box.open()

    def _go(self, answer: int) -> None:
        marked = self.box.marked() if self.box else None
        if answer == QDialog.DialogCode.Accepted and marked:
            self.desk.go("assets", Target(record=str(marked.line.key)))


def yearly(found: Sequence[Revival]) -> list[str]:
    """A sentence for each year; what nobody has entered is said."""
    told = []
    for year in by_year(found):
        parts = [f"{year.year} 年盘活 {len(year.ids)} 处", f"面积 {Number().show(year.area)} ㎡"]
        parts += [f"土地 {Number().show(year.land)} 亩"] if year.land else []
        parts += [f"带动就业 {year.jobs} 人"] if year.jobs else []
        parts += [f"其中 {year.lacking} 处没有登记面积"] if year.lacking else []
        told.append("，".join(parts))
    return told


def before_and_after(one: Revival) -> Explained:
    """An asset with how it was and how it is."""
    day = f"{one.revived} 盘活" if one.revived else "没有登记盘活日期"
    points = ((Pill("盘活前", "grey"), one.before), (Pill("盘活后", "green"), one.after))
    return Explained(Line(one.id, one.name, day, Pill(one.kind or "—", "accent")), points)


class LandDoor:
    """Opens the account of the land."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: Box | None = None

    def open(self, _shown: Shown) -> None:
        """Read in the background, then show."""
        self.desk.tasks.run(partial(land.land, self.desk.office), self._show, owner=self.desk)

    def _show(self, found: Land) -> None:
        tr = self.desk.tr
        words = tr("储备包含在可用里。依法认定的“闲置土地”和工作口径的“低效闲置资源”是两件事，从不相加。")
        self.box = box = Box(self.window(), tr("用地总账"), words, "map-pinned")
        box.setMinimumWidth(WIDTH)
        grid = QGridLayout()
        grid.setSpacing(14)
        for at, card in enumerate(cards(found)):
            card.opened.connect(self._go)
            grid.addWidget(card, *divmod(at, COLUMNS))
        box.body.addLayout(grid)
        for doubt in found.account.doubts:
            box.body.addWidget(label(doubt, "warn"))
        box.offer(tr("关闭"))
        box.open()

    def _go(self, question: Question) -> None:
        if self.box:
            self.box.accept()
        self.desk.go(question.ledger, Target(question=question))


def cards(found: Land) -> list[NumberCard]:
    """The four sums of the account, then what is idle: by law, handled, and the work list's land and rooms."""
    account = found.account
    made = []
    for name, field, sum_ in (
        ("规划工业用地", "planned", account.planned),
        ("可用工业用地", "usable", account.usable),
        ("储备用地", "reserved", account.reserved),
        ("已供用地", "supplied", account.supplied),
    ):
        card = NumberCard(name, "land-plot", Question("land_accounts", where=(Where(field, "filled"),)))
        card.show_number(f"{Number().show(sum_)} 亩", f"{len(account.areas)} 个片区")
        made.append(card)
    for name, part, unit, icon in (
        ("闲置土地（依法认定）", found.by_law, "亩", "gavel"),
        ("闲置土地已处置", found.handled, "亩", "badge-check"),
        ("低效闲置资源：土地", found.work_list_land, "亩", "map-pinned"),
        ("低效闲置资源：用房", found.work_list_rooms, "㎡", "warehouse"),
    ):
        card = NumberCard(name, icon, part.question)
        card.show_number(f"{Number().show(part.area)} {unit}", f"{part.count} 处")
        made.append(card)
    return made
