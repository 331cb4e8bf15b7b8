"""An act is watched once; then the power is cut, or the program killed, before each of its steps in turn."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.faults.cuts import Platter
from tests.faults.disks import Disk, Step, watched
from tests.faults.judging import Expected, verdict


@dataclass
class Replay:
    """What an act did to the disk, to be ended anywhere."""

    right: Expected
    steps: list[Step]
    rounds: int = 0
    wrong: list[str] = field(default_factory=list)

    def ended(self, places: Iterable[int], rng: random.Random | None) -> list[str]:
        """End it before these steps: by a power cut where there is chance in it, else by a kill; what was wrong."""
        platter, wanted = Platter(self.right.pattern), set(places)
        found: list[str] = []
        for at, step in enumerate([*self.steps, Step("end")]):
            if at in wanted:
                found += self._judged(platter, rng)
            if step.kind != "end":
                platter.take(step)
        self.wrong += found
        return found

    def _judged(self, platter: Platter, rng: random.Random | None) -> list[str]:
        place = self.right.empty()
        platter.after_cut(place, rng) if rng else platter.after_kill(place)
        self.rounds += 1
        found = verdict(self.right, place, platter.told)
        shutil.rmtree(place)
        return found


def watch(right: Expected) -> Replay:
    """Carry the act out once under watch."""
    place = right.folder()
    disk = Disk(place)
    with watched(disk):
        for _ in right.doing.steps(place):
            disk.tell()
    moved = [_moved(step, str(place), str(right.pattern)) for step in disk.steps]
    return Replay(right, moved)


def _moved(step: Step, place: str, to: str) -> Step:
    """The step with its paths in the folder that all began with."""
    return Step(step.kind, step.path.replace(place, to, 1), step.at, step.data, step.to.replace(place, to, 1))


def interesting(steps: list[Step]) -> list[int]:
    """The places around everything but plain writes: where an end is likeliest to do harm."""
    places = (at for at, step in enumerate(steps) if step.kind != "write")
    return sorted({near for at in places for near in (at, at + 1)})
