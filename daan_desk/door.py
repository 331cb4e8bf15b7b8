"""The way in: the first run's page or the password, and every failure told where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from daan_desk import paths
from daan_desk.domain.addresses import Place, ServerAddress, place_of
from daan_desk.domain.failures import Damaged, Rejected, Trouble
from daan_desk.entering import Entered, entered, joined, made, made_of_parcel, rescued, restored
from daan_desk.services import salvage, workspaces
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.fitting import fit_to_screen
from daan_desk.ui.kit.logo import program_icon
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.welcome.first_run import FirstRun, NewWorkspace
from daan_desk.ui.pages.welcome.from_parcel import Fresh, FromParcel
from daan_desk.ui.pages.welcome.join import Join, Joining
from daan_desk.ui.pages.welcome.openings import Opening, Rescuing, Restoring
from daan_desk.ui.pages.welcome.recovery import RecoveryPage
from daan_desk.ui.pages.welcome.remembering import Remembering
from daan_desk.ui.pages.welcome.rescued import rescued_box
from daan_desk.ui.pages.welcome.unlock import Unlock

RECENT = "recent"
MOST_RECENT = 8


class Door(QStackedWidget):
    """`opened` carries `Entered`; making and opening run in the background, the window stays alive."""

    opened = Signal(object)

    def __init__(self, preferences: Preferences, tasks: Tasks, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._preferences, self._tasks, self._clock = preferences, tasks, clock
        recent = self._recent_places()
        servers = [place for place in recent if isinstance(place, ServerAddress)]
        self.unlock = Unlock([place for place in recent if not isinstance(place, ServerAddress)])
        self.first, self.join, self.sheet = FirstRun(paths.workspaces()), Join(servers), RecoveryPage()
        self.remembering = Remembering(self.unlock, tasks)
        self._made: Workplace | None = None  # waits until its recovery key is kept
        self.parcel = FromParcel(paths.workspaces())
        for page in (self.unlock, self.first, self.join, self.parcel, self.sheet):
            self.addWidget(page)
        self._connect()
        last = self.join if recent and recent[0] in servers else self.unlock
        self.setCurrentWidget(last if recent else self.first)
        self.setWindowTitle(self.tr("大安企服台"))
        self.setWindowIcon(program_icon())
        self.resize(960, 680)
        self.unlock.hold(self._wait())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt calls it so
        super().showEvent(event)
        fit_to_screen(self)

    def _connect(self) -> None:
        self.first.asked.connect(self._make)
        self.first.other_wanted.connect(partial(self.setCurrentWidget, self.unlock))
        self.first.parcel_wanted.connect(partial(self.setCurrentWidget, self.parcel))
        self.parcel.back_wanted.connect(partial(self.setCurrentWidget, self.first))
        self.parcel.asked.connect(self._make_of_parcel)
        self.unlock.asked.connect(self._open)
        self.unlock.restore_wanted.connect(self._restore)
        self.unlock.rescue_wanted.connect(self._rescue)
        self.unlock.new_wanted.connect(partial(self.setCurrentWidget, self.first))
        for page in (self.first, self.unlock):
            page.server_wanted.connect(partial(self.setCurrentWidget, self.join))
        self.join.asked.connect(self._join)
        self.join.file_wanted.connect(partial(self.setCurrentWidget, self.unlock))
        self.sheet.done.connect(self._go_on)

    def show_place(self, place: Place) -> None:
        """Ask for the password of this workspace: it was named when the program was started."""
        if isinstance(place, ServerAddress):
            self.join.show_address(place)
            self.setCurrentWidget(self.join)
        else:
            self.unlock.file.show_path(place)
            self.setCurrentWidget(self.unlock)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt calls it so
        """Who leaves before the key is written down finds the workspace at the next start."""
        if self._made is not None:
            self._made.close()
            self._made = None
        super().closeEvent(event)

    def _recent(self) -> list[str]:
        kept: list[str] = self._preferences.value(RECENT, [])
        return kept

    def _recent_places(self) -> list[Place]:
        """Servers, and the files that are still there."""
        places = [place_of(word) for word in self._recent()]
        return [place for place in places if isinstance(place, ServerAddress) or place.exists()]

    def _make(self, wanted: NewWorkspace) -> None:
        what = self.tr("正在建立工作区，放入示例数据，请稍候…") if wanted.sample else self.tr("正在建立工作区…")
        self.first.wait(what)
        self.setEnabled(False)
        self._tasks.run(partial(made, wanted, self._clock), self._show_sheet, self._refused, self)

    def _make_of_parcel(self, wanted: Fresh) -> None:
        self.parcel.wait(self.tr("正在读取交换包，建立工作区…"))
        self.setEnabled(False)
        self._tasks.run(partial(made_of_parcel, wanted, self._clock), self._show_sheet, self._refused, self)

    def _open(self, wanted: Opening) -> None:
        self.unlock.wait(self.tr("正在打开工作区…"))
        self.setEnabled(False)
        self._tasks.run(partial(entered, wanted, self._clock), self._enter, self._refused, self)

    def _join(self, wanted: Joining) -> None:
        self.join.wait(self.tr("正在连接服务器…"))
        self.setEnabled(False)
        self._tasks.run(partial(joined, wanted, self._clock), self._enter, self._refused, self)

    def _restore(self, wanted: Restoring) -> None:
        self.unlock.wait(self.tr("正在从备份恢复…"))
        self.setEnabled(False)
        self._tasks.run(partial(restored, wanted, self._clock), self._enter, self._refused, self)

    def _rescue(self, wanted: Rescuing) -> None:
        self.unlock.wait(self.tr("正在抢救还读得出的内容，大的文件要几分钟…"))
        self.setEnabled(False)
        work = partial(rescued, wanted, self._clock)
        self._tasks.run(work, partial(self._show_rescued, wanted.password), self._refused, self)

    def _show_rescued(self, password: str, found: salvage.Salvage) -> None:
        self.setEnabled(True)
        self.unlock.wait("")
        self.unlock.file.show_path(found.file)
        box = rescued_box(self, found)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(partial(self._open, Opening(found.file, password)))
        box.open()

    def _show_sheet(self, place: Workplace) -> None:
        self.first.wait("")
        self.parcel.wait("")
        self.setEnabled(True)
        self._made = place
        self._remember(place)
        self.sheet.show_key(place.office.database.path, place.recovery)
        self.setCurrentWidget(self.sheet)

    def _go_on(self) -> None:
        place, self._made = self._made, None
        if place is not None:
            self.opened.emit(Entered(place))

    def _enter(self, entered: Entered) -> None:
        self.setEnabled(True)
        self.unlock.wait("")
        self.join.wait("")
        self._remember(entered.place)
        self.remembering.settle(entered.place)
        self.opened.emit(entered)

    def _remember(self, place: Workplace) -> None:
        here = str(place.office.database.place)
        others = [word for word in self._recent() if word != here]
        self._preferences.keep(RECENT, [here, *others][:MOST_RECENT])

    def _wait(self) -> int:
        """Seconds that must pass before this file is tried again."""
        return workspaces.waiting(self.unlock.file.path, self._clock) if self.unlock.file.text().strip() else 0

    def _refused(self, failure: BaseException) -> None:
        self.setEnabled(True)
        page = self.currentWidget()
        assert isinstance(page, Unlock | FirstRun | Join | FromParcel)
        if isinstance(failure, Rejected) and "password" in failure.problems and page in (self.unlock, self.join):
            self._refuse_password(failure.problems["password"])
        elif isinstance(failure, Damaged) and page is self.unlock:
            self.unlock.refuse_damaged(str(failure), self._wait())
        elif isinstance(failure, Rejected | Trouble):
            page.refuse(str(failure))
        else:
            page.refuse(
                self.tr("程序出了点问题，没有打开。请把日志文件夹“{folder}”发给维护人员。").format(folder=paths.logs())
            )
            raise failure

    def _refuse_password(self, sentence: str) -> None:
        if self.currentWidget() is self.join:
            self.join.refuse_password(sentence)
        else:
            self.unlock.refuse_password(sentence, self._wait())
