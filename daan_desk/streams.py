"""The three streams that a program is started with: whoever starts it may have closed one, or stopped reading."""

from __future__ import annotations

import os
import sys
from typing import NoReturn, TextIO


def settle() -> None:
    """A stream that was closed leads nowhere, so that no file of ours gets its number; all of them speak UTF-8.

    What cannot be told in UTF-8 (half a sign in a file's name) is told as a question mark and breaks nothing.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    sys.stdout = sys.stdout or _leading(1)
    sys.stderr = sys.stderr or _leading(2)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _leading(number: int) -> TextIO:
    return os.fdopen(number, "w", encoding="utf-8", closefd=False)


def give_up(stream: TextIO) -> None:
    """Nobody takes what is written any more: what is left in the stream goes nowhere, now and when we end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def say(sentence: str) -> None:
    """A sentence on standard error; where nobody can read it, that is no reason to fail."""
    try:
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)


def leave(status: int) -> NoReturn:
    """End the process as it stands: what a command has made need not be taken apart value by value."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            give_up(stream)
    os._exit(status)
