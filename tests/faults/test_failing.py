"""Reading or writing fails, or the disk is full, at any step of an act: a sentence, and nothing lost or half done."""

from __future__ import annotations

import random

import pytest

from tests.faults.doings import DOINGS
from tests.faults.failing import KINDS, Tried, random_failure, steps_of, tried
from tests.faults.judging import Right

SENTENCES = ("请检查磁盘", "请腾出", "请清理磁盘", "换一个位置", "重新打开工作区")


def right_words(found: Tried) -> bool:
    """Whether the officer was told what to do, where anything was told at all."""
    return not found.said or any(words in found.said for words in SENTENCES)


@pytest.mark.parametrize("name", DOINGS)
def test_that_an_act_on_a_failing_disk_is_told_in_a_sentence_and_kept_whole_or_not_at_all(
    name: str, right: Right, rounds: int
) -> None:
    rng = random.Random(name)
    steps = {kind: steps_of(right(name), kind) for kind in rng.sample(KINDS, min(rounds, len(KINDS)))}
    for _ in range(rounds):
        failure = random_failure(steps, rng)
        found = tried(right(name), failure)
        assert found.wrong == [], failure
        assert right_words(found), (failure, found.said)
