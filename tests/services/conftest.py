"""A fresh made-up workspace for every test of an act."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from daan_desk.services.office import Office
from daan_desk.services.sample.filling import fill
from daan_desk.services.workspaces import Workplace
from tests import builders

# A server's workspace takes longer to make, so only what stands for all kinds of acts is carried out there too.
ON_A_SERVER_TOO = frozenset(
    f"test_{room}" for room in ("issues", "issue_moves", "records", "enterprises", "visits", "undo", "meetings")
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Carry these acts out twice: in an encrypted file, and on a server under the policies of its guard."""
    both = metafunc.module.__name__.rpartition(".")[2] in ON_A_SERVER_TOO
    alone = metafunc.definition.get_closest_marker("in_a_file") is not None
    if "place" in metafunc.fixturenames and both and not alone:
        metafunc.parametrize("place", ["file", "server"], indirect=True)


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Iterator[Workplace]:
    """A workspace of the officer whom the tests speak of."""
    if getattr(request, "param", "file") == "server":
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
