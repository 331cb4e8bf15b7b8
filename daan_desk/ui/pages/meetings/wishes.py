"""Which enterprises are looked for: words, place, sort, and how long nobody has met them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import Linked
from daan_desk.domain.numbers import Integer
from daan_desk.domain.questions import Where
from daan_desk.services import ledgers
from daan_desk.services.invitations import Wish
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors import editor_for
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.ledger_service import OfficeSource

FILTERS = {"cluster": "一主两辅", "park": "园区", "town": "镇街"}
DAYS = Field("days", "天数", Integer(), hint="多少天没见过")


class Wishes(QWidget):
    """`changed` comes with every key; what cannot be read yet does not count."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ledger = ledgers.ledger("enterprises")
        around = Around(OfficeSource(desk.office, ledger), desk.tasks)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("名称、拼音首字母"))
        self.text.setAccessibleName(self.tr("查找企业"))
        self.text.textEdited.connect(self.changed)
        self.editors = {name: editor_for(replace(ledger[name], hint=words), around) for name, words in FILTERS.items()}
        self.days = editor_for(DAYS, around)
        self.open_issues, self.above = QCheckBox(self.tr("有未办结问题")), QCheckBox(self.tr("规上"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for at, part in enumerate((self.text, *self.editors.values(), self.days)):
            grid.addWidget(part, 0, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(self.open_issues, 1, 0)
        grid.addWidget(self.above, 1, 1)
        for editor in (*self.editors.values(), self.days):
            editor.changed.connect(self.changed)
        for tick in (self.open_issues, self.above):
            tick.toggled.connect(self.changed)

    def wish(self) -> Wish:
        """What is looked for now."""
        raws = {name: editor.raw() for name, editor in self.editors.items()}
        where = tuple(_where(name, raw) for name, raw in raws.items() if raw)
        where += (Where("above_scale", "is", True),) if self.above.isChecked() else ()
        return Wish(self.text.text().strip(), where, self.open_issues.isChecked(), self._days())

    def _days(self) -> int | None:
        try:
            value = self.days.read().value
        except Rejected:
            return None
        return value if isinstance(value, int) else None


def _where(name: str, raw: object) -> Where:
    return Where(name, "is" if isinstance(raw, Linked) else "has", raw)
