"""Many rounds over every act, in a table. Words: kills, cuts or failures, how many rounds in all, which acts."""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests.faults.doings import DOINGS
from tests.faults.failing import KINDS, random_failure, steps_of, tried
from tests.faults.judging import Expected, expected
from tests.faults.killing import Killer
from tests.faults.replaying import interesting, watch

USUAL = 240
WRONG_WORDS = 2
COLUMNS = ("act", "rounds", "broken off", "lost", "half", "other")
Round = tuple[bool, list[str]]  # whether the act was broken off before its end, and what was wrong then


def kills(right: Expected, rng: random.Random) -> Iterator[Round]:
    """The program is killed at random moments."""
    killer = Killer(right, rng)
    while True:
        before = killer.killed
        found = killer.round()
        yield killer.killed > before, found


def cuts(right: Expected, rng: random.Random) -> Iterator[Round]:
    """The power is cut before random steps on the disk, twice as often before those that are no plain writes."""
    replay = watch(right)
    places = [*range(len(replay.steps)), *interesting(replay.steps) * 2]
    while True:
        place = rng.choice(places)
        yield place < len(replay.steps), replay.ended([place], rng)


def failures(right: Expected, rng: random.Random) -> Iterator[Round]:
    """The disk fails at random steps, to read, to write or for want of room; a fault of the program counts as well."""
    steps = {kind: steps_of(right, kind) for kind in KINDS}
    while True:
        found = tried(right, random_failure(steps, rng))
        yield bool(found.said), found.wrong


WAYS: Mapping[str, Callable[[Expected, random.Random], Iterator[Round]]] = {
    "kills": kills,
    "cuts": cuts,
    "failures": failures,
}


def table(way: str, rounds: int, names: list[str], seed: int) -> int:
    """Print a table; answers how much was wrong."""
    _row(COLUMNS)
    _row(("---",) * len(COLUMNS))
    wrong = 0
    with tempfile.TemporaryDirectory() as room:
        for name in names:
            tried = WAYS[way](expected(DOINGS[name], Path(room)), random.Random(f"{name} {seed}"))
            found = [next(tried) for _ in range(rounds)]
            _row(_line(name, found))
            wrong += sum(len(words) for _, words in found)
    return wrong


def _line(name: str, found: list[Round]) -> tuple[str, ...]:
    words = Counter(word for _, wrong in found for word in wrong)
    others = sum(words.values()) - words["lost"] - words["half"]
    ended = sum(within for within, _ in found)
    return (name, *map(str, (len(found), ended, words["lost"], words["half"], others)))


def _row(cells: tuple[str, ...]) -> None:
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


def main(words: list[str]) -> int:
    """Run and print; exit status 1 where anything was wrong."""
    ways = [word for word in words if word in WAYS] or list(WAYS)
    count = next((int(word) for word in words if word.isdecimal()), USUAL)
    names = [word for word in words if word in DOINGS] or list(DOINGS)
    if {word for word in words if not word.isdecimal()} - {*WAYS, *DOINGS}:
        sys.stderr.write(f"{'、'.join(WAYS)}；{'、'.join(DOINGS)}\n")
        return WRONG_WORDS
    seed, wrong = int(datetime.now(UTC).timestamp()), 0
    for way in ways:
        sys.stdout.write(f"\n== {way}, seed {seed}\n")
        wrong += table(way, max(1, count // len(names)), names, seed)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
