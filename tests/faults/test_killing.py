"""Whatever was acknowledged is there after the program was killed at any moment, and nothing is half there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.doings import DOINGS
from tests.faults.judging import Right
from tests.faults.killing import Killer
from tests.faults.replaying import interesting, watch
from tests.faults.wrong import WRONG, expected_of_wrong

ENOUGH = 20  # rounds after which a program that is wrong must have been found out


@pytest.mark.parametrize("name", DOINGS)
def test_that_an_act_is_kept_whole_or_not_at_all_when_the_program_is_killed(
    name: str, right: Right, rounds: int
) -> None:
    killer = Killer(right(name), random.Random(name))
    for _ in range(rounds):
        assert killer.round() == [], f"round {killer.rounds}"


@pytest.mark.parametrize("name", WRONG)
def test_that_the_harness_finds_a_program_that_is_wrong(name: str, room: Path) -> None:
    replay, word = watch(expected_of_wrong(name, room)), WRONG[name][-1]
    places = interesting(replay.steps)
    random.Random(name).shuffle(places)
    assert any(word in replay.ended([place], None) for place in places)


def test_that_real_kills_find_a_program_that_acknowledges_too_early(room: Path) -> None:
    killer = Killer(expected_of_wrong("told too early", room), random.Random(1))
    assert any("lost" in killer.round() for _ in range(ENOUGH))
