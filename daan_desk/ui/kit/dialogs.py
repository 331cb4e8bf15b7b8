"""Questions and sentences in a box: ask, confirm a plan, say what happened and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import IconTile, button, label
from daan_desk.ui.kit.fitting import fit_to_screen

WIDTH: Final = 460


@dataclass(frozen=True, slots=True)
class Plan:
    """What is about to happen: counts by name, remarks below them, and the word of the button that does it."""

    title: str
    sentence: str
    counts: Sequence[tuple[str, int]] = ()
    remarks: Sequence[str] = ()
    doing: str = "确定"
    danger: bool = False


class Box(QDialog):
    """A dialog with an icon, a heading, words, room for more, and its buttons at the right of the foot."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str = "", icon: str = "info") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        room = QVBoxLayout(self)
        room.setContentsMargins(24, 20, 24, 18)
        room.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(14)
        self.tile = IconTile(icon)
        words = QVBoxLayout()
        words.setSpacing(6)
        self.heading, self.sentence = label(title, "heading"), label(sentence, "soft")
        for part in (self.heading, self.sentence):
            part.setWordWrap(True)
            words.addWidget(part)
        self.sentence.setVisible(bool(sentence))
        head.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.body, self.foot = QVBoxLayout(), QHBoxLayout()
        self.foot.addStretch(1)
        room.addLayout(head)
        room.addLayout(self.body)
        room.addLayout(self.foot)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)

    def offer(self, yes: str, no: str = "", look: str = "main") -> None:
        """Add the buttons: `no` closes without doing anything, and Escape does the same."""
        if no:
            refusing = button(no)
            refusing.clicked.connect(self.reject)
            self.foot.addWidget(refusing)
        self.doing = button(yes, look)
        self.doing.clicked.connect(self.accept)
        self.foot.addWidget(self.doing)
        # what cannot be taken back is never one Enter away
        self.doing.setDefault(look != "danger")


def ask(parent: QWidget | None, title: str, sentence: str = "", yes: str = "确定", no: str = "取消") -> bool:
    """A question with two answers; closing the box is the second."""
    box = Box(parent, title, sentence, "circle-help")
    box.offer(yes, no)
    return box.exec() == QDialog.DialogCode.Accepted


def plan_box(parent: QWidget | None, plan: Plan) -> Box:
    """The box that shows a plan; `confirm` opens it."""
    box = Box(parent, plan.title, plan.sentence, "triangle-alert" if plan.danger else "list-checks")
    if plan.danger:
        box.tile.show_tone("red")
    if plan.counts:
        table = QFormLayout()
        table.setHorizontalSpacing(24)
        for name, count in plan.counts:
            table.addRow(label(name, "soft"), label(f"{count:,}"))
        box.body.addLayout(table)
    if plan.remarks:
        box.body.addWidget(_remarks(plan.remarks))
    box.offer(plan.doing, box.tr("取消"), "danger" if plan.danger else "main")
    return box


def confirm(parent: QWidget | None, plan: Plan) -> bool:
    """Show the plan and say whether it shall be carried out."""
    return plan_box(parent, plan).exec() == QDialog.DialogCode.Accepted


def say(parent: QWidget | None, sentence: str, remedy: str = "", icon: str = "info") -> None:
    """One sentence and what to do about it."""
    box = Box(parent, sentence, remedy, icon)
    box.setWindowTitle(box.tr("提示"))
    box.offer(box.tr("知道了"))
    box.exec()


def text_box(parent: QWidget | None, title: str, text: str = "", hint: str = "") -> tuple[Box, QLineEdit]:
    """A box that asks for one line, and its line."""
    box, line = Box(parent, title, hint, "pencil"), QLineEdit(text)
    line.setAccessibleName(title)
    line.selectAll()
    box.body.addWidget(line)
    box.offer(box.tr("确定"), box.tr("取消"))
    line.setFocus()
    return box, line


def enter(parent: QWidget | None, title: str, text: str = "", hint: str = "") -> str | None:
    """One line of text; None when the officer thought better of it."""
    box, line = text_box(parent, title, text, hint)
    return line.text().strip() if box.exec() == QDialog.DialogCode.Accepted else None


def _remarks(remarks: Sequence[str]) -> QPlainTextEdit:
    shown = QPlainTextEdit("\n".join(remarks))
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setAccessibleName("说明")
    shown.setFixedHeight(min(220, 34 + 22 * len(remarks)))
    return shown


def report_box(parent: QWidget | None, report: str) -> Box:
    """The box for a fault: what happened in plain words, the report, a button that copies it; the program goes on."""
    box = Box(parent, "程序出了点问题", "", "triangle-alert")
    box.sentence.setText(
        box.tr(
            "刚才的操作没有完成，已保存的数据不受影响，可以继续使用。请复制报告发给维护人员，报告不含任何企业和人员信息。"
        )
    )
    box.sentence.show()
    box.tile.show_tone("amber")
    box.body.addWidget(_remarks(report.splitlines()))
    copying = button(box.tr("复制报告"))
    copying.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    box.foot.addWidget(copying)
    box.offer(box.tr("继续使用"))
    return box
