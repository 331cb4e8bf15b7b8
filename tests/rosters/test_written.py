"""Rosters as offices write them, with a known truth, are understood however they are dressed up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.rosters.boards import score
from tests.rosters.dressing import DRESSES, Rows, counted, dressed, signed, spaced, starred, titled
from tests.rosters.written import blocks, read

PARTY = (titled, spaced, starred, counted, signed)


@pytest.mark.parametrize("block", tuple(blocks()), ids=lambda block: block.partition(" → ")[0])
def test_that_a_written_roster_is_understood_at_every_stage(block: str) -> None:
    assert not score(read(block)).wrong


@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_that_a_dress_changes_nothing_about_what_a_roster_says(dress: Callable[[Rows], Rows]) -> None:
    wrong = {one.name: score(one).wrong for one in (read(dressed(block, dress)) for block in blocks())}
    assert not {name: why for name, why in wrong.items() if why}


def test_that_all_decoration_together_changes_nothing() -> None:
    wrong = {one.name: score(one).wrong for one in (read(dressed(block, *PARTY)) for block in blocks())}
    assert not {name: why for name, why in wrong.items() if why}
