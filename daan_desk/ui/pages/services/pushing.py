"""Pushing demands to banks: the banks are ticked in a box, the rest follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from daan_desk.domain.questions import Hit
from daan_desk.services import financing, ledgers
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box

ID = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 36


class PushDoor:
    """Opens the box of banks for the selected demands."""

    def __init__(self, desk: Desk, window: Callable[[], QWidget]) -> None:
        self.desk, self.window = desk, window
        self.box: Box | None = None
        self.banks = QListWidget()

    def open(self, demands: Sequence[str]) -> None:
        """Ask which banks."""
        self.desk.tasks.run(partial(banks, self.desk.office), partial(self._show, demands), owner=self.desk)

    def _show(self, demands: Sequence[str], found: Sequence[Hit]) -> None:
        tr = self.desk.tr
        sentence = tr("已经推送过的不会重复推送；答复时限从今天起按设置推算。")
        if not found:
            sentence = tr("银行名录还是空的，请先在“银行名录”里新增银行。")
        title = tr("把 {n} 个融资需求推送给").format(n=len(demands))
        self.box = box = Box(self.window(), title, sentence, "send")
        self.banks = QListWidget()
        self.banks.setProperty("look", "boxed")
        self.banks.setAccessibleName(title)
        for hit in found:
            line = QListWidgetItem(hit.text, self.banks)
            line.setData(ID, hit.id)
            line.setSizeHint(QSize(0, ROW_HEIGHT))
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Unchecked)
        box.body.addWidget(self.banks)
        box.offer(tr("推送"), tr("取消"))
        self._allow()
        self.banks.itemChanged.connect(self._allow)
        box.finished.connect(partial(self._push, demands))
        box.open()

    def ticked(self) -> list[str]:
        """The banks that are ticked."""
        lines = [self.banks.item(at) for at in range(self.banks.count())]
        return [str(line.data(ID)) for line in lines if line.checkState() is Qt.CheckState.Checked]

    def _allow(self, _line: QListWidgetItem | None = None) -> None:
        if self.box:
            self.box.doing.setEnabled(bool(self.ticked()))

    def _push(self, demands: Sequence[str], answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            self.desk.act(partial(financing.push, self.desk.office, tuple(demands), tuple(self.ticked())))


def banks(office: Office) -> tuple[Hit, ...]:
    """Every bank."""
    found = ledgers.rows(office, "banks", ledgers.ids(office, Question("banks")))
    return tuple(Hit("banks", row.id, str(row["name"])) for row in found)
