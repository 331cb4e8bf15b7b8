"""Garbage of widgets is never collected on the thread of the database."""

from __future__ import annotations

import gc
from threading import current_thread, main_thread
from weakref import finalize

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.collecting import collect_what_is_due
from daan_desk.ui.kit.tasks import Tasks


class Ring:
    """Garbage that only a collection finds: it holds itself."""

    def __init__(self) -> None:
        self.me = self


def rings(count: int) -> int:
    for _ in range(count):
        Ring()
    return count


def test_that_a_worker_that_makes_much_garbage_collects_none_of_the_window(tasks: Tasks) -> None:
    where: list[bool] = []
    widget = QLabel("窗口")
    widget.ring = Ring()  # type: ignore[attr-defined]
    widget.ring.me = widget  # type: ignore[attr-defined]
    finalize(widget, lambda: where.append(current_thread() is main_thread()))
    del widget
    tasks.run(lambda: rings(20_000))
    tasks.settle()
    assert where == []
    gc.collect()
    assert where == [True]


def test_that_what_is_due_is_collected_by_the_clock_of_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    assert not gc.isenabled()  # `tasks` has a thread of its own
    rings(20_000)
    gone: list[bool] = []
    last = Ring()
    finalize(last, lambda: gone.append(True))
    del last
    assert collect_what_is_due() > 0
    assert gone == [True]


def test_that_python_collects_by_itself_again_when_the_last_thread_has_ended() -> None:
    before = gc.isenabled()
    one, other = Tasks("one"), Tasks("other")
    assert not gc.isenabled()
    one.close()
    assert not gc.isenabled()
    other.close()
    assert gc.isenabled() == before
