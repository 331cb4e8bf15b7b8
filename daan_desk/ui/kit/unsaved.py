"""What a window asks before it closes over words that are not saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.form_window import on_press


def unsaved_box(parent: QWidget, drop: Callable[[], object]) -> Box:
    """Save, go on typing, or drop; it forgets itself when it closes."""
    box = Box(parent, parent.tr("有内容还没有保存"), parent.tr("关闭前要保存吗？"), "circle-help")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dropping = button(parent.tr("不保存"))
    on_press(dropping, drop)
    box.foot.addWidget(dropping)
    box.offer(parent.tr("保存"), parent.tr("继续填写"))
    return box
