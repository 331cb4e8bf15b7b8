"""Whatever was acknowledged is there after the writer was killed at any moment, and nothing is half there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from daan_desk.services import care, ledgers, workspaces
from daan_desk.services.ledgers import Question
from tests import builders

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = int(os.environ.get("DAAN_DESK_KILLS", "6"))  # 200 and more by hand: DAAN_DESK_KILLS=200 python3 tests faults


@pytest.mark.parametrize("number", range(ROUNDS))
def test_that_no_acknowledged_act_is_lost_when_the_program_is_killed(tmp_path: Path, number: int) -> None:
    builders.workplace(tmp_path).close()
    path = tmp_path / "desk.daan"
    told = killed_after(path, random.Random(number).randrange(1, 60))
    assert losses(path, told) == []


@pytest.mark.parametrize(("way", "found"), [("forgetful", "enterprises"), ("halved", "steps")])
def test_that_the_harness_notices_a_program_that_loses_what_it_acknowledged(
    tmp_path: Path, way: str, found: str
) -> None:
    builders.workplace(tmp_path).close()
    path = tmp_path / "desk.daan"
    told = killed_after(path, 12, way)
    assert found in losses(path, told)


def losses(path: Path, told: list[tuple[str, str]]) -> list[str]:
    """Open what the killed writer left; answers the names of what is damaged, lost or only half there."""
    place = workspaces.unlock(path, builders.PASSWORD, builders.at())
    try:
        found = ["damage"] if care.check(place.office).problems else []
        for ledger in ("enterprises", "visits"):
            there = set(ledgers.ids(place.office, Question(ledger)))
            found += [ledger] if {identity for what, identity in told if what == ledger} - there else []
        dispatched = [identity for what, identity in told if what == "dispatched"]
        rows = ledgers.rows(place.office, "issues", dispatched)
        found += ["issues"] if [row["state"] for row in rows] != ["已交办"] * len(dispatched) else []
        steps = ledgers.totals(place.office, Question("steps")).count
        moved = [row for row in all_issues(place) if row["state"] == "已交办"]
        return found + (["steps"] if steps != len(moved) else [])  # a move and its step are one transaction
    finally:
        place.close()


def all_issues(place: workspaces.Workplace) -> tuple[ledgers.Row, ...]:
    """Every issue of the workspace."""
    return ledgers.rows(place.office, "issues", ledgers.ids(place.office, Question("issues")))


def killed_after(path: Path, lines: int, way: str = "work") -> list[tuple[str, str]]:
    """Start the writer, kill it once it acknowledged so many acts; answers all that it acknowledged."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.faults.killing", str(path), way]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environ, text=True) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        told += writer.stdout.readlines()
    whole = [line.split() for line in told if line.endswith("\n")]
    return [(what, identity) for what, identity in whole]
