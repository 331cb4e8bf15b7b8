"""A disk that fails at one of an act's steps, once or from then on: reading or writing goes wrong, or it is full.

The act must say so in a sentence, or do without the step; then the disk is well again, and what is there is judged.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from dataclasses import dataclass

from daan_desk.domain.failures import Rejected, Trouble
from tests.faults.disks import Disk, Step, watched
from tests.faults.judging import Expected, verdict

KINDS = ("read", "error", "full")
NEVER = 1 << 60
GROWING = frozenset({"create", "write"})  # what a full disk refuses


@dataclass
class Failure:
    """Makes the step with that number go wrong; kind is read, error or full. lasting: and every one after it."""

    kind: str
    number: int
    lasting: bool = False
    seen: int = 0

    def __call__(self, step: Step) -> str:
        if (step.kind == "read") != (self.kind == "read") or (self.kind == "full" and step.kind not in GROWING):
            return ""
        self.seen += 1
        wrong = self.seen > self.number if self.lasting else self.seen == self.number + 1
        return ("full" if self.kind == "full" else "error") if wrong else ""


def steps_of(right: Expected, kind: str) -> int:
    """How many steps of an act can go wrong in that way."""
    counter = Failure(kind, NEVER)
    tried(right, counter)
    return counter.seen


def random_failure(steps: Mapping[str, int], rng: random.Random) -> Failure:
    """One of these ways to fail, at a step that there is, once or from then on."""
    kind = rng.choice(sorted(steps))
    return Failure(kind, rng.randrange(steps[kind]), rng.random() < 0.5)


@dataclass(frozen=True)
class Tried:
    """What came of it: what was wrong, and what the officer read ("" where nothing was said)."""

    wrong: list[str]
    said: str


def tried(right: Expected, failure: Failure) -> Tried:
    place, told, said = right.folder(), 0, ""
    wrong: list[str] = []
    try:
        with watched(Disk(place, failure, reading=failure.kind == "read")):
            for _ in right.doing.steps(place):
                told += 1
    except (Rejected, Trouble) as failed:
        said = str(failed)
    except Exception as fault:  # noqa: BLE001  whatever an officer would meet as a fault of the program
        wrong = [f"fault: {type(fault).__name__}: {fault}"]
    wrong += verdict(right, place, told)
    shutil.rmtree(place)
    return Tried(wrong, said)
