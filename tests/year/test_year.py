"""Three laptops and an office at random work for a year: in any order of exchange all end alike, nothing is lost.

`DAAN_DESK_YEARS=40 python3 tests tests/year` lives more years; `python -m tests.year 7 8 9` lives these again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.year.life import live, quickly
from tests.year.world import pattern

YEARS = int(os.environ.get("DAAN_DESK_YEARS", "2"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the years are lived; in `morning` are the files of the first day."""
    made = tmp_path_factory.mktemp("years")
    (made / "morning").mkdir()
    with quickly():
        pattern(made / "morning")
        yield made


@settings(max_examples=YEARS, database=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_that_a_year_of_work_ends_alike_everywhere_and_loses_nothing(folder: Path, seed: int) -> None:
    assert live(folder, seed) == []
