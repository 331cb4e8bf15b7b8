"""The page of the month's summary: every figure opens its rows, the officer writes, and it goes onto paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from daan_desk import paths
from daan_desk.domain.briefs import Brief
from daan_desk.domain.periods import Period, month_named, period_of
from daan_desk.exchange.summary_book import write_summary_book
from daan_desk.exchange.summary_html import summary_html, write_summary_html
from daan_desk.exchange.summary_word import write_summary_word
from daan_desk.services import drafts, summary
from daan_desk.services.summary import Monthly
from daan_desk.ui.kit.brief_paper import brief_paper
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.page import Page, Target
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.pages.summary.keeping import Keeping
from daan_desk.ui.pages.summary.own import OwnWords

FIGURE = "figure"
# On the screen a figure is told from words, on paper it is not. It goes first, because Qt stops reading at an @media,
# and in pixels, because Qt knows no em: two characters of 16 points.
ON_SCREEN = (
    "<style>a { color: #1b5aa8; } p, h2, h3, h4 { text-indent: 43px; }"
    " .masthead, .number, .caption, .small { text-indent: 0px; }"
)
MARGIN, OWN_WIDTH = 24, 340
Found = tuple[Monthly, dict[str, object]]


class SummaryPage(Page):
    """One month at a time; the figures are worked out anew whenever their rows change."""

    key: ClassVar[str] = "summary"
    title: ClassVar[str] = "月报"
    icon: ClassVar[str] = "file-text"
    reads = ("visits", "issues", "steps", "enterprises", "assignments", "settings", "briefs")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.month: Period = period_of("month", desk.office.today())
        self.found: Monthly | None = None
        self.preview: Preview | None = None
        self.name, self.own, self.view = QLabel(), OwnWords(), QTextBrowser()
        self._build()
        self.own.paused.connect(self._draft)
        self.keeping = Keeping(desk, self.own, self)
        self.own.kept.connect(self._keep)
        self.read()

    def show_for(self, target: Target | None) -> None:
        if target and target.words:
            self._turn(month_named(target.words))

    def before(self) -> None:
        """Go to the month before."""
        self._turn(self.month.previous)

    def after(self) -> None:
        """Go to the month after, never beyond this one."""
        following = period_of("month", date.fromordinal(self.month.last.toordinal() + 1))
        if following.first <= self.desk.office.today():
            self._turn(following)

    def _turn(self, month: Period) -> None:
        self._draft()
        self.month = month
        self.read()

    def read(self) -> None:
        office, key = self.desk.office, self._key

        def work() -> Found:
            return summary.monthly(office, key), drafts.load(office, f"brief:{key}")

        self.name.setText(self.month.words)
        self.desk.tasks.run(work, then=self._show, owner=self)

    @property
    def _key(self) -> str:
        return f"{self.month.first:%Y-%m}"

    def _show(self, found: Found) -> None:
        monthly, typed = found
        if monthly.month != self._key:
            return  # somebody has gone on to another month meanwhile
        at = self.view.verticalScrollBar().value() if self.found and self.found.month == monthly.month else 0
        fresh = self.found is None or self.found.month != monthly.month
        self.found = monthly
        self.view.setHtml(summary_html(monthly.brief, linked=True).replace("<style>", ON_SCREEN))
        self.view.verticalScrollBar().setValue(at)
        if fresh or not self.own.dirty:
            saved = dict(monthly.own, issue_number="".join(filter(str.isdigit, monthly.own["issue_number"])))
            self.own.show_month(saved, typed, monthly.own["carried"])

    def _draft(self) -> None:
        if self.own.dirty:
            work = partial(drafts.save, self.desk.office, f"brief:{self._key}", self.own.values())
            self.desk.tasks.run(work)

    def _keep(self) -> None:
        self.keeping.keep(self._key)

    def follow(self, link: QUrl) -> None:
        """Open the rows behind a figure."""
        if self.found is not None and link.scheme() == FIGURE:
            question = self.found.question(link.toString().partition(":")[2])
            self.desk.go(question.ledger, Target(question=question))

    def print(self) -> None:
        """The paper as it will be printed, with its PDF."""
        if self.found is not None:
            self.preview = Preview(brief_paper(self.found.brief), paths.documents(), self)
            self.preview.open()

    def save_as(self, ending: str, write: Callable[[Brief, Path], object]) -> None:
        """Write the summary into a file that the officer names."""
        if self.found is None:
            return
        brief = self.found.brief
        proposed = str(paths.documents() / f"{brief.title}{ending}")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("另存月报"), proposed, f"*{ending}")
        if name:
            file = Path(name).with_suffix(ending)
            done = self.tr("已保存：{file}").format(file=file.name)
            self.desk.tasks.run(partial(write, brief, file), lambda _: self.desk.tell(done, tone="good"), owner=self)

    def _build(self) -> None:
        self.view.setOpenLinks(False)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("月报正文"))
        self.view.anchorClicked.connect(self.follow)
        self.own.setFixedWidth(OWN_WIDTH)
        paper = Card()
        paper.body.addWidget(self.view)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(paper, 1)
        columns.addWidget(self.own)
        room = QVBoxLayout(self)
        room.setContentsMargins(MARGIN, 18, MARGIN, 18)
        room.setSpacing(14)
        room.addLayout(self._head())
        room.addLayout(columns, 1)
        self.setFocusProxy(self.view)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.name.setProperty("look", "heading")
        row.addWidget(self._step("chevron-left", self.tr("上个月"), self.before))
        row.addWidget(self.name)
        row.addWidget(self._step("chevron-right", self.tr("下个月"), self.after))
        hint = label(self.tr("点数字可看它背后的记录"), "small")
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # it gives way to the buttons
        row.addWidget(hint, 1)
        for words, icon, act in (
            (self.tr("存为 Word"), "file-text", partial(self.save_as, ".docx", write_summary_word)),
            (self.tr("存为 Excel"), "file-spreadsheet", partial(self.save_as, ".xlsx", write_summary_book)),
            (self.tr("存为网页"), "file-down", partial(self.save_as, ".html", write_summary_html)),
        ):
            row.addWidget(self._press(words, icon, act))
        row.addWidget(self._press(self.tr("打印预览、PDF"), "printer", self.print, "main"))
        return row

    def _step(self, icon: str, words: str, act: Callable[[], object]) -> QPushButton:
        press = self._press("", icon, act)
        press.setAccessibleName(words)
        press.setToolTip(words)
        return press

    def _press(self, words: str, icon: str, act: Callable[[], object], look: str = "") -> QPushButton:
        press = button(words, look)
        put_icon(press, icon, "on-accent" if look else "soft")
        press.clicked.connect(act)
        return press
