"""The three looks at a file under one head, and a line that says when something is still being worked out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from daan_desk.ui.kit.faces import Faces
from daan_desk.ui.pages.imports.columns_step import ColumnsStep
from daan_desk.ui.pages.imports.head import Head
from daan_desk.ui.pages.imports.sheet_step import SheetStep
from daan_desk.ui.pages.imports.study import Study
from daan_desk.ui.pages.imports.verdict_step import VerdictStep
from daan_desk.ui.pages.imports.verdicts import Lines

SHEET, COLUMNS, VERDICTS = range(3)


class Workbench(QWidget):
    """Shows a study; which look is open stays, except for a fresh file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.sheet, self.columns, self.verdicts = Head(), SheetStep(), ColumnsStep(), VerdictStep()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedHeight(4)
        self.busy.setAccessibleName(self.tr("正在核对"))
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.busy.hide()
        self.stack = Faces()
        for step in (self.sheet, self.columns, self.verdicts):
            self.stack.addWidget(step)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(6)
        room.addWidget(self.head)
        room.addWidget(self.busy)
        room.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.setFocusProxy(self.stack)
        self.stack.turn(self.sheet)
        self.head.stepped.connect(self.go_to)
        self.sheet.went_on.connect(partial(self.go_to, COLUMNS))
        self.columns.went_on.connect(partial(self.go_to, VERDICTS))
        self.verdicts.looked_up.connect(self._look_up)

    def show_study(self, study: Study, lists: Sequence[Lines], fresh: bool) -> None:
        """Put it on the screen; a fresh file opens where somebody is needed."""
        self.busy.hide()
        if fresh:
            self.verdicts.reset()
        self.head.show_study(study)
        self.sheet.show_study(study)
        self.columns.show_study(study)
        self.verdicts.show_study(study, lists)
        if fresh:
            self.go_to(where_needed(study))

    def go_to(self, at: int) -> None:
        """Open one of the looks."""
        self.head.show_step(at)
        self.stack.turn(self.stack.widget(at))

    def _look_up(self, sheet: str, row: int) -> None:
        if row and sheet in ("", self.sheet.model.sheet.name):
            self.go_to(SHEET)
            self.sheet.go_to(row)


def where_needed(study: Study) -> int:
    """The look that needs an officer first."""
    if not study.plan:
        return COLUMNS if study.columns else SHEET
    if not study.layout.sure:
        return SHEET
    return COLUMNS if study.doubtful else VERDICTS
