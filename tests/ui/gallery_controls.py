"""A card with every control of the style sheet in its states."""

from __future__ import annotations

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QVBoxLayout,
)

from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.pills import Pill, PillLabel


def controls() -> Card:
    card = Card("各种控件", "帮助")
    card.body.addLayout(_buttons())
    tabs = QTabBar()
    for words in ("基本信息", "资质", "走访", "问题诉求"):
        tabs.addTab(words)
    card.body.addWidget(tabs)
    columns = QHBoxLayout()
    columns.setSpacing(32)
    columns.addLayout(_fields(), 1)
    columns.addLayout(_ticks(), 1)
    card.body.addLayout(columns)
    card.body.addStretch(1)
    return card


def _buttons() -> QHBoxLayout:
    row = QHBoxLayout()
    for text, look, icon in (
        ("导入", "", "upload"),
        ("导出 Excel", "", "download"),
        ("新建走访", "main", "plus"),
        ("删除", "danger", "trash-2"),
        ("查看全部", "link", ""),
        ("不可用", "", ""),
    ):
        made = button(text, look)
        if icon:
            put_icon(made, icon, {"main": "on-accent", "danger": "on-red"}.get(look, "soft"))
        made.setEnabled(text != "不可用")
        row.addWidget(made)
    for text, on in (("全部 600", True), ("待走访 94", False), ("逾期 24", False)):
        chip = QToolButton()
        chip.setText(text)
        chip.setCheckable(True)
        chip.setChecked(on)
        chip.setProperty("look", "chip")
        row.addWidget(chip)
    row.addStretch(1)
    return row


def _fields() -> QFormLayout:
    form = QFormLayout()
    form.setVerticalSpacing(12)
    line, wrong, off = QLineEdit("宏达样例电子有限公司"), QLineEdit("91510304MA6"), QLineEdit("不可改")
    wrong.setProperty("state", "wrong")
    off.setEnabled(False)
    box, day, number = QComboBox(), QDateEdit(QDate(2026, 11, 23)), QSpinBox()
    box.addItems(["大安街道", "龙井街道", "马冲口街道"])
    day.setDisplayFormat("yyyy-MM-dd")
    day.setCalendarPopup(True)
    number.setValue(12)
    notes = QPlainTextEdit("企业反映用电增容的批复时间太长。\n请区供电公司答复。")
    notes.setFixedHeight(80)
    for name, field in (
        ("企业名称", line),
        ("信用代码", wrong),
        ("编号", off),
        ("镇街", box),
        ("日期", day),
        ("人数", number),
        ("说明", notes),
    ):
        form.addRow(label(name, "soft"), field)
    form.insertRow(2, "", label("统一社会信用代码应为 18 位，现在有 11 位", "bad"))
    return form


def _ticks() -> QVBoxLayout:
    column = QVBoxLayout()
    for words, on in (("规上企业", True), ("不公开", False)):
        tick = QCheckBox(words)
        tick.setChecked(on)
        column.addWidget(tick)
    for words, on in (("实地走访", True), ("电话", False)):
        choice = QRadioButton(words)
        choice.setChecked(on)
        column.addWidget(choice)
    progress = QProgressBar()
    progress.setValue(43)
    progress.setTextVisible(False)
    column.addWidget(progress)
    pills = QHBoxLayout()
    for words, tone in (
        ("待走访", "grey"),
        ("办理中", "accent"),
        ("已办结", "green"),
        ("临近", "amber"),
        ("逾期", "red"),
    ):
        pills.addWidget(PillLabel(Pill(words, tone)))
    pills.addStretch(1)
    column.addLayout(pills)
    column.addStretch(1)
    return column
