"""走访任务: who owes which visit, how much of it is done, whom nobody visits and where too many come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut

from daan_desk.domain.home import Forgotten
from daan_desk.domain.periods import month_of
from daan_desk.services import duties, duty_tables
from daan_desk.services.duties import Bearer, Board, Crowd
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.page import Choice, Page, Target
from daan_desk.ui.kit.paper import ledger_paper
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.kit.saved_files import ask_place, folder, offer_file
from daan_desk.ui.pages.duties import lists
from daan_desk.ui.pages.duties.frame import Frame

ROLE, BY_NEED = "duties.role", "duties.by_need"


@dataclass(frozen=True, slots=True)
class Found:
    """What one reading brings."""

    board: Board
    forgotten: tuple[Forgotten, ...]
    crowds: tuple[Crowd, ...]


class DutiesPage(Page):
    """Officers at the left, the enterprises of the marked one at the right; nobody is ranked by visits made."""

    key: ClassVar[str] = "duties"
    title: ClassVar[str] = "走访任务"
    icon: ClassVar[str] = "clipboard-check"
    reads: ClassVar[tuple[str, ...]] = ("visits", "assignments", "enterprises", "officers", "settings")

    def __init__(self, desk: Desk, parent: Page | None = None) -> None:
        super().__init__(desk, parent)
        self.found: Found | None = None
        self.preview: Preview | None = None
        self.role = desk.preferences.value(ROLE, "")
        self.by_need = desk.preferences.value(BY_NEED, False)
        self.earlier = False
        self.frame = Frame(self)
        self._connect()
        self.setFocusProxy(self.frame.officers)
        self.read()

    def show_for(self, target: Target | None) -> None:
        if self.found is not None and self.found.board.day != self._day:
            self.read()  # a new day may have begun

    def choices(self) -> tuple[Choice, ...]:
        """Paper and workbook of the board."""
        return (
            Choice(self.tr("导出走访任务"), self.save, icon="download", keys="Ctrl+E"),
            Choice(self.tr("打印走访任务"), self.print, icon="printer", keys="Ctrl+P"),
        )

    # -- what is shown ------------------------------------------------------------------------------------------------

    @property
    def _day(self) -> date:
        """Today, or the last day of the month before."""
        today = self.desk.office.today()
        return month_of(today).first - timedelta(days=1) if self.earlier else today

    def bearers(self) -> tuple[Bearer, ...]:
        """The officers of the chosen role, by name or by what they still owe."""
        if self.found is None:
            return ()
        some = sorted(self.found.board.bearers, key=duty_tables.by_need if self.by_need else duty_tables.by_name)
        return tuple(one for one in some if self.role in ("", one.role))

    def turn_role(self, role: str) -> None:
        """Show the officers of one role, "" for all."""
        self.role = role
        self.desk.preferences.keep(ROLE, role)
        self._show_board()

    def turn_period(self, earlier: bool) -> None:
        """Show the period around today, or how the month before ended."""
        self.earlier = earlier
        self.read()

    def turn_order(self, by_need: bool) -> None:
        """By role and name, or by what is still owed."""
        self.by_need = by_need
        self.desk.preferences.keep(BY_NEED, by_need)
        self._show_board()

    def read(self) -> None:
        work = partial(_found, self.desk.office, self._day)
        self.desk.tasks.run(work, then=self._show, owner=self)

    def _show(self, found: Found) -> None:
        if found.board.day != self._day:
            return  # somebody has chosen another period meanwhile
        self.found = found
        roles = list(dict.fromkeys(one.role for one in sorted(found.board.bearers, key=duty_tables.by_name)))
        if self.role not in roles:
            self.role = ""
        self.frame.show_found(found.board, found.forgotten, found.crowds, roles)
        self._show_board()
        self.setFocusProxy(self.frame.officers if found.board.bearers else self.frame.empty.doing)
        if self.isVisible() and not found.board.bearers:
            self.setFocus()  # the table that had it is gone, and Qt gave it to the navigation

    def _show_board(self) -> None:
        bearers = self.bearers()
        self.frame.show_chosen(self.role, self.earlier, self.by_need)
        self.frame.officers.show_bearers(bearers, duty_tables.officers(bearers, self._day))
        self.frame.show_sums(bearers)

    # -- where it leads -----------------------------------------------------------------------------------------------

    def _open(self, way: lists.Way) -> None:
        self.desk.go(*way)

    def _open_bearer(self, bearer: Bearer) -> None:
        self._open(lists.way(bearer.question))

    def _open_number(self, key: object) -> None:
        if self.found is None:
            return
        waiting = [duty.owed.enterprise for one in self.bearers() for duty in one.duties if duty.still]
        ids = {
            "coverage": waiting,
            "missing": waiting,
            "forgotten": [one.id for one in self.found.forgotten],
            "crowds": [one.enterprise for one in self.found.crowds],
        }
        self._open(lists.way(duties.enterprises_of(ids[str(key)])))

    # -- paper --------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write the board and every enterprise of it into a workbook that the officer names."""
        bearers, day = self.bearers(), self._day
        to = ask_place(self, self.desk.preferences, f"{self.title}-{day:%Y%m%d}", ".xlsx") if bearers else None
        if to:
            self.desk.tasks.run(partial(_write, bearers, day, to), then=partial(self._saved, to), owner=self)

    def _saved(self, to: Path, rows: int) -> None:
        offer_file(self, to, self.tr("走访任务已导出，共 {n} 行").format(n=rows))

    def print(self) -> None:
        """Show the board as it will be printed."""
        paper = ledger_paper(duty_tables.enterprises(self.bearers(), self._day))
        self.preview = Preview(paper, folder(self.desk.preferences), self)
        self.preview.open()

    def _connect(self) -> None:
        frame = self.frame
        for chip, act in frame.wishes(self.turn_period, self.turn_order):
            chip.clicked.connect(act)
        frame.role_wished.connect(self.turn_role)
        frame.opened.connect(self._open)
        frame.number_opened.connect(self._open_number)
        frame.officers.opened.connect(self._open_bearer)
        frame.empty.asked.connect(lambda: self.desk.go("assignments"))
        frame.export.clicked.connect(self.save)
        frame.printing.clicked.connect(self.print)
        QShortcut(QKeySequence("Ctrl+E"), self, self.save)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print)


def _found(office: Office, day: date) -> Found:
    return Found(*duties.overview(office, day))


def _write(bearers: Sequence[Bearer], day: date, to: Path) -> int:
    from daan_desk.exchange.books_out import write_book  # openpyxl: only who writes one waits for it

    return write_book((duty_tables.officers(bearers, day), duty_tables.enterprises(bearers, day)), to, charts=())
