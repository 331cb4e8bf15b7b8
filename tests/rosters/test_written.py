"""Rosters as offices write them, with a known truth, are understood however they are dressed up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from daan_desk.exchange.layouts import layout
from tests.rosters.boards import of_layout, score, told
from tests.rosters.dressing import DRESSES, Rows, counted, dressed, signed, spaced, starred, titled
from tests.rosters.written import Written, blocks, read

PARTY = (titled, spaced, starred, counted, signed)
ALONE = [dress for dress in DRESSES if dress is not titled]  # a title is worth the whole way, which the party goes


@pytest.mark.parametrize("block", tuple(blocks()), ids=lambda block: block.partition(" → ")[0])
def test_that_a_written_roster_is_understood_at_every_stage(block: str) -> None:
    assert not score(read(block)).wrong


@pytest.mark.parametrize("dress", ALONE, ids=lambda dress: dress.__name__)
def test_that_a_dress_changes_nothing_about_what_a_roster_says(dress: Callable[[Rows], Rows]) -> None:
    wrong = {bare.name: mistakes(bare, worn) for bare, worn in ((read(b), read(dressed(b, dress))) for b in blocks())}
    assert not {name: why for name, why in wrong.items() if why}


def mistakes(bare: Written, worn: Written) -> tuple[str, ...]:
    """What is wrong with a dressed roster; what a layout says as before, later stages understand as before."""
    found = layout(worn.sheet)
    same = told(found) == told(layout(bare.sheet))
    return tuple(of_layout(worn, found)) if same else score(worn).wrong


def test_that_all_decoration_together_changes_nothing() -> None:
    wrong = {one.name: score(one).wrong for one in (read(dressed(block, *PARTY)) for block in blocks())}
    assert not {name: why for name, why in wrong.items() if why}
