"""What the set-up says, in sentences, on standard error; standard output belongs to the desk."""

from __future__ import annotations

import sys


class Unprepared(Exception):
    """The environment cannot be made: what is in the way, and what to do about it."""


def say(sentence: str) -> None:
    """One sentence, at once."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
