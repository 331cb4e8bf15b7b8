"""A card of the board: number and light, title, enterprise, department; painted, so that thousands cost nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Row
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized
from daan_desk.ui.kit.ledger_model import Index, LedgerModel
from daan_desk.ui.kit.pills import Pill, paint_pill
from daan_desk.ui.pages.issues.source import light_tone

Ink = tuple[int, str]  # pixels and role
SMALL: Final[Ink] = (13, "soft")
STRONG: Final[Ink] = (14, "text")
LEFT: Final = Qt.AlignmentFlag.AlignLeft
HEIGHT: Final = 148
GAP: Final = 8
PAD: Final = 12.0
LINE: Final = 20.0


def words_of(row: Row) -> tuple[str, str, str, str, str]:
    """Number, title, enterprise, department, light."""
    enterprise, lead = row["enterprise"], row["lead_department"]
    return (
        str(row["number"] or ""),
        str(row["title"]),
        enterprise.text if isinstance(enterprise, Linked) else "",
        lead.text if isinstance(lead, Linked) else "未定部门",
        str(row["light"]),
    )


class CardDelegate(QStyledItemDelegate):
    """Paints the row of a `LedgerModel` as a card."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEIGHT + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        row = model.row_at(index.row()) if isinstance(model, LedgerModel) else None
        area = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -GAP + 1.5)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, area, option)
        if row is not None:
            _words(painter, area.adjusted(PAD, 10, -PAD, -8), row)
        painter.restore()


def _ground(painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    over = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(colour("accent" if focused or over else "line"))
    painter.setBrush(colour("accent-soft" if focused else "card"))
    painter.drawRoundedRect(area, 8, 8)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)


def _words(painter: QPainter, area: QRectF, row: Row) -> None:
    number, title, enterprise, lead, light = words_of(row)
    top = QRectF(area.left(), area.top(), area.width(), LINE)
    _line(painter, top, number, SMALL)
    _line(painter, top, str(row["grade"] or ""), SMALL, Qt.AlignmentFlag.AlignRight)
    for at, part in enumerate(_two_lines(title, area.width())):
        _line(painter, top.translated(0, 22 + at * LINE), part, STRONG)
    for at, part in enumerate((enterprise, lead)):
        _line(painter, top.translated(0, 64 + at * (LINE - 1)), part, SMALL)
    state = str(row["state"])
    if light and light != state:
        foot = top.translated(0, 106)
        paint_pill(painter, foot, Pill(light.removeprefix(f"{state}，"), light_tone(row)))


def _two_lines(text: str, width: float) -> list[str]:
    """The text on at most two lines, the second one cut with “…”."""
    metrics = QFontMetricsF(sized(14))
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    cut = next(n for n in range(len(text), 0, -1) if metrics.horizontalAdvance(text[:n]) <= width)
    return [text[:cut], metrics.elidedText(text[cut:], Qt.TextElideMode.ElideRight, width)]


def _line(painter: QPainter, place: QRectF, text: str, ink: Ink, side: Qt.AlignmentFlag = LEFT) -> None:
    pixels, role = ink
    font = sized(pixels)
    painter.setFont(font)
    painter.setPen(colour(role))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)
