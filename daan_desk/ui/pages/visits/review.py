"""What was left open last time, looked into with one key: 已落实 or 未落实, written into the visit's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.domain.questions import Row
from daan_desk.services.visit_grounds import Before
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.form_cell import FormCell
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line, LineList

DONE, NOT_DONE = "已落实", "未落实"
VERDICTS: Final = {Qt.Key.Key_Y: DONE, Qt.Key.Key_1: DONE, Qt.Key.Key_N: NOT_DONE, Qt.Key.Key_0: NOT_DONE}
FORGETTING: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
MOST: Final = 5  # rows that are seen without scrolling


@dataclass(frozen=True)
class Left:
    """Something left open: the words that stand for it in the review, and what is said beside them."""

    words: str
    detail: str


def left_open(before: Before) -> list[Left]:
    """The last promise first, then the issues that are still open."""
    promise = [Left(before.promise, f"{before.promised} 走访时约定的下一步")] if before.promise else []
    return promise + [_left(row) for row in before.issues]


def _left(row: Row) -> Left:
    detail = " · ".join(str(row[name]) for name in ("category", "state", "light") if row[name])
    return Left(f"{row['number'] or ''} {row['title']}".strip(), detail)


class ReviewList(LineList):
    """Takes Y and N (1 and 0) as verdicts on the marked row, and goes on to the next one."""

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self._review = review
        self.setAccessibleName(self.tr("上次遗留问题"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in VERDICTS or key in FORGETTING:
            self._review.decide(VERDICTS.get(key, ""))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verdicts here."""


class Review(QWidget):
    """The list over the field 上次遗留问题复核; the field's text is the only truth, so a draft brings verdicts back."""

    def __init__(self, cell: FormCell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cell = cell
        self.left: tuple[Left, ...] = ()
        self.list = ReviewList(self)
        self.yes, self.no = button(DONE), button(NOT_DONE)
        foot = QHBoxLayout()
        for press, words in ((self.yes, DONE), (self.no, NOT_DONE)):
            press.setAutoDefault(False)
            press.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            press.clicked.connect(lambda _=False, words=words: self.decide(words))
            foot.addWidget(press)
        foot.addWidget(label(self.tr("选中一条，按 Y 已落实，按 N 未落实"), "small"))
        foot.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 4)
        room.setSpacing(8)
        room.addWidget(self.list)
        room.addLayout(foot)
        cell.editor.changed.connect(self.show_verdicts)
        self.show_left(())

    def show_left(self, left: Sequence[Left]) -> None:
        """What is to be looked into; without anything there is no list."""
        self.left = tuple(left)
        self.setVisible(bool(left))
        self.show_verdicts()

    def show_verdicts(self) -> None:
        """The pill of every row as the text has it."""
        at = self.list.currentIndex().row()
        self.list.show_lines([Line(n, one.words, one.detail, self._pill(one)) for n, one in enumerate(self.left)])
        full = self.list.full_height()
        self.list.setFixedHeight(min(full, full // max(1, len(self.left)) * MOST) + 2)
        if self.left:
            self.list.setCurrentIndex(self.list.model().index(max(0, min(at, len(self.left) - 1)), 0))

    def decide(self, verdict: str) -> None:
        """Write the verdict on the marked row ("" takes it back) and mark the next one."""
        at = self.list.currentIndex().row()
        if not 0 <= at < len(self.left):
            return
        one, text = self.left[at], str(self.cell.editor.raw() or "")
        kept = [line for line in text.splitlines() if line not in (f"{DONE}：{one.words}", f"{NOT_DONE}：{one.words}")]
        self.cell.editor.fill("\n".join([*kept, f"{verdict}：{one.words}"] if verdict else kept))
        self.cell.editor.changed.emit()
        if verdict and at + 1 < len(self.left):
            self.list.setCurrentIndex(self.list.model().index(at + 1, 0))

    def verdict(self, one: Left) -> str:
        """What the text says of it."""
        lines = str(self.cell.editor.raw() or "").splitlines()
        return next((word for word in (DONE, NOT_DONE) if f"{word}：{one.words}" in lines), "")

    def _pill(self, one: Left) -> Pill:
        word = self.verdict(one)
        return Pill(word, "green" if word == DONE else "red") if word else Pill(self.tr("待复核"), "grey")
