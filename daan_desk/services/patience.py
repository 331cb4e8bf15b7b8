"""Acts that met the work of others are carried out again: nothing of them was kept, so nothing is done twice."""

from __future__ import annotations

from collections.abc import Callable
from time import sleep
from typing import TypeVar

from daan_desk.domain.failures import Contended

T = TypeVar("T")
WAITS = (0.05, 0.2, 0.8)  # seconds before the second, third and fourth try


def patiently(work: Callable[..., T], *given: object) -> T:
    """The answer of an act that may be tried again where a server says that somebody came between."""
    for wait in WAITS:
        try:
            return work(*given)
        except Contended:
            sleep(wait)
    return work(*given)
