"""The one place where the window's objects are made and put together: paths, log, workspace, tasks, look, pages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from daan_desk import paths
from daan_desk.clock import now
from daan_desk.domain.addresses import Place
from daan_desk.domain.briefs import Brief
from daan_desk.domain.photos import PhotoSheet
from daan_desk.domain.tables import Table
from daan_desk.door import Door
from daan_desk.entering import Entered
from daan_desk.exchange import targets
from daan_desk.menu import CHAPTERS, acts, bell, entries
from daan_desk.services import home as homes
from daan_desk.services import ledgers, passing, undo
from daan_desk.services.hearing import can_hear
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.caring import SecondPlace
from daan_desk.ui.kit.desk import Desk, Surroundings
from daan_desk.ui.kit.enlarging import enlarge
from daan_desk.ui.kit.equipment import Equipment, News
from daan_desk.ui.kit.faults import Faults, open_log
from daan_desk.ui.kit.hearing import Ear
from daan_desk.ui.kit.manual import Manual
from daan_desk.ui.kit.page import Choice, Target
from daan_desk.ui.kit.paper import Paper
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.saved_files import folder
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.kit.theme import Theme
from daan_desk.ui.kit.words import speak_chinese
from daan_desk.ui.pages.welcome.keeping import Keeping
from daan_desk.ui.pages.welcome.locking import Locking
from daan_desk.ui.shell import Shell

SETTINGS = "window.ini"  # of this machine
PATIENCE = 120.0  # seconds that closing waits for an act that is under way


class Program:
    """The program around any workspace: application, look, log, background thread; `open` makes the window."""

    def __init__(self, application: QApplication) -> None:
        speak_chinese(application)
        self.application = application
        self.preferences = Preferences(paths.data() / SETTINGS)
        self.theme = Theme(application, paths.resources(), self.preferences)
        self.faults = Faults(open_log(paths.logs()))
        self.tasks = Tasks()
        self.place: Workplace | None = None
        self.shell: Shell | None = None
        self.locking: Locking | None = None
        self.ear: Ear | None = None

    def open(self, place: Workplace) -> Shell:
        """The window on an open workspace."""
        self.place = place
        back = partial(undo.undo, place.office)
        desk = Desk(Surroundings(place.office, self.tasks, self.theme, self.preferences, back, place))
        self.locking = Locking(desk)
        manual = Manual(desk, paths.manual(), CHAPTERS)
        equipment = Equipment(
            self.faults,
            search=partial(found, desk),
            spelled=ledgers.spelled,
            news=partial(news, place.office),
            acts=acts(desk),
            menu=(*self.locking.choices(), *Keeping(desk, place).choices(), *manual.choices()),
            help=manual.open,
        )
        self.shell = Shell(desk, entries(), equipment)
        desk.setParent(self.shell)
        self.ear = listening(desk, self.shell)
        return self.shell

    def close(self) -> None:
        """Finish what is under way and let go of the workspace."""
        self.tasks.settle(PATIENCE)
        if self.ear is not None:
            self.ear.end()
            self.ear = None
        if self.locking is not None:
            self.locking.end()
            self.locking = None
        if self.shell is not None:
            self.shell.close()
            self.shell.deleteLater()
            self.shell = None
        if self.place is not None:
            self.place.close()
            self.place = None
        self.tasks.close()


def listening(desk: Desk, shell: Shell) -> Ear | None:
    """Fresh news where others work in the same workspace; the strip at the foot tells of the line."""
    if not can_hear(desk.office):
        return None
    ear = Ear(desk)
    ear.lost.connect(shell.strip.show_lost)
    ear.back.connect(shell.strip.hide)
    ear.back.connect(partial(desk.tell, shell.tr("已重新连上服务器，内容是最新的"), tone="good"))
    ear.start()
    return ear


def found(desk: Desk, text: str) -> Sequence[Choice]:
    """Records that fit a text, as lines of the palette."""
    icons = {each.name: each.icon for each in ledgers.ledgers()}
    return [
        Choice(hit.text, partial(desk.go, hit.ledger, Target(hit.id)), hit.detail, icons.get(hit.ledger, "table"))
        for hit in ledgers.find(desk.office, text)
    ]


def news(office: Office) -> News:
    """What the frame shows: how many issues are due or overdue, and in which workspace this is."""
    due = homes.due(office)
    where = f"服务器 {office.database.name}" if office.database.shared else office.database.name
    return News(due.value, f"{office.officer.role or office.officer.name} · {where}", bell(due))


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication of the process."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(list(arguments))


def write_summary_pdf(brief: Brief, path: Path) -> None:
    """Paint the summary into a PDF without a window; `Trouble` where it cannot be written."""
    from daan_desk.ui.kit.brief_paper import brief_paper

    _paint(brief_paper(brief), path)


def write_photos_pdf(sheet: PhotoSheet, path: Path) -> None:
    """The same for a sheet of photos."""
    from daan_desk.ui.kit.photo_paper import photo_paper

    _paint(photo_paper(sheet), path)


def write_table_pdf(table: Table, path: Path) -> None:
    """The same for a table."""
    from daan_desk.ui.kit.paper import ledger_paper

    _paint(ledger_paper(table), path)


def _paint(paper: Paper, path: Path) -> None:
    from daan_desk.ui.kit.printing import set_pages, write_pdf

    application(["daan-desk", "-platform", "offscreen"])
    write_pdf(set_pages(paper), path)


def main(place: Place | None = None) -> int:
    """Open the window: the password of that workspace, or of the last one, is asked for, or the first page of all."""
    enlarge(Preferences(paths.data() / SETTINGS))
    with passing.folder(paths.data()):
        return _ended(Program(application(sys.argv)), place)


def _ended(program: Program, place: Place | None) -> int:
    program.faults.install()
    targets.sweep(folder(program.preferences), now().timestamp())
    door = Door(program.preferences, program.tasks, now)
    if place is not None:
        door.show_place(place)
    door.opened.connect(partial(_enter, program, door))
    door.show()
    status = program.application.exec()
    program.close()
    return status


def _enter(program: Program, door: Door, entered: Entered) -> None:
    shell = program.open(entered.place)
    shell.showMaximized()
    door.hide()
    if entered.regret:
        shell.desk.complain(entered.regret)
    SecondPlace(shell.desk).begin()
    if entered.note:
        shell.desk.tell(entered.note, tone="good")


if __name__ == "__main__":
    sys.exit(main())
