"""Ctrl+C and a request to end: they wait while the program starts, and then stop the step in one place."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

REQUESTS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


def put_off() -> None:
    """Whoever stops the program while it starts is heard as soon as `heard` begins, across `exec` too."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, REQUESTS)


def listen_again() -> None:
    """What was put off arrives now, as the machine's habit is."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, REQUESTS)


@contextmanager
def heard() -> Iterator[None]:
    """Every request to end is a `KeyboardInterrupt` inside, so that what is half done is cleared away; then as before.

    A request that the machine ignores (`nohup`) stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {one: signal.getsignal(one) for one in REQUESTS}
    for one in (one for one, habit in before.items() if habit is not signal.SIG_IGN):
        signal.signal(one, _stop)
    try:
        listen_again()
        yield
    finally:
        for one, habit in before.items():
            signal.signal(one, habit if habit is not None else signal.SIG_DFL)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
