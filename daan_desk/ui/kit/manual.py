"""The manual in a window of its own beside the work: chapters at the left, the one that is wanted at the right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QShowEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from daan_desk.domain.failures import Trouble
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.fitting import fit_to_screen
from daan_desk.ui.kit.page import Choice

HEADING: Final = "## "
PICTURE: Final = re.compile(r"^!\[.*\n?", re.MULTILINE)  # the window that they show stands beside
WRAPPED: Final = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef”])\n *(?=[\u4e00-\u9fff“（])")  # would become a space
CHAPTERS, SIZE, ROW = 232, (940, 660), 34
LEADING, BETWEEN = 150.0, 8.0  # per cent of a line, pixels below a paragraph


class Chapter(NamedTuple):
    """A chapter's heading and all of its words, as they were written."""

    title: str
    text: str


def chapters(written: str) -> tuple[Chapter, ...]:
    """What stands under every heading of the second level."""
    parts = WRAPPED.sub("", PICTURE.sub("", written)).split(f"\n{HEADING}")[1:]
    return tuple(Chapter(part.partition("\n")[0].strip(), f"{HEADING}{part}") for part in parts)


class ManualWindow(QDialog):
    """Stays open while the work goes on; the search box leaves the chapters that speak of it."""

    def __init__(self, chapters_: Sequence[Chapter], host: QWidget | None) -> None:
        super().__init__(host)
        self.setWindowTitle(self.tr("使用手册"))
        self.resize(*SIZE)
        self._chapters = tuple(chapters_)
        self.search, self.list, self.view = QLineEdit(), QListWidget(), QTextBrowser()
        self.search.setPlaceholderText(self.tr("在手册里找"))
        self.search.setAccessibleName(self.tr("在手册里找"))
        self.search.setClearButtonEnabled(True)
        self.list.setProperty("look", "groups")
        self.list.setAccessibleName(self.tr("章节"))
        self.view.setAccessibleName(self.tr("手册正文"))
        self._lay()
        self.search.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._show)
        self._narrow("")

    def _lay(self) -> None:
        for part in (self.search, self.list):
            part.setFixedWidth(CHAPTERS)
        left, room = QVBoxLayout(), QHBoxLayout(self)
        room.setContentsMargins(16, 16, 16, 16)
        room.setSpacing(16)
        left.setSpacing(10)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        room.addLayout(left)
        room.addWidget(self.view, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)

    def turn(self, title: str) -> None:
        """Open a chapter; one that there is not leaves what is open."""
        self.search.clear()
        found = self.list.findItems(title, Qt.MatchFlag.MatchExactly)
        if found:
            self.list.setCurrentItem(found[0])

    def _narrow(self, text: str) -> None:
        self.list.clear()
        for chapter in self._chapters:
            if text.strip().lower() in chapter.text.lower():
                item = QListWidgetItem(chapter.title, self.list)
                item.setData(Qt.ItemDataRole.UserRole, chapter.text)
                item.setSizeHint(QSize(0, ROW))
        self.list.setCurrentRow(0)

    def _show(self, item: QListWidgetItem | None) -> None:
        self.view.setMarkdown(item.data(Qt.ItemDataRole.UserRole) if item else "")
        _space_out(self.view)
        wanted = self.search.text().strip()
        if wanted and item:
            self.view.find(wanted)


def _space_out(view: QTextBrowser) -> None:
    """Room between lines and paragraphs, as a text has that is read."""
    block = view.document().begin()
    while block.isValid():
        form = block.blockFormat()
        form.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setBottomMargin(BETWEEN)
        QTextCursor(block).setBlockFormat(form)
        block = block.next()


class Manual(QObject):
    """The way to the manual; `places` says in which chapter a page is told of."""

    def __init__(self, desk: Desk, file: Path, places: Mapping[str, str]) -> None:
        super().__init__(desk)
        self._desk, self._file, self._places = desk, file, places
        self.window: ManualWindow | None = None

    def choices(self) -> tuple[Choice, ...]:
        """Its line in the officer's menu and in the palette."""
        return (Choice(self.tr("使用手册"), self.open, self.tr("每一件事怎么做，快捷键"), "book-open", "F1"),)

    def open(self, page: str = "") -> None:
        """Show the manual, at the chapter of that page."""
        if self.window is None:
            try:
                written = self._file.read_text(encoding="utf-8")
            except OSError:
                self._desk.complain(Trouble("找不到使用手册。", "请重新安装程序，手册会一起装好。"))
                return
            host = self._desk.parent()
            self.window = ManualWindow(chapters(written), host if isinstance(host, QWidget) else None)
        self.window.turn(self._places.get(page, ""))
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
