"""Whether whole telephone numbers go out with a ledger: hidden unless ticked, remembered for each ledger."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox

from daan_desk.domain.fields import Kind, Ledger
from daan_desk.domain.guarding import hidden, personal
from daan_desk.domain.tables import Table
from daan_desk.ui.kit.desk import Desk


class PhonesTick(QCheckBox):
    """Not shown where there are no numbers to hide; what the officer ticks is ticked the next time too."""

    def __init__(self, desk: Desk, ledger: Ledger, kinds: Iterable[Kind]) -> None:
        super().__init__(desk.tr("含完整电话号码；不勾选时隐去中间几位"))
        self._desk, self._key = desk, f"phones/{ledger.name}"
        self.offered = any(personal(kind) for kind in kinds)
        self.setChecked(self.offered and desk.preferences.value(self._key, False))
        self.setVisible(self.offered)
        self.clicked.connect(self._keep)

    def told(self, table: Table) -> Table:
        """The table as it may go out."""
        return table if self.isChecked() or not self.offered else hidden(table)

    def _keep(self, whole: bool) -> None:
        self._desk.preferences.keep(self._key, whole)
