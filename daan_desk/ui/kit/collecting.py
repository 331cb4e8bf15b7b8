"""Python's cyclic garbage is collected on the window's thread only.

A collection begins wherever memory is asked for, so also on the thread of the database; there it would destroy widgets
that are garbage, and Qt ends the program when a widget is destroyed outside of the thread that it lives in.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500  # ms
_at_work: set[object] = set()  # a token for each who has a thread of its own now


class Collecting(QObject):
    """While one of these is at work, only its clock collects, generation by generation as Python would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(collect_what_is_due)
        self._clock.start()
        self._token = object()  # not the id of this one: another could be given the same when this one is gone
        _at_work.add(self._token)
        gc.disable()

    def end(self) -> None:
        """Back to Python's own way when nobody else has a thread."""
        self._clock.stop()
        _at_work.discard(self._token)
        if not _at_work:
            gc.enable()


def collect_what_is_due() -> int:
    """Collect the oldest generation that has reached its threshold; answers how many objects that was worth."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(3) if counts[generation] > thresholds[generation]]
    return gc.collect(max(due)) if due else 0
