"""The main window: navigation at the left, the bar on top, one page at a time, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from daan_desk.services.changes import Changes
from daan_desk.ui.kit.complaints import Complaints
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.drops import first_file
from daan_desk.ui.kit.equipment import Equipment, News
from daan_desk.ui.kit.history import History
from daan_desk.ui.kit.line_strip import LineStrip
from daan_desk.ui.kit.logo import program_icon
from daan_desk.ui.kit.navigation import BY_KEYS, Navigation
from daan_desk.ui.kit.page import Choice, Page, PageEntry, Target
from daan_desk.ui.kit.palette import CommandPalette
from daan_desk.ui.kit.toast import Toast
from daan_desk.ui.kit.topbar import TopBar

IMPORTS = "imports"  # the page to which dropped files lead


class Shell(QMainWindow):
    """Knows pages only by their entries; every page is made when it is first opened."""

    def __init__(self, desk: Desk, entries: Sequence[PageEntry], equipment: Equipment) -> None:
        super().__init__()
        self.desk, self._entries, self._equipment = desk, {entry.key: entry for entry in entries}, equipment
        self.pages: dict[str, Page] = {}
        self.history = History()
        self._bell: Journey | None = None  # to what the number over the bell counts
        self.navigation = Navigation(equipment.name, entries, desk.preferences)
        self.bar = TopBar(desk.office.officer.name, self._officer_menu())
        self.stack, self.strip = QStackedWidget(), LineStrip()
        self._build()
        self.toast = Toast(self.stack)
        self.complaints = Complaints(self, equipment.faults, self.toast)
        self.palette_box = CommandPalette(self, desk.tasks, self._offers, equipment.search)
        self._connect()
        self._keys()
        self.bar.show_look(desk.theme.dark)
        self._ask_news()
        if entries:
            self.open(Journey(entries[0].key))

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self.pages.get(self.history.here.key) if self.history.here else None

    def open(self, journey: Journey) -> bool:
        """Go to a page; False where the officer wants to stay with something unsaved."""
        here = self.history.here
        if here and not self.pages[here.key].may_leave():
            self.navigation.mark(here.key)
            return False
        self._show(journey)
        self.history.went(journey)
        return True

    def back(self) -> None:
        self._travel(self.history.back)

    def forward(self) -> None:
        self._travel(self.history.forward)

    def open_palette(self) -> None:
        self.palette_box.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        leaving = self.page is None or self.page.may_leave()
        event.setAccepted(leaving)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if IMPORTS in self._entries and first_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file that no page takes for itself leads to where files come in."""
        file = first_file(event.mimeData())
        if file and self.open(Journey(IMPORTS, Target(words=str(file)))):
            event.acceptProposedAction()

    def _travel(self, step: Callable[[], Journey | None]) -> None:
        if self.page is None or self.page.may_leave():
            journey = step()
            if journey:
                self._show(journey)

    def _show(self, journey: Journey) -> None:
        entry = self._entries[journey.key]
        page = self.pages.get(journey.key)
        if page is None:
            page = self.pages[journey.key] = entry.make(self.desk)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.bar.title.setText(entry.title)
        self.setWindowTitle(f"{entry.title} · {self._equipment.name}")
        self.navigation.mark(journey.key)
        page.show_for(journey.target)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setWindowIcon(program_icon())
        self.setMinimumSize(960, 540)  # 1366 by 768 at 125 per cent
        self.setAcceptDrops(True)
        middle, row, column = QWidget(), QHBoxLayout(), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.strip)
        row.addWidget(self.navigation)
        row.addLayout(column, 1)
        middle.setLayout(row)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        desk, bar = self.desk, self.bar
        self.navigation.chosen.connect(self._chosen)
        desk.went.connect(self.open)
        desk.acted.connect(self._acted)
        desk.told.connect(self.toast.show_message)
        desk.complained.connect(self.complaints.show_failure)
        desk.theme.switched.connect(bar.show_look)
        self.toast.undone.connect(desk.take_back)
        bar.searched.connect(self.open_palette)
        bar.bell_rung.connect(self._ring)
        bar.look_switched.connect(self._switch_look)

    def _keys(self) -> None:
        undo, redo = (self.desk.undo_stack.createUndoAction(self), self.desk.undo_stack.createRedoAction(self))
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.addActions([undo, redo])
        steps: list[tuple[str, Callable[[], object]]] = [
            ("F1", lambda: self._equipment.help(self.history.here.key if self.history.here else "")),
            *(("Ctrl+K", self.open_palette), ("Alt+Left", self.back), ("Alt+Right", self.forward)),
        ]
        steps += [(f"Ctrl+{n}", partial(self._chosen, key)) for n, key in enumerate(list(self._entries)[:BY_KEYS], 1)]
        for keys, step in steps:
            QShortcut(QKeySequence(keys), self, step)

    def _officer_menu(self) -> QMenu:
        menu = QMenu(self)
        for choice in self._equipment.menu:
            menu.addAction(f"{choice.text}\t{choice.keys}".rstrip()).triggered.connect(choice.act)
        return menu

    def _offers(self, text: str) -> list[Choice]:
        pages = [
            Choice(
                entry.title,
                partial(self._chosen, key),
                self.tr("打开"),
                entry.icon,
                f"Ctrl+{n}" if n <= BY_KEYS else "",
            )
            for n, (key, entry) in enumerate(self._entries.items(), start=1)
        ]
        own = self.page.choices() if self.page else ()
        look = Choice(self.tr("切换浅色或深色"), self._switch_look, "", "moon")
        offered = (*own, *self._equipment.acts, *pages, *self._equipment.menu, look)
        return [choice for choice in offered if self._fits(choice, text)]

    def _fits(self, choice: Choice, text: str) -> bool:
        wanted = text.lower()
        return wanted in choice.text.lower() or wanted in self._equipment.spelled(choice.text).lower()

    def _acted(self, changes: Changes) -> None:
        for page in self.pages.values():
            page.refresh(changes)
        self._ask_news()

    def _ask_news(self) -> None:
        self.desk.tasks.run(self._equipment.news, then=self._show_news, owner=self)

    def _show_news(self, news: News) -> None:
        self._bell = news.way
        self.bar.bell.show_due(news.due)
        self.navigation.status.setText(news.status)

    def _ring(self) -> None:
        if self._bell:
            self.open(self._bell)

    def _switch_look(self) -> None:
        self.desk.theme.switch(not self.desk.theme.dark)

    def _chosen(self, key: str) -> None:
        self.open(Journey(key))
