"""What two people wrote down twice: a list, and the two side by side with what would be left of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableWidgetItem, QWidget

from daan_desk.services import ledgers, merging
from daan_desk.services import twins as pairs
from daan_desk.services.twins import Comparison, Twins
from daan_desk.ui.kit.cards import Card, EmptyState, button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.row_table import RowTable
from daan_desk.ui.kit.rows import Line, LineList

WIDE, LINE, MOST_LINES, ROUND = 760, 34, 11, 170  # pixels; ROUND is what stands around the table


class TwinsCard(Card):
    """The pairs that wait; one that is chosen is laid side by side."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.tr("像是同一条"), parent=parent)
        self.desk = desk
        self.lines, self.shown = LineList(), QStackedWidget()
        self.box: TwinsBox | None = None
        self.lines.setAccessibleName(self.tr("像是同一条的记录"))
        remedy = self.tr("两个人各记了一次的走访、问题、企业，会列在这里，可以合为一条，谁写的都不丢。")
        self.shown.addWidget(EmptyState("combine", self.tr("没有重复登记的内容"), remedy))
        self.shown.addWidget(self.lines)
        self.body.addWidget(self.shown, 1)
        self.lines.chosen.connect(self.compare)

    def show_pairs(self, found: Sequence[Twins]) -> None:
        """The pairs of now."""
        self.lines.show_lines([_line(pair) for pair in found])
        self.shown.setCurrentIndex(1 if found else 0)
        count = self.tr("像是同一条（{n} 对）").format(n=len(found))
        self.title.setText(count if found else self.tr("像是同一条"))

    def compare(self, pair: object) -> None:
        """Lay both side by side."""
        assert isinstance(pair, Twins)
        work = partial(pairs.compared, self.desk.office, pair)
        self.desk.tasks.run(work, then=self._show, owner=self)

    def _show(self, found: Comparison) -> None:
        self.box = TwinsBox(self, found)
        self.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        office, pair = self.desk.office, found.pair
        self.box.accepted.connect(lambda: self.desk.act(partial(merging.join, office, pair)))
        self.box.parting.clicked.connect(lambda: self.desk.act(partial(pairs.set_apart, office, pair)))
        self.box.open()


def _line(pair: Twins) -> Line:
    noun = ledgers.ledger(pair.ledger).noun
    return Line(pair, pair.text, f"{noun}　{pair.why}，由两个人各记了一次", Pill("重复登记", "amber"))


class TwinsBox(Box):
    """Field by field: what is kept, the other one, what will stand there; words that are not taken over are told."""

    def __init__(self, parent: QWidget, found: Comparison) -> None:
        noun = ledgers.ledger(found.pair.ledger).noun
        super().__init__(parent, found.pair.text, "", "combine")
        self.setMinimumWidth(WIDE)
        lost = [row.label for row in found.rows if row.lost]
        self.sentence.setText(self._sentence(found, lost))
        self.sentence.show()
        self.table = self._table(found)
        self.body.addWidget(self.table, 1)
        self.parting = button(self.tr("不是同一条"))
        self.foot.insertWidget(0, self.parting)
        self.parting.clicked.connect(self.reject)
        self.offer(self.tr("合为一条{noun}").format(noun=noun), self.tr("取消"))
        self.doing.setEnabled(bool(found.rows))
        self.resize(WIDE, ROUND + LINE * (min(len(found.rows), MOST_LINES) + 2))

    def _sentence(self, found: Comparison, lost: Sequence[str]) -> str:
        told = self.tr("{why}。合并后保留先记的一条，补上另一条多写的内容，以后可以撤销。").format(why=found.pair.why)
        if found.moving:
            told += self.tr("另一条名下的{moving}一并归过来。").format(moving=found.moving)
        if lost:
            told += self.tr("{fields}两边不一样，以先记的为准，另一种写法只留在操作记录里。").format(
                fields="、".join(lost)
            )
        return told

    def _table(self, found: Comparison) -> RowTable:
        table = RowTable(self.tr("两条记录对照"))
        heads = (self.tr("栏目"), self.tr("{by}记的（先）"), self.tr("{by}记的"), self.tr("合并后"))
        table.setColumnCount(len(heads))
        names = (heads[0], heads[1].format(by=found.kept_by), heads[2].format(by=found.other_by), heads[3])
        table.setHorizontalHeaderLabels(list(names))
        table.setRowCount(len(found.rows))
        for at, row in enumerate(found.rows):
            for column, words in enumerate((row.label, row.kept, row.other, row.after)):
                table.setItem(at, column, QTableWidgetItem(words))
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setMinimumHeight(LINE * 5)
        return table
