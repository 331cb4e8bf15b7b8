"""What the acts begin with, and what they come to undisturbed, is worked out once for all tests of this room."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from daan_desk.store import keys
from tests.faults.doings import DOINGS
from tests.faults.judging import Right, expected


@pytest.fixture(scope="package", autouse=True)
def cheap_keys() -> Iterator[None]:
    """Thousands of openings: the key is derived as always, in an eighth of the work."""
    before, keys.COST = keys.COST, keys.COST // 8
    yield
    keys.COST = before


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the acts."""
    return tmp_path_factory.mktemp("acts")


@pytest.fixture(scope="session")
def right(room: Path) -> Right:
    """An act by its name, with all that is right for it."""
    return lru_cache(lambda name: expected(DOINGS[name], room))


@pytest.fixture(scope="session")
def rounds() -> int:
    """How often every act is broken off: once by default, more with DAAN_DESK_KILLS=200 (for all acts together)."""
    return max(1, int(os.environ.get("DAAN_DESK_KILLS", "0")) // len(DOINGS))
