"""Which columns a ledger shows, in which order, how wide; remembered on this machine for every ledger."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem

from daan_desk.domain.fields import Field, Ledger
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.ledger_model import header_of
from daan_desk.ui.kit.ledger_table import LedgerTable
from daan_desk.ui.kit.ledger_widths import Span, fitting, fixed
from daan_desk.ui.kit.preferences import Preferences

HALF = 7.5  # pixels of a half-width character at 14 px
NARROWEST, WIDEST = 72, 420
PAD, MARK = 26, 16
LEAST = 8 * 14 + PAD  # eight characters of a long text still say what it is about
LEAST_NAME = 14 * 14 + PAD  # of what names a row, hardly anything is cut: “四川自贡…” are many
MEASURED = 60  # rows whose words are measured: some screens full


def default_names(ledger: Ledger) -> tuple[str, ...]:
    """The columns that the description lists, the ones that name a row first."""
    titles = ledger.title.split()
    listed = [f.name for f in ledger.fields if f.listed]
    return tuple(sorted(listed, key=lambda name: titles.index(name) if name in titles else len(titles)))


def default_width(field: Field) -> int:
    """Room for the characters that the description speaks of, and for the header with its mark."""
    return max(head_width(field) + MARK, NARROWEST, min(int(field.width * HALF) + 24, WIDEST))


def naming(ledger: Ledger) -> str:
    """The field that names a row to people: of those of its title the one that needs the most room."""
    return max(ledger.title.split(), key=lambda name: ledger[name].width)


def head_width(field: Field) -> int:
    """Room for the header alone."""
    return QFontMetrics(sized(14)).horizontalAdvance(header_of(field)) + PAD


class LedgerColumns(QObject):
    """Puts columns on a table and keeps what the officer made of them."""

    changed = Signal()

    def __init__(self, table: LedgerTable, preferences: Preferences) -> None:
        super().__init__(table)
        self._table, self._preferences = table, preferences
        self._ledger = table.ledger.source.ledger
        self._key = f"columns/{self._ledger.name}"
        self._quiet = False
        remembered: list[list[object]] = preferences.value(self._key, [])
        kept = [(str(n), int(str(w))) for n, w in remembered if n in self._ledger.by_name]
        self._widths = {name: width for name, width in kept if width}  # only those that somebody chose
        self._needs: dict[str, int] = {}  # what the words of the first rows take
        self._keeping = QTimer(self, singleShot=True, interval=400)
        self._keeping.timeout.connect(self._keep)
        table.head.sectionResized.connect(self._resized)
        table.head.sectionMoved.connect(self._moved)
        table.viewport().installEventFilter(self)
        table.ledger.dataChanged.connect(self._measure)
        self.show_names(tuple(name for name, _ in kept) or default_names(self._ledger))

    def names(self) -> tuple[str, ...]:
        """The columns that are shown, from the left."""
        return tuple(field.name for field in self._table.ledger.fields)

    def show_names(self, names: Sequence[str]) -> None:
        """Show these columns in this order."""
        self._quiet = True
        self._table.ledger.show_fields([self._ledger[name] for name in names])
        self._needs = {}
        self._fit()
        self._quiet = False
        self.changed.emit()

    def choose(self, names: Sequence[str]) -> None:
        """What the officer chose: shown, and remembered."""
        self.show_names(names)
        self._keep()

    def reset(self) -> None:
        """Back to what the description says."""
        self._widths = {}
        self.show_names(default_names(self._ledger))
        self._preferences.keep(self._key, [])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self._quiet:
            self._quiet = True
            self._fit()
            self._quiet = False
        return False

    def _measure(self) -> None:
        """Once the first rows are here: how much room the words of every column take."""
        ledger = self._table.ledger
        if self._needs or not ledger.ids() or ledger.row_at(0) is None:
            return
        delegate, option = self._table.itemDelegate(), QStyleOptionViewItem()
        for at, field in enumerate(ledger.fields):
            cells = (ledger.index(row, at) for row in range(min(MEASURED, len(ledger.ids()))))
            self._needs[field.name] = max(delegate.sizeHint(option, cell).width() for cell in cells)
        self._quiet = True
        self._fit()
        self._quiet = False

    def _span(self, field: Field) -> Span:
        usual, head = default_width(field), head_width(field)
        if field.name in self._widths:
            return fixed(self._widths[field.name])
        if self._table.head.mark_of(field.name):
            head += MARK
        need = max(head, NARROWEST, min(self._needs.get(field.name, usual), WIDEST))
        if self._table.delegate.is_pill(field.name):
            return Span(max(usual, need), need, need)  # a state is read whole or misread
        least = LEAST_NAME if field.name in self._ledger.title.split() else LEAST
        return Span(usual, need, max(head, min(need, least)))

    def _fit(self) -> None:
        """Give every column its width; what room is left goes to the column that names a row."""
        fields, head = self._table.ledger.fields, self._table.head
        widths = fitting([self._span(f) for f in fields], self._table.viewport().width())
        spare, name = self._table.viewport().width() - sum(widths), naming(self._ledger)
        if spare > 0 and name not in self._widths:
            widths = [width + (spare if f.name == name else 0) for width, f in zip(widths, fields, strict=True)]
        for at, width in enumerate(widths):
            head.resizeSection(at, width)

    def _resized(self, logical: int, _old: int, new: int) -> None:
        if not self._quiet and new:
            self._widths[self._table.ledger.fields[logical].name] = new
            self._keeping.start()

    def _moved(self, _logical: int, _old: int, _new: int) -> None:
        # The model takes the new order over, so that columns are counted alike everywhere; later, because Qt is in the
        # middle of dragging.
        if not self._quiet:
            QTimer.singleShot(0, self, self._take_order)

    def _take_order(self) -> None:
        head = self._table.head
        order = [self._table.ledger.fields[head.logicalIndex(at)].name for at in range(head.count())]
        self._quiet = True
        for at in range(head.count()):
            head.moveSection(head.visualIndex(at), at)
        self._quiet = False
        self.choose(order)

    def _keep(self) -> None:
        self._preferences.keep(self._key, [[name, self._widths.get(name, 0)] for name in self.names()])
