"""The page on which an officer puts a report together: table and chart at once, kept by name, onto paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from daan_desk.domain.failures import Rejected
from daan_desk.domain.pivots import Pivot
from daan_desk.domain.reports import Report
from daan_desk.services import reports, saved_reports
from daan_desk.services.changes import Changes
from daan_desk.ui.kit import dialogs
from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.chooser import Chooser
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.flow import page_room
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.pages.reports.builder import Builder
from daan_desk.ui.pages.reports.papers import ReportPapers
from daan_desk.ui.pages.reports.results import Results

NEW = "（新的统计）"
NAMES_WIDTH = 220


class ReportsPage(Page):
    """One report at a time; the numbers are worked out anew whenever it or its rows change."""

    key: ClassVar[str] = "reports"
    title: ClassVar[str] = "自定义统计"
    icon: ClassVar[str] = "table-2"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.kept: dict[str, Report | None] = {}
        self.pivot: Pivot | None = None
        self.papers = ReportPapers(desk, self)
        self.names, self.builder, self.results = Chooser(self.tr("已保存的统计")), Builder(desk), Results()
        self.state = label("", "small")
        self.save, self.remove = button(self.tr("保存…")), button(self.tr("删除"))
        self.export, self.printing = button(self.tr("导出 Excel")), button(self.tr("打印…"), "main")
        self._build()
        self._read_names()
        self.read()

    def show_for(self, target: Target | None) -> None:
        if target and target.words:
            self.open_named(target.words)

    def concerns(self, changes: Changes) -> bool:
        return bool(changes.counts)  # a report may be about any ledger, and about what its rows lead to

    def choices(self) -> tuple[Choice, ...]:
        named = [Choice(self.tr("统计：{name}").format(name=n), partial(self.open_named, n)) for n in self.kept]
        return *named, Choice(self.tr("导出这个统计"), self.write, icon="download", keys="Ctrl+E")

    def read(self) -> None:
        """Work the numbers out; what cannot be worked out is said where they would stand."""
        wanted = self.builder.report()
        work = partial(reports.worked, self.desk.office, wanted)
        self.desk.tasks.run(work, partial(self._show, wanted), partial(self._refuse, wanted), owner=self)

    def refresh(self, changes: Changes) -> None:
        super().refresh(changes)
        if changes.touch("settings"):
            self._read_names()

    def open_named(self, name: str) -> None:
        """Show a report that is kept."""
        report = self.kept.get(name)
        if report is None:
            if name in self.kept:
                self.desk.complain(Rejected(self.tr("统计“{name}”的内容不完整，请重新做一个").format(name=name)))
            return
        try:
            self.builder.show_report(report)
        except Rejected as refused:
            self.desk.complain(refused)
        self.names.show_key(name)
        self._tell()
        self.read()

    def keep(self, name: str) -> None:
        """Keep what is shown under a name."""
        report = replace(self.builder.report(), name=name)
        work = partial(saved_reports.save, self.desk.office, report)
        self.desk.act(work, lambda _: self._read_names(" ".join(name.split())))

    def forget(self) -> None:
        """Give the report that is open up; 撤销 brings it back."""
        if self.names.key:
            self.desk.act(partial(saved_reports.forget, self.desk.office, self.names.key), lambda _: self._read_names())

    def write(self) -> None:
        """Table and native chart as a workbook."""
        if self.pivot is not None:
            self.papers.write(self.named_pivot(self.pivot), self.builder.offers)

    def print(self) -> None:
        """The table as it will be printed."""
        if self.pivot is not None:
            self.papers.print(self.named_pivot(self.pivot), self.builder.offers)

    def named_pivot(self, pivot: Pivot) -> Pivot:
        """With its name, where it is kept under one and was not changed since."""
        name = self.names.key
        same = name and self.kept.get(name) == replace(pivot.report, name=name)
        return replace(pivot, report=replace(pivot.report, name=name)) if same else pivot

    def _show(self, wanted: Report, pivot: Pivot) -> None:
        if wanted == self.builder.report():
            self.pivot = pivot
            self.results.show_pivot(pivot, self.builder.offers)
            self._tell()

    def _refuse(self, wanted: Report, failure: BaseException) -> None:
        if not isinstance(failure, Rejected):
            self.desk.complain(failure)
        elif wanted == self.builder.report():
            self.pivot = None
            self.results.refuse("；".join(failure.problems.values()))
            self._tell()

    def _open(self, place: tuple[object, object]) -> None:
        if self.pivot is not None:
            work = partial(reports.behind, self.desk.office, self.pivot.report, *place)
            self.desk.tasks.run(work, lambda asked: self.desk.go(asked.ledger, Target(question=asked)), owner=self)

    def _read_names(self, chosen: str | None = None) -> None:
        then = partial(self._show_names, chosen)
        self.desk.tasks.run(partial(saved_reports.saved, self.desk.office), then, owner=self)

    def _show_names(self, chosen: str | None, kept: dict[str, Report | None]) -> None:
        now = self.names.key if chosen is None else chosen
        self.kept = dict(kept)
        self.names.offer([("", self.tr(NEW)), *((name, name) for name in kept)], now)
        self._tell()

    def _tell(self) -> None:
        name = self.names.key
        changed = bool(name) and self.kept.get(name) != replace(self.builder.report(), name=name)
        self.state.setText(self.tr("有改动，尚未保存") if changed else "")
        self.remove.setEnabled(bool(name))
        for press in (self.export, self.printing, self.save):
            press.setEnabled(self.pivot is not None)

    def _ask_name(self) -> None:
        hint = self.tr("同名的统计会被替换；保存后在任何一台合并过的电脑上都能打开")
        box, line = dialogs.text_box(self, self.tr("保存统计"), self.names.key, hint)
        box.accepted.connect(lambda: self.keep(line.text()))
        box.open()

    def _build(self) -> None:
        self.builder.changed.connect(self.read)
        self.results.chosen.connect(self._open)
        self.names.chosen.connect(lambda: self.open_named(self.names.key))
        acts = ((self.save, "save", self._ask_name), (self.remove, "trash-2", self.forget))
        out = ((self.export, "download", self.write), (self.printing, "printer", self.print))
        for press, icon, act in (*acts, *out):
            put_icon(press, icon, "on-accent" if press is self.printing else "soft")
            press.clicked.connect(act)
        for keys, act in (("Ctrl+E", self.write), ("Ctrl+P", self.print), ("Ctrl+S", self._ask_name)):
            QShortcut(QKeySequence(keys), self, act)
        room = page_room(self)
        room.addLayout(self._head((self.save, self.remove), (self.export, self.printing)))
        room.addWidget(self.builder)
        room.addWidget(self.results, 1)
        self.setFocusProxy(self.builder.ledger)

    def _head(self, left: tuple[QPushButton, ...], right: tuple[QPushButton, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.names.box.setMinimumWidth(NAMES_WIDTH)
        row.addWidget(self.names)
        for press in left:
            row.addWidget(press, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        for press in right:
            row.addWidget(press, 0, Qt.AlignmentFlag.AlignBottom)
        return row
