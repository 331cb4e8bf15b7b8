"""A field for a password, and a box that asks for one."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.icons import put_icon


def secret() -> QLineEdit:
    """A field whose characters are hidden until its eye is pressed."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    eye = QAction(line.tr("显示密码"), line)
    eye.setCheckable(True)
    put_icon(eye, "eye")
    eye.toggled.connect(
        lambda shown: line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
    )
    line.addAction(eye, QLineEdit.ActionPosition.TrailingPosition)
    return line


def secret_box(parent: QWidget, title: str, sentence: str, name: str) -> tuple[Box, QLineEdit]:
    """A box that asks for a password, and its line; name is what a reader says of it."""
    box, line = Box(parent, title, sentence, "key-round"), secret()
    line.setAccessibleName(name)
    box.body.addWidget(line)
    box.offer(box.tr("确定"), box.tr("取消"))
    box.doing.setEnabled(False)
    line.textChanged.connect(lambda text: box.doing.setEnabled(bool(text)))
    line.setFocus()
    return box, line
