"""The foot of a ledger: how many rows, how many of them selected, and the sums that its description asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.domain.questions import Totals
from daan_desk.ui.kit.cards import label


def sums_said(ledger: Ledger, totals: Totals) -> tuple[str, ...]:
    """“上年营业收入合计 1,234.5 万元”, one for every field with a sum."""
    fields = [f for f in ledger.fields if f.total and totals.sums.get(f.name) is not None]
    units = [str(getattr(f.kind, "unit", "") or "") for f in fields]
    return tuple(
        f"{f.label.removesuffix('合计')}合计 {f.kind.show(totals.sums[f.name])} {unit}".strip()
        for f, unit in zip(fields, units, strict=True)
    )


class LedgerFoot(QWidget):
    """One quiet line under the table."""

    def __init__(self, ledger: Ledger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._count, self._selected = 0, 0
        self._totals = Totals(0)
        self._sums: tuple[str, ...] = ()
        self._left, self._right = label("", "small", self), label("", "small", self)
        self._left.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._right.setMinimumWidth(1)  # many sums take a second line; they never push the window wider
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 18, 8)
        row.setSpacing(24)
        row.addWidget(self._left)
        row.addWidget(self._right, 1)

    def show_count(self, count: int) -> None:
        self._count = count
        self._write()

    def show_selected(self, selected: int) -> None:
        self._selected = selected
        self._write()

    def show_totals(self, totals: Totals) -> None:
        self._totals = totals
        self._write()

    def text(self) -> str:
        """Everything that the foot says, in one line."""
        return " · ".join(part for part in (self._left.text(), *self._sums) if part)

    def _write(self) -> None:
        parts = [self.tr("共 {n} 条").format(n=f"{self._count:,}")]
        if self._selected:
            parts.append(self.tr("已选 {n} 条").format(n=f"{self._selected:,}"))
        self._left.setText(" · ".join(parts))
        self._sums = sums_said(self._ledger, self._totals)
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        """Sums beside each other, the next line where the width ends; no sum is cut in two."""
        metrics = self._right.fontMetrics()
        room = self.width() - 36 - 24 - self._left.sizeHint().width()
        lines: list[str] = []
        for said in self._sums:
            longer = f"{lines[-1]} · {said}" if lines else said
            if lines and metrics.horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(said)
        self._right.setText("\n".join(lines))
