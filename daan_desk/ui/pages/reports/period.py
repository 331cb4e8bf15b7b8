"""Which time a report speaks of: the field of time, and a stretch by name or by two days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from daan_desk.domain.report_offers import Offer
from daan_desk.domain.reports import ALWAYS, PERIODS
from daan_desk.ui.kit.chooser import Chooser, titled

OWN = "own"
DAY_WIDTH = 116


class PeriodChooser(QWidget):
    """The stretch, the field it is measured by, and two days where the officer names them."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stretch, self.day = Chooser(self.tr("时间")), Chooser(self.tr("按哪个日期"))
        self.ends = (self._end(self.tr("开始日期")), self._end(self.tr("结束日期")))
        self.stretch.offer([*PERIODS.items(), (OWN, self.tr("自选日期…"))])
        self._days = QWidget()
        room, row = QHBoxLayout(self), QHBoxLayout(self._days)
        for layout in (room, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
        for end in self.ends:
            row.addWidget(titled(end.accessibleName(), end))
        for part in (self.stretch, self._days, self.day):
            room.addWidget(part)
        self.stretch.chosen.connect(self._turn)
        self.day.chosen.connect(self.chosen)
        self._settle()

    @property
    def period(self) -> str:
        """The period as a report keeps it; no days at all are no period."""
        if self.stretch.key != OWN:
            return self.stretch.key
        first, last = (end.text().strip() for end in self.ends)
        return f"{first}/{last}" if first or last else ALWAYS

    def offer(self, days: Sequence[Offer]) -> None:
        """The fields of time of a ledger; without one there is no time to choose."""
        self.day.offer([(offer.key, offer.label) for offer in days], self.day.key)
        self.setVisible(bool(days))
        if not days:
            self.stretch.show_key(ALWAYS)
        self._settle()

    def show_period(self, day: str, period: str) -> None:
        """Show what a report keeps."""
        self.day.show_key(day)
        self.stretch.show_key(period if period in PERIODS else OWN)
        if period not in PERIODS:
            for end, text in zip(self.ends, period.split("/"), strict=False):
                end.setText(text)
        self._settle()

    def _turn(self) -> None:
        if self.stretch.key == OWN and not any(end.text() for end in self.ends):
            self.ends[0].setFocus()
        self._settle()
        self.chosen.emit()

    def _settle(self) -> None:
        self._days.setVisible(self.stretch.key == OWN)
        self.day.setVisible(self.stretch.key != ALWAYS)

    def _end(self, words: str) -> QLineEdit:
        end = QLineEdit()
        end.setAccessibleName(words)
        end.setPlaceholderText("2026-01-01")
        end.setFixedWidth(DAY_WIDTH)
        end.editingFinished.connect(self._typed)
        return end

    def _typed(self) -> None:
        """A day is taken when it is whole; what is none is said by the page."""
        for end in self.ends:
            text = end.text().strip().replace("/", "-").replace(".", "-")
            try:
                end.setText(date(*map(int, text.split("-"))).isoformat() if text else "")
            except (TypeError, ValueError):
                end.setText(text)
        if self.stretch.key == OWN:
            self.chosen.emit()
