"""The power goes at any step that an act takes on the disk: what was acknowledged is there all the same."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from daan_desk.domain.failures import Damaged
from daan_desk.domain.questions import Question
from daan_desk.services import care, ledgers, workspaces
from tests import builders
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


@pytest.mark.parametrize("log", [True, False])
def test_that_a_page_torn_in_the_file_is_taken_from_the_log_and_missed_only_without_one(
    log: bool, tmp_path: Path
) -> None:
    place = builders.workplace(tmp_path, name="desk.daan")
    for number in range(30):
        builders.enterprise(place.office, f"自贡盐都{number}号有限公司")
    apart = tmp_path / "apart"
    apart.mkdir()
    for name in ("desk.daan", "desk.daan-wal") if log else ("desk.daan",):
        shutil.copyfile(tmp_path / name, apart / name)
    place.close()
    with (apart / "desk.daan").open("ab") as file:
        file.write(b"\0" * 3000)  # the beginning of a page that a checkpoint was about to add
    if log:
        again = workspaces.unlock(apart / "desk.daan", builders.PASSWORD, builders.at())
        assert ledgers.totals(again.office, Question("enterprises")).count == 30
        assert care.check(again.office).problems == ()
        again.close()
    else:
        with pytest.raises(Damaged, match="不完整"):
            workspaces.unlock(apart / "desk.daan", builders.PASSWORD, builders.at())
