"""An act is carried out by a process of its own, which is killed at a random moment with the signal nobody can catch.

A server that has everything imported already forks the processes, so that a round costs what the act costs.
"""

from __future__ import annotations

import multiprocessing
import random
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from daan_desk.store import keys
from tests.faults.doings import Doing
from tests.faults.judging import Expected, verdict

IMPORTED = ("tests.faults.doings", "daan_desk.store.migrations.making", "alembic.operations", "sqlcipher3.dbapi2")
BEGUN = 0
LONGEST = 60.0  # seconds for an act that nobody kills


@dataclass
class Killer:
    """Kills one act again and again; `length` is how long it takes, as far as is known."""

    right: Expected
    rng: random.Random
    length: float = 0.0
    killed: int = 0
    rounds: int = 0
    wrong: list[str] = field(default_factory=list)

    def round(self) -> list[str]:
        """Carry the act out in a copy of the folder, kill it, judge what is left."""
        if not self.length:
            self.length = carried_out(self.right.doing, self.right.folder(), LONGEST)[1]
        place = self.right.folder()
        steps = len(self.right.outcomes) - 1
        seconds = self.rng.uniform(0, self.length / steps)
        told, taken, killed = carried_out(self.right.doing, place, seconds, self.rng.randrange(steps))
        self.rounds += 1
        self.killed += killed
        if not killed:
            self.length = taken
        found = verdict(self.right, place, told)
        self.wrong += found
        if not found:
            shutil.rmtree(place)
        return found


def carried_out(doing: Doing, folder: Path, seconds: float, after: int = BEGUN) -> tuple[int, float, bool]:
    """Carry out an act and kill it so many seconds after it has acknowledged so many steps.

    Answers how many steps it acknowledged, how long it took, and whether it was killed before it came to its end.
    """
    ours, theirs = _context().Pipe(duplex=False)
    process = _context().Process(target=_carry, args=(doing, folder, theirs, keys.COST), daemon=True)
    process.start()
    theirs.close()
    told = ours.recv()
    begun = time.monotonic()
    with suppress(EOFError):
        while told < after:
            told = ours.recv()
        process.join(seconds)
        process.kill()
        while True:
            told = ours.recv()
    process.join()
    taken = time.monotonic() - begun
    return told, taken, process.exitcode != 0


def _context() -> multiprocessing.context.BaseContext:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    context.set_forkserver_preload(list(IMPORTED))
    return context


def _carry(doing: Doing, folder: Path, told: Connection, cost: int) -> None:
    keys.COST = cost
    told.send(BEGUN)
    for step, _ in enumerate(doing.steps(folder), 1):
        told.send(step)
