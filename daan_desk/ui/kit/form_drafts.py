"""Typed words that survive a killed program: kept a moment after the last key, found again when the form opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from daan_desk.domain.failures import Cancelled, Offline
from daan_desk.domain.kinds import Linked
from daan_desk.ui.kit.tasks import Tasks

PAUSE = 800
AGAIN = 5000  # milliseconds after which a draft that could not be kept is tried again


class Drafts(Protocol):
    """Where drafts are kept: plain values by key; `load` answers an empty mapping for a key that it does not have."""

    def load(self, key: str) -> Mapping[str, object]: ...

    def save(self, key: str, values: Mapping[str, object]) -> None: ...

    def clear(self, key: str) -> None: ...


class DraftKeeper(QObject):
    """One form's draft; without a place to keep it, it keeps nothing and finds nothing."""

    def __init__(self, drafts: Drafts | None, key: str, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.key = key
        self._drafts, self._tasks = drafts, tasks
        self._values: Callable[[], Mapping[str, object]] = dict
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        self._failing = False

    def find(self, then: Callable[[Mapping[str, object]], object]) -> None:
        """Call `then` with what was kept, if anything was."""
        if self._drafts:
            work = partial(self._drafts.load, self.key)
            self._tasks.run(work, lambda kept: kept and then(unpacked(kept)), owner=self)

    def keep_soon(self, values: Callable[[], Mapping[str, object]]) -> None:
        """Keep what `values` answers a moment from now."""
        self._values = values
        self._pause.start(PAUSE)

    def keep(self) -> None:
        values = self._values()
        if self._drafts and values:
            work = partial(self._drafts.save, self.key, packed(values))
            self._tasks.run(work, self._kept, self._failed)  # also when the form is gone by then

    def _kept(self, _: object) -> None:
        self._failing = False

    def _failed(self, failure: BaseException) -> None:
        """It is tried again until it is kept; the reason is told once, of a line that is cut the window tells."""
        if not isinstance(failure, Offline | Cancelled) and not self._failing:
            self._tasks.failed.emit(failure)
        self._failing = True
        if isValid(self):
            self._pause.start(AGAIN)

    def forget(self) -> None:
        """The words are saved, or nobody wants them."""
        self._pause.stop()
        if self._drafts:
            self._tasks.run(partial(self._drafts.clear, self.key))


def packed(values: Mapping[str, object]) -> dict[str, object]:
    """Raw values as plain ones: a link as its two parts, a number as its text."""
    return {name: _packed(value) for name, value in values.items()}


def unpacked(values: Mapping[str, object]) -> dict[str, object]:
    """What `packed` made, as the editors take it."""
    return {name: Linked(*value) if isinstance(value, list) else value for name, value in values.items()}


def _packed(value: object) -> object:
    if isinstance(value, Linked):
        return [value.id, value.text]
    return format(value, "f") if isinstance(value, Decimal) else value
