"""A fresh laptop: the office's parcel for its officer, that parcel's password, and a password of one's own twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.secret import secret
from daan_desk.ui.pages.welcome.entrance import ENDING, Entrance, PathField
from daan_desk.ui.pages.welcome.first_run import SHORTEST

PARCELS = "*.daanx"


@dataclass(frozen=True, slots=True)
class Fresh:
    """A workspace that shall be made of a parcel."""

    parcel: Path
    secret: str = field(repr=False)
    file: Path
    password: str = field(repr=False)


class FromParcel(Entrance):
    """`asked` carries a `Fresh`; name and role come with the parcel."""

    asked = Signal(object)
    back_wanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "用企服办的交换包建工作区",
            "企服办打包时选了“给谁”的交换包，里面有您的姓名和您包联的企业，合进来就能下乡用。",
            parent,
        )
        self.parcel, self.secret = QLineEdit(), secret()
        self.file = PathField(folder / f"我的企服{ENDING}")
        self.password, self.again = secret(), secret()
        self.secret.setPlaceholderText(self.tr("企服办告诉您的"))
        self.password.setPlaceholderText(self.tr("您自己定，至少 8 个字符，丢了只能用恢复密钥打开"))
        self._rows()
        self._buttons()
        self.setFocusProxy(self.parcel)

    def _rows(self) -> None:
        choosing, picked = button(self.tr("选择…")), QWidget()
        line = QHBoxLayout(picked)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.parcel, 1)
        line.addWidget(choosing)
        picked.setFocusProxy(self.parcel)
        self.parcel.setAccessibleName(self.tr("交换包"))
        choosing.clicked.connect(self.choose)
        for words, part in (
            (self.tr("交换包"), picked),
            (self.tr("交换包的密码"), self.secret),
            (self.tr("存放位置"), self.file),
            (self.tr("新密码"), self.password),
            (self.tr("再输一遍"), self.again),
        ):
            self.row(words, part)

    def _buttons(self) -> None:
        back, self.making = button(self.tr("返回"), "link"), button(self.tr("建立工作区"), "main")
        self.main = self.making
        self.making.setDefault(True)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.making)
        back.clicked.connect(self.back_wanted)
        self.making.clicked.connect(self._ask)

    def choose(self) -> None:
        """Ask which parcel."""
        pattern = self.tr("交换包 ({ending})").format(ending=PARCELS)
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("选择交换包"), self.parcel.text(), pattern)
        if chosen:
            self.parcel.setText(chosen)
            self.secret.setFocus()

    def _ask(self) -> None:
        password = self.password.text()
        for wrong, sentence, place in (
            (not self.parcel.text().strip(), self.tr("请选择企服办给您的交换包。"), self.parcel),
            (not self.secret.text(), self.tr("请填写交换包的密码，向企服办打包的同事问。"), self.secret),
            (not self.file.text().strip(), self.tr("请选择工作区文件放在哪里。"), self.file.line),
            (len(password) < SHORTEST, self.tr("新密码至少要 8 个字符。"), self.password),
            (password != self.again.text(), self.tr("两次输入的密码不一样。"), self.again),
        ):
            if wrong:
                self.refuse(sentence, place)
                return
        self.refuse("")
        self.asked.emit(Fresh(Path(self.parcel.text().strip()), self.secret.text(), self.file.path, password))
