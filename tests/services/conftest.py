"""A fresh made-up workspace for every test of an act."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from daan_desk.services.office import Office
from daan_desk.services.sample.filling import fill
from daan_desk.services.workspaces import Workplace
from tests import builders


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest) -> Iterator[Workplace]:
    """Every act is carried out twice: in an encrypted file, and on a server under the policies of its guard."""
    if request.param == "server":
        with request.getfixturevalue("shared").workplace() as opened:
            yield opened
        return
    made = builders.workplace(request.getfixturevalue("tmp_path"))
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
