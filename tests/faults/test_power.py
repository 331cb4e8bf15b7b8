"""The power goes at any step that an act takes on the disk: what was acknowledged is there all the same."""

from __future__ import annotations

import random

import pytest

from tests.faults.doings import DOINGS
from tests.faults.judging import Expected, Right
from tests.faults.replaying import interesting, watch
from tests.faults.wrong import synchronous

CUTS = 1  # of every act, by default


@pytest.mark.parametrize("name", DOINGS)
def test_that_an_act_is_kept_whole_or_not_at_all_when_the_power_is_cut(name: str, right: Right, rounds: int) -> None:
    replay = watch(right(name))
    rng = random.Random(name)
    for place in rng.sample(interesting(replay.steps), min(CUTS * rounds, len(interesting(replay.steps)))):
        assert replay.ended([place], rng) == [], f"before step {place} of {len(replay.steps)}"


def losses(right: Expected, word: str) -> int:
    """After how many of three steps something acknowledged is lost under that setting of SQLite."""
    with synchronous(word):
        replay = watch(right)
    told = [at + 1 for at, step in enumerate(replay.steps) if step.kind == "told"]
    return sum("lost" in replay.ended([place], random.Random(place)) for place in told[::2])


def test_that_the_harness_finds_losses_where_durability_is_switched_off_and_none_where_it_is_on(
    right: Right,
) -> None:
    found = {word: losses(right("save"), word) for word in ("FULL", "NORMAL", "OFF")}
    assert found["FULL"] == 0
    assert min(found["NORMAL"], found["OFF"]) > 0


def test_that_the_watcher_sees_what_really_reaches_the_disk(right: Right) -> None:
    replay = watch(right("restore in the window"))
    kinds = {step.kind for step in replay.steps}
    assert kinds == {"create", "write", "cut", "sync", "folder", "move", "gone", "told"}
    assert replay.ended([len(replay.steps)], None) == []
