"""Small things to press at the head of a page: an arrow with its words, a chip that stays down."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from daan_desk.ui.kit.icons import put_icon


def arrow(icon: str, words: str) -> QToolButton:
    """A picture to press; the words are said to a reader and when it is pointed at."""
    made = QToolButton()
    put_icon(made, icon)
    made.setToolTip(words)
    made.setAccessibleName(words)
    return made


def chip(words: str) -> QToolButton:
    """A choice that is on or off."""
    made = QToolButton()
    made.setText(words)
    made.setCheckable(True)
    made.setProperty("look", "chip")
    return made
