"""A fresh made-up workspace for every test of an act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from daan_desk.services.office import Office
from daan_desk.services.sample.filling import fill
from daan_desk.services.workspaces import Workplace
from tests import builders


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    made = builders.workplace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def office(place: Workplace) -> Office:
    return place.office


@pytest.fixture(scope="session")
def district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The sample district, made once; its tests only read it."""
    made = builders.workplace(tmp_path_factory.mktemp("district"))
    fill(made.office, made.office.today())
    yield made.office
    made.close()
