"""The question when two changed the same fields of a record: for each of them mine, theirs, or before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.services.stale import Clash, Stale, when
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.dialogs import Box

MINE, THEIRS, BEFORE = "mine", "theirs", "before"
WIDTH = 620
HIGHEST = 440
BESIDE = 64  # margins and the scroll bar


class ClashBox(Box):
    """`chosen` answers which value each field shall have; nothing is saved before."""

    def __init__(self, parent: QWidget, stale: Stale, ledger: Ledger, today: date) -> None:
        super().__init__(parent, parent.tr("您和别人改了同一处"), "", "git-compare")
        self.stale = stale
        self.setMinimumWidth(WIDTH)
        self.tile.show_tone("amber")
        self.sentence.setText(
            self.tr("您打开这条记录以后，下面的栏目被别人改过，还没有保存您的。每一处请选一个，没选的留在操作记录里。")
        )
        self.sentence.show()
        self._presses: dict[str, dict[str, QRadioButton]] = {}
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, 6, 0)
        room.setSpacing(16)
        for clash in stale.clashes:
            room.addLayout(self._lines(clash, ledger, today))
        self.body.addWidget(_scrolled(inside, room.totalHeightForWidth(WIDTH - BESIDE)))
        self.offer(self.tr("按所选保存"), self.tr("先不保存"))
        next(iter(self._presses.values()))[MINE].setFocus()

    def chosen(self) -> Mapping[str, str]:
        """Field → mine, theirs or before."""
        return {
            name: next(word for word, press in presses.items() if press.isChecked())
            for name, presses in self._presses.items()
        }

    def press(self, field: str, word: str) -> QRadioButton:
        """The button of one of the three values."""
        return self._presses[field][word]

    def _lines(self, clash: Clash, ledger: Ledger, today: date) -> QGridLayout:
        grid, group = QGridLayout(), QButtonGroup(self)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(clash.label, "heading"), 0, 0, 1, 2)
        theirs = f"{clash.by}（{when(clash.at, today).strip()}）" if clash.at else clash.by
        offered = (
            (MINE, self.tr("我的"), clash.mine),
            (THEIRS, theirs, clash.theirs),
            (BEFORE, self.tr("原来的"), clash.before),
        )
        presses = self._presses[clash.field] = {}
        for row, (word, whose, value) in enumerate(offered, start=1):
            press, text = QRadioButton(whose), label(ledger[clash.field].kind.show(value) or self.tr("（空）"))
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            press.setAccessibleName(f"{clash.label}，{whose}")
            press.setAccessibleDescription(text.text())
            group.addButton(press)
            grid.addWidget(press, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
            presses[word] = press
        presses[MINE].setChecked(True)
        return grid


def _scrolled(inside: QWidget, height: int) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setMinimumHeight(min(HIGHEST, height + 8))
    return area
