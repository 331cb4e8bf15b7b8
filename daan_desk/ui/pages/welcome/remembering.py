"""The password page and the system's key ring: the box is offered only where there is a safe one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from daan_desk.services import remembering
from daan_desk.services.remembering import Ring
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.welcome.unlock import Unlock


class Remembering(QObject):
    """Looks for the ring in the background: the page does not wait for it."""

    def __init__(self, page: Unlock, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._tasks = page, tasks
        self._ring: Ring | None = None
        tasks.run(remembering.system_ring, then=self._found, owner=self)

    def settle(self, place: Workplace) -> None:
        """The workspace is open: remember it, or forget it, as the box says."""
        if self._ring is None or place.office.database.shared:
            return
        work = (
            partial(remembering.remember, self._ring, place)
            if self._page.keeping.isChecked()
            else partial(remembering.forget, self._ring, place.office.database.path)
        )
        self._tasks.run(work, owner=self)

    def _found(self, ring: Ring | None) -> None:
        self._ring = ring
        if ring is not None:
            self._page.offer_keeping()
            self._page.file.line.textChanged.connect(self._look)
            self._look()

    def _look(self) -> None:
        self._page.show_kept("")
        path = self._page.file.path
        if self._ring is not None and path.is_file():
            self._tasks.run(
                partial(remembering.remembered, self._ring, path), then=partial(self._show, path), owner=self
            )

    def _show(self, path: Path, words: str) -> None:
        if self._page.file.path == path:
            self._page.show_kept(words)
