"""The strip at the foot of the window while the line to the server is cut."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from daan_desk.services.hearing import Lost
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.icons import pixmap


class LineStrip(QFrame):
    """Hidden as long as all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        self._sign, self.told = QLabel(), label()
        self.told.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 7, 24, 7)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.told, 1)
        self.hide()

    def show_lost(self, lost: Lost) -> None:
        """Say since when, what is seen, and what becomes of what is being typed."""
        if lost.final:
            words = self.tr("{at} 起服务器不再让您进入：{why}请保留好正在填写的内容，联系服务器管理员。")
        else:
            words = self.tr("{at} 断线：{why}正在重新连接。现在看到的是断线前的内容；正在填写的都还在，连上后再保存。")
        self._sign.setPixmap(pixmap("triangle-alert", "amber", 18, self.devicePixelRatioF()))
        self.told.setText(words.format(at=f"{lost.at:%H:%M}", why=lost.why))
        self.setAccessibleName(self.told.text())
        self.show()
