"""Takes a file through the looks: every wish is understood anew in the background, and at last carried out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from daan_desk.domain.failures import Cancelled
from daan_desk.services import ledgers
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.tasks import Job
from daan_desk.ui.pages.imports.carrying import Carriage
from daan_desk.ui.pages.imports.study import File, Study, Wishes, studied
from daan_desk.ui.pages.imports.verdicts import Lines, lists
from daan_desk.ui.pages.imports.workbench import Workbench

NEARLY = 0.8  # the ledger from whose page somebody came is taken where it fits nearly as well

Understood = tuple[Study, tuple[Lines, ...]]


class Bringing(QObject):
    """`done` carries the changes of an import that was carried out."""

    done = Signal(object)

    def __init__(self, desk: Desk, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._bench = desk, bench
        self.study: Study | None = None
        self.carriage: Carriage | None = None
        self._wishes = Wishes()
        self._job: Job | None = None
        bench.head.offered.connect(lambda at: self._wish(Wishes(at)))
        bench.head.ledger_chosen.connect(lambda name: self._wish(self._wishes.as_ledger(name)))
        bench.sheet.headed.connect(lambda rows: self._wish(self._wishes.headed(rows)))
        bench.columns.mapped.connect(lambda place, name: self._map({place: name}))
        bench.columns.settled.connect(self._map)
        bench.columns.ruled.connect(self._rule)
        bench.verdicts.created.connect(self._rule)
        bench.verdicts.mended.connect(self._mend)
        bench.verdicts.bar.wanted.connect(self.carry_out)
        bench.verdicts.bar.stopped.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Whether an import is being written."""
        return self.carriage is not None

    def begin(self, file: File, ledger: str = "") -> None:
        """Look at a fresh file; `ledger` is what it is taken for where nothing better is known."""
        self.forget()
        self._ask(file, Wishes(file.likely), fresh=True, hoped=ledger)

    def forget(self) -> None:
        """Let the file go."""
        if self._job:
            self._job.cancel()
        self.study, self._wishes = None, Wishes()

    def again(self) -> None:
        """Judge anew: others have worked meanwhile."""
        if self.study and not self.busy:
            self._wish(self._wishes)

    # -- wishes -------------------------------------------------------------------------------------------------------

    def _wish(self, wishes: Wishes) -> None:
        if self.study and not self.busy:
            fresh = wishes.at != self._wishes.at
            self._ask(self.study.file, wishes, fresh=fresh)

    def _map(self, chosen: dict[int, str]) -> None:
        """Columns to fields; a field that another column was given before is taken from it."""
        wanted: dict[int, str] = {}
        for place, name in [*chosen.items(), *self._wishes.columns.items()]:
            if place not in wanted and (not name or name not in wanted.values()):
                wanted[place] = name
        self._wish(replace(self._wishes, columns=wanted))

    def _rule(self, name: str, rule: str) -> None:
        self._wish(replace(self._wishes, rules={**self._wishes.rules, name: rule}))

    def _mend(self, place: tuple[str, int, int], text: str) -> None:
        self._wish(replace(self._wishes, mends={**self._wishes.mends, place: text}))

    def _ask(self, file: File, wishes: Wishes, fresh: bool, hoped: str = "") -> None:
        if self._job:
            self._job.cancel()
        self._wishes = wishes
        self._bench.busy.show()
        work = partial(_understood, self._desk.office, file, wishes, hoped)
        then = partial(self._understand, fresh)
        self._job = self._desk.tasks.run(work, then=then, failed=self._misunderstand, owner=self)

    def _understand(self, fresh: bool, answer: Understood) -> None:
        self.study, found = answer
        self._wishes = self.study.wishes
        self._bench.show_study(self.study, found, fresh)

    def _misunderstand(self, failure: BaseException) -> None:
        if not isinstance(failure, Cancelled):
            self._bench.busy.hide()
            self._desk.complain(failure)

    # -- the act ------------------------------------------------------------------------------------------------------

    def carry_out(self) -> None:
        """Write what is shown, in one act."""
        if self.study and self.study.plan and not self.busy and not self._bench.busy.isVisible():
            self.carriage = Carriage(self._desk.office, self.study)
            bar = self._bench.verdicts.bar
            self._show_busy(busy=True)
            self._desk.act(self.carriage.carry, self._carried, self._failed, bar.show_progress)

    def _stop(self) -> None:
        if self.carriage:
            self.carriage.stop()

    def _carried(self, changes: Changes) -> None:
        late = bool(self.carriage and self.carriage.stopped)
        self._show_busy(busy=False)
        if late:
            self._desk.tell(self.tr("取消得晚了一步，已经全部写入；可以撤销"), changes.act, "warn")
        self.done.emit(changes)

    def _failed(self, failure: BaseException) -> None:
        self._show_busy(busy=False)
        if isinstance(failure, Cancelled):
            self._desk.tell(self.tr("已取消，没有写入任何内容"))
        else:
            self._desk.complain(failure)

    def _show_busy(self, busy: bool) -> None:
        if not busy:
            self.carriage = None
        bench = self._bench
        for part in (bench.head, bench.sheet, bench.columns, bench.verdicts.tabs, bench.verdicts.names):
            part.setEnabled(not busy)
        bench.verdicts.table.setEnabled(not busy)
        bench.verdicts.bar.show_busy(busy)
        if not busy and self.study:
            bench.verdicts.bar.show_study(self.study)


def _understood(office: Office, file: File, wishes: Wishes, hoped: str) -> Understood:
    study = studied(office, file, wishes)
    if hoped and hoped != study.found.ledger:
        tried = studied(office, file, wishes.as_ledger(hoped))
        better = not study.plan or tried.found.score >= NEARLY * study.found.score
        study = tried if tried.plan and better else study
    return study, _lists(study)


def _lists(study: Study) -> tuple[Lines, ...]:
    return lists(study, ledgers.ledger(study.found.ledger)) if study.plan else ()
