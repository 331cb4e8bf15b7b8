"""The key ring of the system: only a safe one, never the password itself, and what is stale is said."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from daan_desk.domain.addresses import ServerAddress
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import guarding, remembering
from daan_desk.services.workspaces import Workplace
from daan_desk.store import key_rings
from tests.builders import PASSWORD, at
from tests.rings import Backend, LockedRing, MadeUpRing


def test_that_what_is_remembered_opens_the_workspace_and_is_not_the_password(place: Workplace) -> None:
    ring, path = MadeUpRing(), place.office.database.path
    assert remembering.remembered(ring, path) == ""
    remembering.remember(ring, place)
    assert PASSWORD not in "".join(ring.held.values())
    place.close()
    remembering.unlock(path, remembering.remembered(ring, path), at()).close()
    remembering.forget(ring, path)
    remembering.forget(ring, path)
    assert ring.held == {}


def test_that_a_key_of_before_a_change_of_password_asks_for_the_password(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring, path = MadeUpRing(), place.office.database.path
    remembering.remember(ring, place)
    stale = remembering.remembered(ring, path)
    guarding.change_password(place, PASSWORD, "盐都灯会2027")
    monkeypatch.setattr(key_rings, "of_the_system", lambda: ring)
    remembering.renew(place)
    fresh = remembering.remembered(ring, path)
    place.close()
    with pytest.raises(Rejected, match="请输入密码") as refused:
        remembering.unlock(path, stale, at())
    assert list(refused.value.problems) == ["password"]
    remembering.unlock(path, fresh, at()).close()


def test_that_nothing_is_remembered_by_a_change_of_password_alone(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = MadeUpRing()
    monkeypatch.setattr(key_rings, "of_the_system", lambda: ring)
    remembering.renew(place)
    assert ring.held == {}


def test_that_a_ring_that_stays_locked_remembers_nothing_and_says_so(place: Workplace) -> None:
    assert remembering.remembered(LockedRing(), place.office.database.path) == ""
    with pytest.raises(Trouble, match="没有记住"):
        remembering.remember(LockedRing(), place)
    remembering.forget(LockedRing(), place.office.database.path)


def ring_of(module: str, priority: float) -> object:
    return type("Keyring", (Backend,), {"__module__": module, "priority": priority})()


@pytest.mark.parametrize(
    ("modules", "best"),
    [
        (["keyring.backends.fail", "keyring.backends.chainer"], None),
        (["keyrings.alt.file", "keyring.backends.null"], None),
        (["keyrings.alt.file", "keyring.backends.SecretService"], "keyring.backends.SecretService"),
        (["keyring.backends.Windows"], "keyring.backends.Windows"),
    ],
)
def test_that_only_a_ring_that_encrypts_is_taken(
    monkeypatch: pytest.MonkeyPatch, modules: list[str], best: str | None
) -> None:
    library = ModuleType("keyring")
    rings = [ring_of(module, 9 - at) for at, module in enumerate(modules)]
    library.backend = SimpleNamespace(get_all_keyring=lambda: rings)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", library)
    monkeypatch.delenv(key_rings.FORBIDDEN)
    found = key_rings.of_the_system()
    assert (type(found.backend).__module__ if isinstance(found, key_rings.SystemRing) else None) == best
    if found is not None:
        key_rings.keep(found, "大安", "ABCD")
        assert key_rings.kept(found, "大安") == "ABCD"
        key_rings.drop(found, "大安")
        assert key_rings.kept(found, "大安") == ""


def test_that_an_office_can_forbid_it_and_a_machine_without_the_library_has_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert key_rings.of_the_system() is None
    monkeypatch.delenv(key_rings.FORBIDDEN)
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert key_rings.of_the_system() is None


def test_that_a_server_has_no_key_to_be_remembered(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = MadeUpRing()
    monkeypatch.setattr(key_rings, "of_the_system", lambda: ring)
    monkeypatch.setattr(place.office.database, "place", ServerAddress("postgresql://lihm@server/desk"))
    remembering.renew(place)
    assert ring.held == {}
