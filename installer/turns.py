"""One at a time: two first starts must not work on one environment together."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PAUSE_SECONDS = 0.2

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_taken(descriptor: int) -> bool:
    """Whether somebody else holds the lock; otherwise it is ours from now on."""
    try:
        _take(descriptor)
    except OSError:
        return True
    return False


@contextmanager
def turn(lock: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock; `waiting` is called once if another holds it.

    The system frees it when its holder is killed, but not before the children have ended that inherited it: a pip that
    outlives us still writes.
    """
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
    os.set_inheritable(descriptor, True)
    try:
        if is_taken(descriptor):
            waiting()
            while is_taken(descriptor):
                time.sleep(PAUSE_SECONDS)
        yield
    finally:
        os.close(descriptor)
