"""The form of a visit: the enterprise first, then only what changed; issues and files are saved with it in one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.services import attachments, ledgers, visit_grounds
from daan_desk.services.visit_grounds import CARRIED, Before
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.files_card import FilesCard
from daan_desk.ui.kit.form_desk import FormDesk
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_service import OfficeSource
from daan_desk.ui.kit.page import Page
from daan_desk.ui.pages.visits.banner import Banner
from daan_desk.ui.pages.visits.files import FilesPart
from daan_desk.ui.pages.visits.issue_lines import IssueLines
from daan_desk.ui.pages.visits.review import Review, left_open
from daan_desk.ui.pages.visits.source import REVIEW, form_source

SIZE = (980, 720)


class VisitForm(FormDialog):
    """Asks what is known of the enterprise as soon as it is named, and fills in what stays true."""

    def __init__(self, around: Around, desk: FormDesk, record: str = "", parent: QWidget | None = None) -> None:
        assert isinstance(around.source, OfficeSource)
        assert isinstance(parent, Page)
        self.office = around.source.office
        super().__init__(replace(around, source=form_source(self.office)), desk, record, parent)
        self.before: Before | None = None
        self._asked_for = ""
        self.banner, self.issues = Banner(), IssueLines(self.around)
        self.review = Review(self.form.cells["follow_up"])
        self.files = FilesPart(parent.desk)
        self.kept_files = FilesCard(parent.desk, "visits")
        self._put_together()
        self._listen()

    def _put_together(self) -> None:
        self.resize(*SIZE)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.insertWidget(outer.indexOf(self.paper), self.banner)
        group = next(group for group in self.form.groups if group.accessibleName() == REVIEW)
        group.body.insertWidget(1, self.review)
        before = self.form.cells["order_months"].editor
        QWidget.setTabOrder(before.focusProxy() or before, self.review.list)
        self.form.add_part(self.issues)
        if self.record:
            room = self.form.layout()
            assert isinstance(room, QVBoxLayout)
            room.insertWidget(room.count() - 1, self.kept_files)
        else:
            self.form.add_part(self.files)
        self.files.setVisible(not self.record)
        self.wait(False)

    def _listen(self) -> None:
        self.form.cells["enterprise"].editor.changed.connect(self._ask_before)
        self.issues.finished.connect(self.save_button.setFocus)
        self.setAcceptDrops(True)
        QShortcut(QKeySequence("Ctrl+I"), self, self.issues.setFocus)
        QShortcut(QKeySequence("Ctrl+R"), self, self.review.list.setFocus)
        for kind in (QLineEdit, QPlainTextEdit):
            for line in self.form.findChildren(kind):
                line.installEventFilter(self)

    def wait(self, waiting: bool) -> None:
        super().wait(waiting)
        if not waiting:
            self.state.setText(self.tr("Ctrl+回车 保存，Ctrl+I 记问题，Ctrl+R 复核上次，Esc 关闭"))

    # -- what is known of the enterprise ------------------------------------------------------------------------------

    def start_with(self, values: Mapping[str, object]) -> None:
        begin = values if self.record else {**visit_grounds.blank(self.office), **values}
        super().start_with(begin)
        if self.record:
            self._ask_kept()
        elif isinstance(values.get("enterprise"), str):
            self._ask(str(values["enterprise"]))
        else:
            self._ask_before()

    def _show_draft(self, draft: Mapping[str, object]) -> None:
        super()._show_draft(draft)
        if not self.record:
            self._ask_before()

    def drop(self) -> None:
        super().drop()
        self._ask_before()

    def _ask_before(self) -> None:
        named = self.form.cells["enterprise"].editor.raw()
        if isinstance(named, Linked) and not self.record:
            self._ask(named.id)
        elif not isinstance(named, Linked):
            self._asked_for = ""
            self._show_before("", None)

    def _ask(self, enterprise: str) -> None:
        if enterprise and enterprise != self._asked_for:
            self._asked_for = enterprise
            work = partial(visit_grounds.before, self.office, enterprise)
            self.around.tasks.run(work, partial(self._show_before, enterprise), owner=self)

    def _show_before(self, asked: str, before: Before | None) -> None:
        """Fill in what stays true; what somebody typed meanwhile is theirs."""
        if asked != self._asked_for:
            return
        self.before = before
        self.banner.show_before(before, self.around.today)
        self.review.show_left(left_open(before) if before else ())
        if before is not None:
            if not isinstance(self.form.cells["enterprise"].editor.raw(), Linked):
                self.form.refill({"enterprise": before.enterprise})
            self.form.refill({name: before.values.get(name) for name in CARRIED})

    # -- a visit that was kept before ---------------------------------------------------------------------------------

    def _ask_kept(self) -> None:
        self.around.tasks.run(partial(attachments.of, self.office, self.record), self._show_files, owner=self)
        self.around.tasks.run(self._raised, self.issues.show_known, owner=self)

    def _raised(self) -> tuple[Row, ...]:
        found = ledgers.ids(self.office, Question("issues", where=(Where("visit", "is", self.record),)))
        return ledgers.rows(self.office, "issues", found)

    def _show_files(self, files: tuple[Row, ...]) -> None:
        self.kept_files.show_files(self.record, files)

    # -- files from anywhere ------------------------------------------------------------------------------------------

    def take(self) -> bool:
        """Take a file or picture from the clipboard; False where it holds words."""
        data = QGuiApplication.clipboard().mimeData()
        local = any(url.isLocalFile() for url in data.urls())
        return (local or (data.hasImage() and not data.hasText())) and self._card().take(data)

    def _card(self) -> FilesCard:
        return self.kept_files if self.record else self.files.card

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pasting = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pasting and event.matches(QKeySequence.StandardKey.Paste) and self.take():  # type: ignore[attr-defined]
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._card().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._card().dropEvent(event)
