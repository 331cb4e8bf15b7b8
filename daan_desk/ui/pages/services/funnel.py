"""The funnel of financing: four numbers with four sums of their own, and why banks declined."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from daan_desk.domain.financing import Funnel
from daan_desk.domain.numbers import Money
from daan_desk.domain.questions import Question, Where
from daan_desk.services import financing
from daan_desk.ui.kit.cards import NumberCard, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line, LineList

ICONS = {"需求": "hand-coins", "推送": "send", "授信": "badge-check", "放款": "banknote"}
WIDTH = 1080


class FunnelDoor:
    """Opens the funnel of the demands that the page shows."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: Box | None = None

    def open(self, question: Question) -> None:
        """Work the funnel out in the background, then show it."""
        self.desk.tasks.run(partial(financing.funnel, self.desk.office, question), self._show, owner=self.desk)

    def _show(self, funnel: Funnel) -> None:
        tr = self.desk.tr
        sentence = tr("需求、推送、授信、放款是四个不同口径的金额，分别统计，不相加。点数字打开对应的需求。")
        self.box = box = Box(self.window(), tr("融资对接漏斗"), sentence, "funnel")
        box.setMinimumWidth(WIDTH)
        cards = QHBoxLayout()
        for stage in funnel.stages:
            card = NumberCard(stage.word, ICONS[stage.word], stage.ids)
            card.show_number(f"{stage.count}", f"{stage.amount_word} {Money().show(stage.amount)} 万元")
            card.opened.connect(self._open)
            cards.addWidget(card)
        box.body.addLayout(cards)
        box.body.addWidget(label(tr("银行未授信的原因"), "heading"))
        box.body.addWidget(reasons(funnel) if funnel.reasons else label(tr("还没有银行婉拒"), "soft"))
        box.offer(tr("关闭"))
        box.open()

    def _open(self, ids: tuple[str, ...]) -> None:
        if self.box:
            self.box.accept()
        self.desk.go("financing", Target(question=Question("financing", where=(Where("id", "in", ids),))))


def reasons(funnel: Funnel) -> LineList:
    """Why banks declined, the most frequent first."""
    made = LineList()
    made.setAccessibleName("银行未授信的原因")
    made.show_lines([Line(word, word, pill=Pill(f"{count} 次", "amber")) for word, count in funnel.reasons])
    made.setFixedHeight(min(260, made.full_height() + 4))
    return made
