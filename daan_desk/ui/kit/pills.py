"""Status as a word on a soft ground with a dot before it: never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.fonts import sized

HEIGHT: Final = 22
DOT: Final = 3.0
PADDING: Final = 9.0
GAP: Final = 5.0
PIXELS: Final = 13


@dataclass(frozen=True, slots=True)
class Pill:
    """A status: its word and its tone (grey, accent, green, amber, red, violet)."""

    text: str
    tone: str = "grey"


# state words of every ledger, by what they ask of the officer
TONES: Final = {
    "grey": (
        "待交办",
        "待走访",
        "报名",
        "申报",
        "撤回",
        "解释说明",
        "已过期",
        "注销",
        "迁出",
        "洽谈",
        "停用",
        "缺数据",
        "闲置",
    ),
    "accent": ("已交办", "办理中", "走访中", "推荐", "对接中", "在建", "签约", "落地", "待定", "长期推进"),
    "green": (
        "已办结",
        "已销号",
        "有效",
        "正常",
        "满产",
        "已授信",
        "已放款",
        "竣工",
        "投产",
        "同意",
        "符合",
        "已盘活",
        "非常满意",
        "满意",
    ),
    "amber": ("待办理", "即将到期", "减产", "临近", "差一点", "黄", "基本满意", "退回"),
    "red": ("逾期", "超期", "停产", "未成功", "婉拒", "不符合", "不满意", "红"),
}


def tone_of(word: str) -> str:
    """The tone in which a state word is shown; grey for a word that nobody has given one."""
    return next((tone for tone, words in TONES.items() if word in words), "grey")


def pill_width(text: str) -> float:
    """Logical pixels that the pill of this text takes."""
    return QFontMetricsF(sized(PIXELS)).horizontalAdvance(text) + 2 * PADDING + 2 * DOT + GAP


def paint_pill(painter: QPainter, area: QRectF, pill: Pill, right: bool = False) -> None:
    """Paint the pill in the middle of the area's height, at its left or right end, cut to the area's width."""
    width = min(pill_width(pill.text), area.width())
    left = area.right() - width if right else area.left()
    box = QRectF(left, area.center().y() - HEIGHT / 2, width, HEIGHT)
    ink, ground = _inks(pill.tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(box.left() + PADDING + DOT, box.center().y()), DOT, DOT)
    painter.setPen(ink)
    painter.setFont(sized(PIXELS))
    words = box.adjusted(PADDING + 2 * DOT + GAP, 0, -PADDING + 2, 0)
    shown = QFontMetricsF(sized(PIXELS)).elidedText(pill.text, Qt.TextElideMode.ElideRight, words.width() + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


def _inks(tone: str) -> tuple[QColor, QColor]:
    return colour(tone), colour(f"{tone}-soft")


class PillLabel(QWidget):
    """A pill as a widget of its own."""

    def __init__(self, pill: Pill | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_pill(pill or Pill(""))

    def show_pill(self, pill: Pill) -> None:
        self.pill = pill
        self.setAccessibleName(pill.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(pill_width(self.pill.text)) + 1 if self.pill.text else 0, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.pill.text:
            return
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self.pill)
        painter.end()
