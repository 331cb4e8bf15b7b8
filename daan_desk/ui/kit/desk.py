"""What pages are handed when they are made: the office, background work, the look, ways to other pages, acts, undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from daan_desk.services.patience import patiently
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.tasks import Job, Progress, Tasks
from daan_desk.ui.kit.theme import Theme
from daan_desk.ui.kit.undoing import ActCommand

if TYPE_CHECKING:
    from daan_desk.services.changes import Changes
    from daan_desk.services.office import Office
    from daan_desk.services.workspaces import Workplace
    from daan_desk.ui.kit.page import Target


@dataclass(frozen=True, slots=True)
class Journey:
    """Where somebody asked to go."""

    key: str
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the foot of the window; `act` is what its 撤销 takes back, `tone` is plain, good, warn or bad."""

    text: str
    act: str = ""
    tone: str = "plain"
    remedy: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What app.py puts together once and every page shares; `undo` takes an act back (services.undo).

    place: the open workspace itself, for the pages that care for it as a whole.
    """

    office: Office
    tasks: Tasks
    theme: Theme
    preferences: Preferences
    undo: Callable[[str], Changes]
    place: Workplace | None = None


class Desk(QObject):
    """The one thing a page knows of the window around it."""

    went = Signal(object)
    acted = Signal(object)
    told = Signal(object)
    complained = Signal(object)
    heard = Signal(object)  # what others did in a shared workspace (services.hearing.Heard)

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office, self.tasks, self.theme = around.office, around.tasks, around.theme
        self.preferences, self.place = around.preferences, around.place
        self.undo_stack = QUndoStack(self)
        self._undo = around.undo
        self.tasks.failed.connect(self.complain)

    def go(self, key: str, target: Target | None = None) -> None:
        """Open the page of that key, at the target."""
        self.went.emit(Journey(key, target))

    def act(
        self,
        work: Callable[..., Changes],
        then: Callable[[Changes], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Job:
        """Carry an act out in the background; then its page hears, every live page refreshes, and 撤销 is offered.

        The act belongs to the desk: it is finished even when its page is gone. With `progress`, work gets its `Job`.
        """
        done, work = partial(self._acted, then), partial(patiently, work)
        return self.tasks.run(work, then=done, failed=failed or self.complain, owner=self, progress=progress)

    def tell(self, text: str, act: str = "", tone: str = "plain") -> None:
        """Show a sentence that goes away by itself."""
        self.told.emit(Message(text, act, tone))

    def complain(self, failure: BaseException) -> None:
        """Show a failure as what it is: a sentence for `Rejected` and `Trouble`, a fault report for anything else."""
        self.complained.emit(failure)

    def take_back(self, act: str) -> None:
        """Undo an act, through the stack when it is the last one there, so that Ctrl+Y brings it back."""
        last = self.undo_stack.command(self.undo_stack.index() - 1) if self.undo_stack.canUndo() else None
        if isinstance(last, ActCommand) and last.act == act:
            self.undo_stack.undo()
        else:
            self.act(partial(self._undo, act))

    def toggle(self, command: ActCommand, back: bool) -> None:
        """Take back what the command did last; it remembers the act that did so, for the way forward again."""
        words = self.tr("已撤销：{name}") if back else self.tr("已重做：{name}")
        done = partial(self._turned, words.format(name=command.text()))
        self.tasks.run(partial(self._turn, command), then=done, failed=partial(self._stuck, command), owner=self)

    def _turn(self, command: ActCommand) -> Changes:
        # on the worker thread, one after the other: a second Ctrl+Z finds the number that the first one left
        changes = self._undo(command.act)
        command.act = changes.act
        return changes

    def _turned(self, words: str, changes: Changes) -> None:
        self.acted.emit(changes)
        self.told.emit(Message(words, tone="good", remedy="；".join(changes.remarks)))

    def _stuck(self, command: ActCommand, failure: BaseException) -> None:
        command.setObsolete(True)
        self.complain(failure)

    def _acted(self, then: Callable[[Changes], object] | None, changes: Changes) -> None:
        if changes.act:
            self.undo_stack.push(ActCommand(changes.act, changes.name, self.toggle))
            self.acted.emit(changes)
        words = self.tr("已{name}").format(name=changes.name) if changes.act else self.tr("没有需要改动的内容")
        self.told.emit(Message(words, changes.act, "good" if changes.act else "plain", "；".join(changes.remarks)))
        if then:
            then(changes)
