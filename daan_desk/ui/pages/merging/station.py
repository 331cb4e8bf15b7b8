"""What this computer is: the office's workspace or an officer's laptop, and how issues get their numbers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daan_desk.services import provisional
from daan_desk.services.provisional import Station
from daan_desk.ui.kit.cards import Card, IconTile, button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Plan, plan_box


class StationCard(Card):
    """One line that says what this workspace is, and a link that makes it the other thing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("这台电脑"))
        self.desk = desk
        self.laptop = False
        self.words, self.changing = label(), button("", "link")
        self.words.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(IconTile("hard-drive", side=28), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        line.addWidget(self.changing)
        self.body.addLayout(line)
        self.changing.clicked.connect(self.ask)

    def show_station(self, found: Station) -> None:
        """Say what it is."""
        self.laptop = found.laptop
        if found.laptop:
            words = self.tr("这是干部的笔记本：登记的问题先给临时编号（{begin}001），企服办合并后换成正式编号。")
            told = words.format(begin=found.beginning)
            told += self.tr("现有 {n} 个等正式编号。").format(n=found.waiting) if found.waiting else ""
        else:
            told = self.tr(
                "这是企服办主库：登记的问题直接给正式编号（{begin}0001），笔记本的临时编号在合并时换成正式的。"
            )
            told = told.format(begin=found.beginning)
        self.words.setText(told)
        self.changing.setText(self.tr("改为企服办主库…") if found.laptop else self.tr("改为干部笔记本…"))

    def ask(self) -> None:
        """Ask before it becomes the other thing."""
        title = self.tr("把这台电脑设为企服办主库？") if self.laptop else self.tr("把这台电脑设为干部的笔记本？")
        sentence = (
            self.tr("只有企服办的一台电脑应当是主库，不然两台会给出相同的编号。等正式编号的问题会马上得到编号。")
            if self.laptop
            else self.tr("以后在这台电脑上登记的问题先给临时编号；已有的编号不变。")
        )
        box = plan_box(self, Plan(title, sentence, doing=self.tr("设为主库") if self.laptop else self.tr("设为笔记本")))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(self._settle)
        box.open()

    def _settle(self) -> None:
        self.desk.act(partial(provisional.settle, self.desk.office, laptop=not self.laptop), then=self._settled)

    def _settled(self, _: object) -> None:
        office = self.desk.office
        self.desk.tasks.run(lambda: provisional.station(office), then=self.show_station, owner=self)
