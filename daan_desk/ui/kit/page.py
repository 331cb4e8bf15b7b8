"""What a page of the window is: a widget with a key, a title and an icon that can be sent to a target and refreshed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from daan_desk.domain.questions import Question
    from daan_desk.services.changes import Changes
    from daan_desk.ui.kit.desk import Desk


@dataclass(frozen=True, slots=True)
class Target:
    """What a page is to show when it opens: a record, the rows of a question, or a new record with these values."""

    record: str = ""
    question: Question | None = None
    fresh: Mapping[str, object] | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the command palette: words, an icon, and what happens when it is chosen."""

    text: str
    act: Callable[[], object] = field(compare=False)
    detail: str = ""
    icon: str = "arrow-right"
    keys: str = ""


class Page(QWidget):
    """A page is made when it is first opened; it reads through `desk` and never knows another page.

    reads: the ledgers that it shows. When an act touches one of them, a page in sight reads again at once, another one
    when it is next seen: no page works for nobody.
    """

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    icon: ClassVar[str] = "file-text"
    reads: ClassVar[tuple[str, ...]] = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = False
        self.setAccessibleName(self.title)

    def show_for(self, target: Target | None) -> None:
        """Open at the target; None means the page was chosen in the navigation."""

    def read(self) -> None:
        """Ask for what is shown, in the background."""

    def concerns(self, changes: Changes) -> bool:
        """Whether an act touched what is shown."""
        return changes.touch(*self.reads)

    def refresh(self, changes: Changes) -> None:
        """An act touched these records: read again what it concerns, now or when the page is next in sight."""
        if not self.concerns(changes):
            return
        if self.isVisible():
            self.read()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.read()

    def choices(self) -> tuple[Choice, ...]:
        """What the command palette offers on this page."""
        return ()

    def may_leave(self) -> bool:
        """False keeps the officer here: something typed is not saved and the officer wants to stay."""
        return True


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One row of the navigation; `make` builds the page when it is first opened."""

    key: str
    title: str
    icon: str
    group: str
    make: Callable[[Desk], Page]
