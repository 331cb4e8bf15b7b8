"""One setting on the page: its editor, what is wrong with it, keeping it, going back to the default."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from daan_desk.domain.failures import Rejected
from daan_desk.domain.settings import Setting
from daan_desk.services import settings
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.shape_table import editor_for


class SettingCard(Card):
    """One setting: its words, its editor, what is wrong with it, and the buttons that keep or reset it."""

    def __init__(self, desk: Desk, setting: Setting) -> None:
        super().__init__(setting.label)
        self.desk, self.setting = desk, setting
        self.editor = editor_for(setting.shape)
        self.editor.part.setAccessibleName(setting.label)
        self.problem = label("", "bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.save, self.reset = button(self.tr("保存"), "main"), button(self.tr("恢复默认"))
        self.kept: Any = None
        if setting.hint:
            self.body.addWidget(label(setting.hint, "small"))
        self.body.addWidget(self.editor)
        self.body.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.reset)
        row.addWidget(self.save)
        self.body.addLayout(row)
        self.editor.changed.connect(self._changed)
        self.save.clicked.connect(self.keep)
        self.reset.clicked.connect(self.restore)

    @property
    def dirty(self) -> bool:
        """Something was typed that is not kept."""
        return bool(self.editor.value() != self.kept)

    def show_kept(self, value: Any) -> None:
        """The office's value; what an officer is typing is not taken away."""
        typing = self.kept is not None and self.dirty
        self.kept = value
        if not typing:
            self.editor.show_value(value)
            self.kept = self.editor.value()
        self._changed()

    def keep(self) -> None:
        """Save what stands here, or say beside it what is wrong."""
        value = self.editor.value()
        try:
            self.setting.check(value)
        except Rejected as refused:
            self._tell(str(refused))
            return
        self.desk.act(partial(settings.change_setting, self.desk.office, self.setting.key, value), self._saved)

    def restore(self) -> None:
        """Show the shipped value; it counts when it is saved."""
        self.editor.show_value(self.setting.default)
        self._changed()

    def _saved(self, _: Changes) -> None:
        self.kept = self.editor.value()
        self._changed()

    def _changed(self) -> None:
        self._tell("")
        self.save.setVisible(self.dirty)
        self.reset.setVisible(self.editor.value() != self.setting.default)

    def _tell(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
