"""One issue with everything about it: facts, files, what can be done, and every step of its life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from daan_desk.domain.proposals import spoken
from daan_desk.services import issue_sheets
from daan_desk.services.changes import Changes
from daan_desk.services.issue_sheets import IssueSheet
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.files_anywhere import FilesAnywhere
from daan_desk.ui.kit.files_card import FilesCard
from daan_desk.ui.kit.flow import page_room, scrolled
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.pills import Pill, PillLabel, tone_of
from daan_desk.ui.kit.timeline import Moment, Timeline
from daan_desk.ui.pages.issues.facts import FactsCard
from daan_desk.ui.pages.issues.moves_card import MovesCard
from daan_desk.ui.pages.issues.source import GRADES, light_tone

StepLine = Mapping[Any, Any]
TONES = {"退回": "amber", "延期": "amber", "办结": "green", "回访": "green", "销号": "green", "重新打开": "amber"}
READ = ("issues", "steps", "attachments", "enterprises", "departments", "visits", "settings")


class SheetView(QWidget):
    """Shows one issue; asks the page for everything that opens a window."""

    left = Signal()
    edit_wanted = Signal(str)
    slip_wanted = Signal(str)
    move_wanted = Signal(str, str)  # issue, move

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.issue = desk, ""
        self.sheet: IssueSheet | None = None
        self.back, self.title = button("返回"), label("", "title")
        self.pills = tuple(PillLabel() for _ in range(3))
        self.edit, self.slip = button("修改"), button("销号单")
        self.facts, self.files = FactsCard(), FilesCard(desk, "issues")
        self.moves, self.steps = MovesCard(), Card("办理过程")
        self.timeline = Timeline()
        self._build()
        self._connect()
        FilesAnywhere(self, self.files)

    def _build(self) -> None:
        room = page_room(self)
        room.addLayout(self._head())
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self.steps.body.addWidget(self.timeline)
        for column, parts in ((left, (self.facts, self.files)), (right, (self.moves, self.steps))):
            column.setSpacing(14)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        both.setSpacing(16)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        both.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(both)
        room.addWidget(scrolled(inside), 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for press, icon, keys in (
            (self.back, "arrow-left", "Esc"),
            (self.edit, "pencil", "Ctrl+E"),
            (self.slip, "printer", "Ctrl+P"),
        ):
            put_icon(press, icon)
            press.setToolTip(f"{press.text()}（{keys}）")
            press.setAutoDefault(False)
        self.title.setWordWrap(True)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        for part in (*self.pills, self.edit, self.slip):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(self._edit)
        self.slip.clicked.connect(self._slip)
        self.facts.gone.connect(self.desk.go)
        self.moves.chosen.connect(self._move)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Esc", self.left.emit), ("Ctrl+E", self._edit), ("Ctrl+P", self._slip)):
            QShortcut(QKeySequence(keys), self, act, context=inside)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def open(self, issue: str) -> None:
        """Show an issue, by id."""
        self.issue = issue
        self.read()

    def read(self) -> None:
        """Ask for everything again."""
        work = partial(issue_sheets.sheet, self.desk.office, self.issue)
        self.desk.tasks.run(work, partial(self._show, self.issue), self._gone, owner=self)

    def refresh(self, changes: Changes) -> None:
        """Read again what an act touched."""
        if self.issue and changes.touch(*READ):
            self.read()

    def _show(self, asked: str, sheet: IssueSheet) -> None:
        if asked != self.issue:
            return
        self.sheet, row = sheet, sheet.row
        self.title.setText(f"{row['number'] or ''} {row['title']}".strip())
        state, grade, light = str(row["state"]), str(row["grade"] or ""), str(row["light"])
        tones = (tone_of(state), GRADES.get(grade, "grey"), light_tone(row))
        for shown, text, tone in zip(self.pills, (state, grade, light), tones, strict=True):
            shown.show_pill(Pill(text, tone))
            shown.setVisible(bool(text) and not (shown is self.pills[2] and text == state))
        self.facts.show_sheet(sheet)
        self.files.show_files(row.id, sheet.files)
        self.moves.show_offers(sheet.offers)
        self.timeline.show_moments([*_moments(sheet.steps), self._beginning(sheet)])

    def _beginning(self, sheet: IssueSheet) -> Moment:
        raised = sheet.row["raised"]
        day = f"{raised:%Y-%m-%d}" if isinstance(raised, date) else ""
        return Moment("raised", self.tr("提出"), f"{day} · {sheet.row['source'] or ''}".strip(" ·"), tone="grey")

    def _gone(self, failure: BaseException) -> None:
        self.issue = ""
        self.desk.complain(failure)
        self.left.emit()

    # -- what is asked of the page ------------------------------------------------------------------------------------

    def _edit(self) -> None:
        if self.issue:
            self.edit_wanted.emit(self.issue)

    def _slip(self) -> None:
        if self.issue:
            self.slip_wanted.emit(self.issue)

    def _move(self, name: str) -> None:
        self.move_wanted.emit(self.issue, name)


def _moments(steps: Sequence[StepLine]) -> list[Moment]:
    """Steps as moments, newest first: day, who, what, from where to where, and the day as it was and is."""
    return [_moment(step) for step in reversed(steps)]


def _moment(step: StepLine) -> Moment:
    changed = step["from_state"] != step["to_state"]
    title = f"{step['move']}：{step['from_state']} → {step['to_state']}" if changed else str(step["move"])
    return Moment(step["id"], title, f"{step['day']:%Y-%m-%d} · {step['by'] or ''}".strip(" ·"), _told(step),
                  TONES.get(str(step["move"]), "accent"))  # fmt: skip


def _told(step: StepLine) -> str:
    old, new, day = step["old_due"], step["new_due"], step["day"]
    due = ""
    if new and old:
        due = f"时限：{spoken(old, day)} → {spoken(new, day)}"
    elif new:
        due = f"时限：{spoken(new, day)}"
    elif old:
        due = f"时限 {spoken(old, day)} 取消"
    return "\n".join(part for part in (str(step["what"] or ""), due) if part)
