"""The recovery sheet: the only other way into a workspace, shown once it is made and whenever it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from daan_desk import paths
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.paper import Gap, Heading, Paper, Paragraph
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.pages.welcome.entrance import Entrance

GROUPS: Final = 5  # groups of four characters in a line
WHY: Final = "忘记密码时，只有这组密钥能打开工作区。请抄写或打印，与电脑分开保管；拿到它的人也能打开工作区。"


def lines_of(words: str) -> tuple[str, ...]:
    """The key in lines short enough to be copied by hand."""
    groups = words.split("-")
    return tuple("  ".join(groups[at : at + GROUPS]) for at in range(0, len(groups), GROUPS))


def recovery_paper(workspace: str, words: str) -> Paper:
    """The sheet that goes into a safe."""
    key = tuple(Paragraph(line, 0, "center") for line in lines_of(words))
    told = (Paragraph(f"工作区：{workspace}"), Paragraph(WHY), Gap())
    used = (Gap(), Paragraph("用法：在“打开工作区”页点“忘记密码”，输入上面的密钥（空格和短横可以不输）。"))
    return Paper(f"{workspace} 恢复单", (Heading("恢复单", 0), *told, *key, *used))


class RecoveryKey(QWidget):
    """The key in large letters, and the ways onto paper."""

    def __init__(self, workspace: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.words = workspace, words
        self.preview: Preview | None = None
        self.shown = QLabel("\n".join(lines_of(words)))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(17)
        self.shown.setFont(font)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.setAccessibleName(self.tr("恢复密钥"))
        self.copying, self.printing = button(self.tr("复制")), button(self.tr("打印或存为 PDF…"))
        put_icon(self.copying, "clipboard-copy")
        put_icon(self.printing, "printer")
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 6, 0, 6)
        room.addWidget(self.shown)
        self.copying.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words))
        self.printing.clicked.connect(self.print)

    def print(self) -> None:
        """Show the sheet as it will be printed."""
        self.preview = Preview(recovery_paper(self.workspace, self.words), paths.documents(), self)
        self.preview.open()


class RecoveryPage(Entrance):
    """Stands between a new workspace and its first page: `done` comes when the officer says that the key is kept."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("请保管好恢复密钥", WHY, parent)
        self.key: RecoveryKey | None = None
        self.kept = QCheckBox(self.tr("已抄写或打印，放在安全的地方"))
        self.going = button(self.tr("进入工作区"), "main")
        self.main = self.going
        self.going.setEnabled(False)
        self.kept.toggled.connect(self.going.setEnabled)
        self.going.clicked.connect(self.done)

    def show_key(self, file: Path, words: str) -> None:
        """Show the key of a workspace that was just made."""
        self.key = RecoveryKey(file.stem, words)
        self.card.body.insertWidget(2, self.key)
        self.card.body.insertWidget(3, self.kept)
        for part in (self.key.copying, self.key.printing):
            self.foot.addWidget(part)
        self.foot.addStretch(1)
        self.foot.addWidget(self.going)
        self.problem.hide()
        self.fit()
        self.kept.setFocus()


def recovery_box(host: QWidget, workspace: str, words: str) -> Box:
    """The key again, for who wants to write it down later."""
    box, key = Box(host, host.tr("恢复密钥"), WHY, "key-round"), RecoveryKey(workspace, words)
    box.body.addWidget(key)
    for part in (key.copying, key.printing):
        part.setAutoDefault(False)
        box.foot.addWidget(part)
    box.offer(host.tr("关闭"))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
