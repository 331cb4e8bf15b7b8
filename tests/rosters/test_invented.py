"""Rosters that chance puts together are understood, in every format in which they may come."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daan_desk.domain.sheets import Sheet
from daan_desk.exchange.books.delimited import pasted
from daan_desk.exchange.books.reading import book
from daan_desk.exchange.layouts import layouts
from tests.rosters.boards import score
from tests.rosters.formats import MERGING, PLAIN, text
from tests.rosters.invented import invented

SEEDS = st.integers(0, 10**9)
CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}


@settings(max_examples=60, **CALM)
@given(SEEDS)
def test_that_a_roster_of_any_ledger_words_and_shape_is_understood(seed: int) -> None:
    assert not score(invented(Random(seed))).wrong


@pytest.mark.parametrize("form", [*MERGING, *PLAIN])
@settings(max_examples=6, **CALM)
@given(SEEDS)
def test_that_the_format_of_a_file_changes_nothing_about_what_it_says(form: str, seed: int) -> None:
    roster = invented(Random(seed), merging=form in MERGING)
    read = book({**MERGING, **PLAIN}[form](roster.sheet), "名单")
    likeliest = layouts(read)[0].sheet
    sheet = next(one for one in read.sheets if one.name == likeliest)
    assert not score(replace(roster, sheet=sheet)).wrong


@settings(max_examples=6, **CALM)
@given(SEEDS)
def test_that_a_pasted_table_says_what_the_file_said(seed: int) -> None:
    roster = invented(Random(seed), merging=False)
    sheet: Sheet = pasted(text(roster.sheet, "\t"))
    assert not score(replace(roster, sheet=sheet)).wrong
