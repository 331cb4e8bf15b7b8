"""What a move will mean, below its form: the due day with its reckoning, the state after it, and who refuses it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from daan_desk.domain.issues import Move, State
from daan_desk.services.issue_moves import MovePlan, Outlook
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line, LineList

LISTED = 200  # issues listed one by one; the counts speak of all


class OutlookPanel(QWidget):
    """A note for one issue; for many a note and a line each."""

    def __init__(self, move: Move, many: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self.many = move, many
        self.words, self.list, self.note = label("", "soft"), LineList(), QFrame()
        self.words.setWordWrap(True)
        self.note.setProperty("look", "note")
        self.list.setAccessibleName(self.tr("逐个问题"))
        self.list.setMinimumHeight(180)
        self.list.setVisible(many)
        inside, room = QVBoxLayout(self.note), QVBoxLayout(self)
        inside.addWidget(self.words)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(10)
        room.addWidget(self.note)
        room.addWidget(self.list, 1)

    def show_plan(self, plan: MovePlan) -> None:
        """Say what the plan says."""
        said = self._said(plan)
        self.words.setText(said)
        self.note.setVisible(bool(said))
        refused_first = (*plan.refused, *plan.ready)
        self.list.show_lines([_line(one) for one in refused_first[:LISTED]])

    def _said(self, plan: MovePlan) -> str:
        parts = [self.tr("办理时限：{words}").format(words=plan.proposal.words)] if plan.proposal else []
        if self.many and not plan.problems:
            parts.append(self._counted(plan))
        elif plan.ready:
            parts.append(self.tr("办理后：{words}").format(words=plan.ready[0].words))
        # who returned an issue matters only where one was returned
        telling = self.step.name != "dispatch" or any(one.state == State.RETURNED for one in plan.outlooks)
        parts += [self.step.rule] if self.step.rule and telling else []
        return "\n".join(parts)

    def _counted(self, plan: MovePlan) -> str:
        told = self.tr("将{move} {n} 个").format(move=self.step.label, n=len(plan.ready))
        rest = self.tr("，{n} 个不能办，原因见下").format(n=len(plan.refused)) if plan.refused else ""
        return told + rest


def _line(one: Outlook) -> Line:
    detail = one.why or f"{one.state} → {one.words}"
    return Line(one.id, one.text, detail, Pill("不能办", "red") if one.why else Pill("可以", "green"))
