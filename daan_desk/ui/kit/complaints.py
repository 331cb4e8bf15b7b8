"""Shows each failure as what it is: a sentence for what can be mended, a box for trouble, a report for a fault."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from daan_desk.domain.failures import Cancelled, Offline, Rejected, Trouble
from daan_desk.ui.kit.desk import Message
from daan_desk.ui.kit.dialogs import Box, report_box
from daan_desk.ui.kit.faults import Fault, Faults
from daan_desk.ui.kit.toast import Toast


class Complaints(QObject):
    """One box at a time; a fault that repeats (a widget that cannot paint) is shown once and only logged after that."""

    def __init__(self, window: QWidget, faults: Faults, toast: Toast) -> None:
        super().__init__(window)
        self._window, self._faults, self._toast = window, faults, toast
        self._known: set[tuple[str, str]] = set()
        self.box: Box | None = None
        faults.happened.connect(self.show_fault)
        faults.refused.connect(self.show_failure)

    def show_failure(self, failure: BaseException) -> None:
        if isinstance(failure, Cancelled):
            return
        if isinstance(failure, Rejected):
            self._toast.show_message(Message(str(failure), tone="warn"))
        elif isinstance(failure, Offline) or (isinstance(failure, Trouble) and self.box):
            self._toast.show_message(Message(failure.sentence, tone="bad", remedy=failure.remedy))
        elif isinstance(failure, Trouble):
            box = Box(self._window, failure.sentence, failure.remedy, "triangle-alert")
            box.tile.show_tone("amber")
            box.offer(box.tr("知道了"))
            self._open(box)
        else:
            self._faults.take(failure)

    def show_fault(self, fault: Fault) -> None:
        known = (fault.kind, fault.place)
        if known not in self._known and self.box is None:
            self._open(report_box(self._window, fault.report))
        self._known.add(known)

    def _open(self, box: Box) -> None:
        # open(), not exec(): no second event loop while something is wrong
        self.box = box
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        self.box = None
