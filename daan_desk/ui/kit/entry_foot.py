"""Under a sheet: the current cell in words, the sum of its column beside the sums before, and what it was at first."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.domain.entry_sheets import EntryRow
from daan_desk.domain.fields import Field
from daan_desk.domain.figures import growth_words
from daan_desk.services import revisions
from daan_desk.services.revisions import Revision
from daan_desk.ui.kit.cards import button, label, put_look, rule
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.entry_delegate import beside
from daan_desk.ui.kit.entry_model import EntryModel
from daan_desk.ui.kit.rows import Line, LineList

HEIGHT, WIDTH = 320, 620


class EntryFoot(QWidget):
    """Two lines: what is to be said of the cell, and of the column."""

    def __init__(self, desk: Desk, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.entries = desk, model
        self.cell, self.column, self.counts = label("", "soft"), label("", "small"), label("", "small")
        self.history = button(self.tr("修订记录"), "link")
        self.history.setToolTip(self.tr("这一格从前是多少、谁改的（Ctrl+H）"))
        self.box: Box | None = None
        self._at: tuple[EntryRow, Field] | None = None
        self._lay()
        self.history.clicked.connect(self.open_history)
        inside = Qt.ShortcutContext.WindowShortcut
        QShortcut(QKeySequence("Ctrl+H"), self, self.open_history, context=inside)

    def _lay(self) -> None:
        upper, lower, room = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(4)
        upper.addWidget(self.cell, 1)
        upper.addWidget(self.history)
        lower.addWidget(self.column, 1)
        lower.addWidget(self.counts)
        room.addWidget(rule())
        room.addLayout(upper)
        room.addLayout(lower)

    def show_cell(self, index: QModelIndex) -> None:
        """Speak of this cell and its column."""
        inside = (
            index.isValid() and index.row() < self.entries.rowCount() and index.column() < self.entries.columnCount()
        )
        self._at = (self.entries.row(index.row()), self.entries.field(index.column())) if inside else None
        self.history.setEnabled(bool(self._at and self._at[0].record))
        self.cell.setText(self._said(*self._at) if self._at else "")
        put_look(self.cell, "look", self._look(*self._at) if self._at else "soft")
        self.column.setText(self._summed(self._at[1]) if self._at else "")

    def show_counts(self, typed: int, wrong: int, odd: int) -> None:
        """How much was typed and is not kept yet, and what of it is wrong or odd."""
        said = ((typed, self.tr("未保存 {n} 格")), (wrong, self.tr("填错 {n} 格")), (odd, self.tr("请核对 {n} 格")))
        self.counts.setText(" · ".join(words.format(n=count) for count, words in said if count))

    def _said(self, row: EntryRow, field: Field) -> str:
        words = self.entries.problem(row, field) or self.entries.doubt(row, field)
        parts = (row.title, row.detail, field.label, beside(self.entries, row, field), words)
        return " · ".join(part for part in parts if part)

    def _look(self, row: EntryRow, field: Field) -> str:
        if self.entries.problem(row, field):
            return "bad"
        return "warn" if self.entries.doubt(row, field) else "soft"

    def _summed(self, field: Field) -> str:
        """Sum of the column, how many lines have something in it, and how it grew."""
        if not field.total:
            return ""
        rows = self.entries.sheet.rows
        now, before, ago = (
            [values.get(field.name) for values in some]
            for some in ([self.entries.values(row) for row in rows], [r.before for r in rows], [r.ago for r in rows])
        )
        filled = sum(value is not None for value in now)
        total = _sum(field, now)
        words = self.tr("合计 {sum}（已填 {n}/{m}）") if total else self.tr("已填 {n}/{m}")
        said = [words.format(sum=total, n=filled, m=len(rows))]
        for word, values in zip(self.entries.sheet.beside, (before, ago), strict=True):
            text = _sum(field, values)
            both = [(a, b) for a, b in zip(now, values, strict=True) if a is not None and b is not None]
            grown = growth_words(_total([a for a, _ in both]), _total([b for _, b in both]))
            said += [f"{word}合计 {text}{f'，可比{grown}' if grown else ''}"] if word and text else []
        return " · ".join(said)

    # -- what it was before -------------------------------------------------------------------------------------------

    def open_history(self) -> None:
        """Every value that the cell ever had."""
        if self._at and self._at[0].record:
            row, field = self._at
            ledger = self.entries.sheet.ledger
            work = partial(revisions.revisions, self.desk.office, ledger, row.record, field.name)
            self.desk.tasks.run(work, partial(self._show_history, row, field), owner=self)

    def _show_history(self, row: EntryRow, field: Field, found: Sequence[Revision]) -> None:
        title = self.tr("修订记录：{row}").format(row=row.title)
        nothing = self.tr("这一格还没有填过。")
        words = self.tr("{period} {field}，最近的在上。").format(period=self.entries.sheet.words, field=field.label)
        self.box = box = Box(self.window(), title, words if found else nothing, "history")
        lines = LineList(boxed=True)
        lines.setAccessibleName(title)
        lines.show_lines([_line(one) for one in found])
        lines.setFixedHeight(min(HEIGHT, lines.full_height() + 4))
        lines.setVisible(bool(found))
        box.setMinimumWidth(WIDTH)
        box.body.addWidget(lines)
        box.offer(self.tr("关闭"))
        box.open()


def _line(one: Revision) -> Line:
    title = f"{one.before} → {one.after or '（空）'}" if one.before else one.after or "（空）"
    return Line(one, title, " · ".join(part for part in (f"{one.at:%Y-%m-%d %H:%M}", one.by, one.act) if part))


def _total(values: Sequence[object]) -> Decimal | None:
    numbers = [Decimal(value) for value in values if isinstance(value, int | Decimal)]
    return sum(numbers, Decimal(0)) if numbers else None


def _sum(field: Field, values: Sequence[object]) -> str:
    total = _total(values)
    return "" if total is None else field.kind.show(int(total) if field.kind.storage == "integer" else total)
