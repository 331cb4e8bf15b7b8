"""The very first start: where the workspace shall lie, who sits here, a password twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QWidget

from daan_desk.domain.officers import ROLES
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.secret import secret
from daan_desk.ui.pages.welcome.entrance import ENDING, Entrance, PathField

SHORTEST: Final = 8


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """What the first run asked for."""

    file: Path
    password: str = field(repr=False)
    name: str
    role: str
    sample: bool


class FirstRun(Entrance):
    """Asks as little as possible; `asked` carries a `NewWorkspace`, the others say that there is something already."""

    asked = Signal(object)
    other_wanted = Signal()
    server_wanted = Signal()
    parcel_wanted = Signal()

    def __init__(self, folder: Path, roles: Sequence[str] = ROLES, parent: QWidget | None = None) -> None:
        super().__init__(
            "欢迎使用大安企服台",
            "先建一个工作区：所有资料都加密保存在这一个文件里，不连网也能用。",
            parent,
        )
        self.file = PathField(folder / f"大安企服{ENDING}")
        self.name, self.role, self.sample = QLineEdit(), QComboBox(), QCheckBox(self.tr("放入示例数据，先看看怎么用"))
        self.password, self.again = secret(), secret()
        self.role.addItems(list(roles))
        self.role.setCurrentText(ROLES[-1])  # who sets the first workspace up is the office; laptops get a parcel
        self.name.setPlaceholderText(self.tr("您的姓名"))
        self.password.setPlaceholderText(self.tr("至少 8 个字符，丢了只能用恢复密钥打开"))
        self._rows()
        self._buttons()
        self.setFocusProxy(self.name)

    def _rows(self) -> None:
        for words, part in (
            (self.tr("存放位置"), self.file),
            (self.tr("姓名"), self.name),
            (self.tr("身份"), self.role),
            (self.tr("密码"), self.password),
            (self.tr("再输一遍"), self.again),
        ):
            self.row(words, part)
        self.form.addRow("", self.sample)
        self.fresh = button(self.tr("企服办给了交换包？用它建立…"), "link")
        self.fresh.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.form.addRow("", self.fresh)
        self.fresh.clicked.connect(self.parcel_wanted)

    def _buttons(self) -> None:
        other, self.making = button(self.tr("打开已有的工作区"), "link"), button(self.tr("建立工作区"), "main")
        self.main = self.making
        self.making.setDefault(True)
        self.joining = button(self.tr("连接服务器"), "link")
        self.foot.addWidget(other)
        self.foot.addWidget(self.joining)
        self.foot.addStretch(1)
        self.foot.addWidget(self.making)
        other.clicked.connect(self.other_wanted)
        self.joining.clicked.connect(self.server_wanted)
        self.making.clicked.connect(self._ask)

    def _ask(self) -> None:
        password = self.password.text()
        for wrong, sentence, place in (
            (not self.name.text().strip(), self.tr("请填写您的姓名，每一条记录都会记下是谁改的。"), self.name),
            (len(password) < SHORTEST, self.tr("密码至少要 8 个字符。"), self.password),
            (password != self.again.text(), self.tr("两次输入的密码不一样。"), self.again),
            (not self.file.text().strip(), self.tr("请选择工作区文件放在哪里。"), self.file.line),
        ):
            if wrong:
                self.refuse(sentence, place)
                return
        self.refuse("")
        name, role = self.name.text().strip(), self.role.currentText()
        self.asked.emit(NewWorkspace(self.file.path, password, name, role, self.sample.isChecked()))
