"""A box that makes a file in the background: what is wanted, how far it is, and the file to open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from daan_desk.domain.failures import Cancelled, Rejected, Trouble
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.saved_files import ask_other_place, offer_opening
from daan_desk.ui.kit.tasks import Job, Progress, Tasks

Writing = Callable[[Job], str]  # writes the file and answers what is said of it


class PaperBox(Box):
    """`wishes` is the room for what is asked; `write_in_background` does the work and shows the result."""

    def __init__(self, desk: Desk, host: QWidget, title: str, place: Path, doing: str) -> None:
        super().__init__(host, title, " ", "file-spreadsheet")
        self.desk, self.place = desk, place
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        # a thread of its own: a long file must not keep the database waiting
        self.tasks = Tasks("paper", self)
        self.job: Job | None = None
        self.asking = QWidget()
        self.wishes = QVBoxLayout(self.asking)
        self.wishes.setContentsMargins(0, 0, 0, 0)
        self.wishes.setSpacing(8)
        self.body.addWidget(self.asking)
        self.shown_place, self.change = QLineEdit(), button(self.tr("更改…"))
        self.status, self.bar = label("", "small"), QProgressBar()
        self._build_foot()
        self.leaving = button(self.tr("取消"))
        self.leaving.clicked.connect(self.reject)
        self.foot.addWidget(self.leaving)
        self.offer(doing)
        put_icon(self.doing, "download", "on-accent")
        self.change.clicked.connect(self._ask_place)
        self.show_place(place)

    def _build_foot(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.shown_place.setReadOnly(True)
        self.shown_place.setAccessibleName(self.tr("保存到"))
        self.change.setAutoDefault(False)
        for part in (label(self.tr("保存到"), "soft"), self.shown_place, self.change):
            row.addWidget(part)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.hide()
        self.status.setWordWrap(True)
        self.status.hide()
        self.body.addLayout(row)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.status)

    def show_place(self, place: Path) -> None:
        self.place = place
        self.shown_place.setText(str(place))
        self.shown_place.setToolTip(str(place))

    def _ask_place(self) -> None:
        place = ask_other_place(self, self.desk.preferences, self.place)
        if place:
            self.show_place(place)

    def accept(self) -> None:
        """The button was pressed: begin, and stay open."""
        if self.job is None:
            self.begin()
        else:
            super().accept()

    def begin(self) -> None:
        """What a box does when its button is pressed."""
        raise NotImplementedError(type(self).__name__)

    def show_working(self) -> None:
        """Nothing can be changed any more."""
        self.bar.show()
        for part in (self.doing, self.change):
            part.setEnabled(False)

    def write_in_background(self, work: Writing) -> None:
        """Write the file in a thread of its own."""
        self.show_working()
        self.job = self.tasks.run(
            work, then=self._written, failed=self.show_failure, owner=self, progress=self._progressed
        )

    def _progressed(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def _written(self, sentence: str) -> None:
        for part in (self.bar, self.status, self.sentence, self.asking, self.change, self.doing):
            part.hide()
        self.heading.setText(sentence)
        self.tile.show_tone("green")
        self.leaving.setText(self.tr("关闭"))
        offer_opening(self, self.place)
        QTimer.singleShot(0, self, self._shrink)

    def _shrink(self) -> None:
        room = self.layout()
        if room:
            room.activate()
        self.adjustSize()

    def show_failure(self, failure: BaseException) -> None:
        """Say what is in the way; the officer may try again."""
        self.job = None
        self.bar.hide()
        for part in (self.doing, self.change):
            part.setEnabled(True)
        if isinstance(failure, Rejected | Trouble):
            self.status.setText(str(failure))
            self.status.setProperty("look", "bad")
            self.status.style().polish(self.status)
            self.status.show()
        elif not isinstance(failure, Cancelled):
            self.desk.complain(failure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        if self.job:
            self.job.cancel()
        self.tasks.close()
        super().done(result)
