"""职务移交: who takes over from which day, everything that goes over line by line, then the act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from daan_desk.domain.days import Day
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import Linked, LinkTo, Text, YesNo
from daan_desk.services import handover_sheets, handovers
from daan_desk.services.changes import Changes
from daan_desk.services.handovers import Handover, Item, Wish
from daan_desk.ui.kit.cards import label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form import Form
from daan_desk.ui.kit.form_dialog import SAVE_KEYS
from daan_desk.ui.kit.form_judging import Judgement
from daan_desk.ui.kit.form_window import FormWindow, on_press
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.preview_files import FilesPreview
from daan_desk.ui.kit.rows import Line, LineList
from daan_desk.ui.pages.officers import paper

PAUSE = 250
LEAST_LIST = 260
FIELDS = (
    Field("successor", "接任人", LinkTo("officers"), required=True),
    Field("day", "自哪天起", Day(), hint="不填是今天"),
    Field("basis", "依据文件", Text(200), hint="不填写“职务调整”"),
    Field("leaves", "移交后不再在岗", YesNo()),
)
WORDS: Mapping[str, str] = {
    "assignments": "包联",
    "issues": "问题",
    "projects": "项目",
    "leads": "线索",
    "visits": "遗留",
}


class HandoverDialog(FormWindow):
    """Plans as somebody types; Enter on an assignment keeps it back or hands it over again."""

    handed = Signal(object)

    def __init__(self, desk: Desk, around: Around, leaver: Linked, parent: QWidget | None = None) -> None:
        self.form, self.list, self.told = Form(FIELDS, around), LineList(boxed=True), label("", "soft")
        super().__init__(desk.tr("职务移交：{name}").format(name=leaver.text), self._body(), parent)
        self.desk, self.leaver = desk, leaver
        self.kept: set[str] = set()
        self.plan: Handover | None = None
        self.preview: FilesPreview | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.save_button.setText(self.tr("办理移交"))
        self.more_button.setText(self.tr("打印清单…"))
        self._connect()
        self._show_plan(None)
        self.form.fill({"day": around.today, "leaves": False})
        self.form.focus_first()

    def _body(self) -> QWidget:
        body, note = QWidget(), QFrame()
        body.setProperty("look", "clear")
        note.setProperty("look", "note")
        self.told.setWordWrap(True)
        self.list.setAccessibleName("移交内容")
        self.list.setMinimumHeight(LEAST_LIST)
        inside, room = QVBoxLayout(note), QVBoxLayout(body)
        inside.addWidget(self.told)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(12)
        room.addWidget(self.form)
        room.addWidget(note)
        room.addWidget(self.list, 1)
        return body

    def _connect(self) -> None:
        self._pause.timeout.connect(self.work_out)
        self.form.changed.connect(self._pause.start)
        self.list.chosen.connect(self._turn)
        on_press(self.save_button, self.save)
        on_press(self.more_button, self.print)
        on_press(self.leave_button, self.reject)
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self, self.save)

    # -- what it will mean --------------------------------------------------------------------------------------------

    def wish(self) -> Wish:
        """What stands in the form; `Rejected` by field where something of it cannot be read."""
        raws = self.form.raws()
        successor, day = raws["successor"], FIELDS[1].kind.read(raws["day"]).value
        return Wish(
            self.leaver.id,
            successor.id if isinstance(successor, Linked) else str(successor or ""),
            day if isinstance(day, date) else None,
            str(raws["basis"] or ""),
            tuple(sorted(self.kept)),
            FIELDS[3].kind.read(raws["leaves"]).value is True,
        )

    def work_out(self) -> None:
        """Ask what the handover would do."""
        try:
            wish = self.wish()
        except Rejected:
            return  # the day is not whole yet; its own field says so
        self.desk.tasks.run(
            partial(handovers.plan, self.desk.office, wish), self._worked_out, self._refused, owner=self
        )

    def _worked_out(self, plan: Handover) -> None:
        self.form.show_findings(Judgement())
        self._show_plan(plan)

    def _turn(self, identity: object) -> None:
        """Keep an assignment back, or hand it over after all."""
        if self.plan and identity in {item.id for item in self.plan.of("assignments")}:
            self.kept ^= {str(identity)}
            self.work_out()

    def _show_plan(self, plan: Handover | None) -> None:
        self.plan = plan
        for press in (self.save_button, self.more_button):
            press.setEnabled(bool(plan and plan.moving))
        self.list.show_lines([line(item) for item in plan.items] if plan else [])
        self.list.setVisible(bool(plan and plan.items))
        self.told.setText(
            said(plan) if plan else self.tr("选好接任人，这里列出要移交的每一项；没有办理之前什么也不会改。")
        )

    # -- doing it -----------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Carry out what is shown."""
        if self.plan is None or not self.save_button.isEnabled():
            return
        self.wait(True)
        self.desk.act(partial(handovers.carry_out, self.desk.office, self.plan), self._done, self._refused)

    def print(self) -> None:
        """Show the sheet as it will be printed."""
        if self.plan:
            self.preview = paper.preview(self.desk, handover_sheets.sheet(self.plan), self)

    def _done(self, changes: Changes) -> None:
        self.handed.emit(changes)
        self.done(QDialog.DialogCode.Accepted)

    def _refused(self, failure: BaseException) -> None:
        self.wait(False)
        self._show_plan(None)
        if isinstance(failure, Rejected):
            self.form.show_findings(Judgement(failure.problems), every="" in failure.problems)
        else:
            self.desk.complain(failure)


def said(plan: Handover) -> str:
    """The plan in a sentence, then what somebody should know."""
    how = "单击或回车“包联”一项，可以不移交。过去的走访、问题和月报不变。" if plan.of("assignments") else ""
    return "\n".join((handover_sheets.opening(plan), *plan.warnings, how)).strip()


def line(item: Item) -> Line:
    """One thing that goes over, or stays."""
    words = WORDS[item.ledger]
    pill = Pill(words, "accent") if item.moves else Pill("不移交" if item.ledger == "assignments" else words, "grey")
    usual = item.ledger == "assignments" and "由接任人包联" in item.how  # the sentence above the list says it for all
    return Line(item.id, item.text, " · ".join(part for part in (item.detail, "" if usual else item.how) if part), pill)
