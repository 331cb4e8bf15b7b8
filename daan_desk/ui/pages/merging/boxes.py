"""The boxes of the page: a password, the plan of a merge, the choice between mine, theirs and before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QWidget

from daan_desk.services.merging import Conflict, MergePlan, Side
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.dialogs import Box, plan_box
from daan_desk.ui.pages.merging.words import heading, told

WIDEST = 640


class PasswordBox(Box):
    """Asks for the password that both sides use; it can be shown while it is typed."""

    def __init__(self, parent: QWidget, title: str, sentence: str, doing: str) -> None:
        super().__init__(parent, title, sentence, "key-round")
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(self.tr("交换包的密码"))
        self.shown = QCheckBox(self.tr("显示密码"))
        self.shown.toggled.connect(self._show)
        self.body.addWidget(self.line)
        self.body.addWidget(self.shown)
        self.offer(doing, self.tr("取消"))
        self.doing.setEnabled(False)
        self.line.textChanged.connect(lambda text: self.doing.setEnabled(bool(text)))
        self.line.setFocus()

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def merge_box(parent: QWidget, plan: MergePlan) -> tuple[Box, QCheckBox]:
    """The plan in words, with the question whether twins shall be one."""
    box = plan_box(parent, told(plan))
    box.tile.setAccessibleName(box.tr("合并的计划"))
    together = QCheckBox(box.tr("两边重复登记的合为一条，文字和附件都保留"), box)
    together.setChecked(True)
    together.setVisible(bool(plan.twins))
    if plan.twins:
        box.body.addWidget(together)
    return box, together


class ChoiceBox(Box):
    """Mine, theirs, before; or something else that is typed."""

    def __init__(self, parent: QWidget, conflict: Conflict) -> None:
        super().__init__(parent, heading(conflict), "", "git-compare")
        self.setMaximumWidth(WIDEST)
        self.conflict = conflict
        self.sentence.setText(self._question())
        self.sentence.show()
        self.choices = [self._choice(side) for side in conflict.sides]
        self.other, self.line = QRadioButton(self.tr("另写：")), QLineEdit(conflict.sides[0].text)
        self.line.setAccessibleName(self.tr("另写的内容"))
        self.line.textEdited.connect(lambda _: self.other.setChecked(True))
        for part in (self.other, self.line):
            part.setVisible(not conflict.deletion)
            self.body.addWidget(part)
        self.choices[0].setChecked(True)
        self.choices[0].setFocus()
        self.offer(self.tr("就用这个"), self.tr("取消"))

    def _question(self) -> str:
        if self.conflict.deletion:
            return self.tr("一方删除了这条记录，另一方又改过它，现在先保留着。请选择怎么办。")
        before = self.conflict.before or self.tr("空")
        return self.tr("原来是“{before}”，两边改得不一样。请选一个，另一个仍留在操作记录里。").format(before=before)

    def _choice(self, side: Side) -> QRadioButton:
        who = self.tr("我（{by}）") if side.mine else "{by}"
        words = self.tr("{who}，{at}：").format(who=who.format(by=side.by), at=f"{side.at:%Y-%m-%d %H:%M}")
        press = QRadioButton(words)
        text = label(side.text or self.tr("（空）"))
        text.setWordWrap(True)
        text.setIndent(26)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        press.setAccessibleDescription(side.text)
        self.body.addWidget(press)
        self.body.addWidget(text)
        return press

    def chosen(self) -> object:
        """The side that was chosen, or what was typed."""
        for press, side in zip(self.choices, self.conflict.sides, strict=True):
            if press.isChecked():
                return side
        return self.line.text()
