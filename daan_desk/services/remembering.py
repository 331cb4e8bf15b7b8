"""The key of a workspace in the system's key ring, when the officer wants it: off unless ticked, forgotten when asked.

The ring holds the words of the recovery sheet and never the password: the password may be that of other doors too, and
the words become worthless with the next change of it.
"""

from __future__ import annotations

from pathlib import Path

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import workspaces
from daan_desk.services.workspaces import Clock, Workplace
from daan_desk.store import key_rings
from daan_desk.store.key_rings import KeyRing

Ring = KeyRing
STALE = "本机记住的密钥打不开这个工作区（密码改过，或文件换过），请输入密码。"


def system_ring() -> KeyRing | None:
    """The system's own key ring, None where there is none that is safe."""
    return key_rings.of_the_system()


def remembered(ring: KeyRing, path: Path) -> str:
    """The key that this machine remembers of a workspace, "" where it remembers none."""
    return key_rings.kept(ring, _name(path))


def remember(ring: KeyRing, place: Workplace) -> None:
    """Let this machine remember the open workspace."""
    key_rings.keep(ring, _name(place.office.database.path), place.recovery)


def forget(ring: KeyRing, path: Path) -> None:
    """Let it forget."""
    key_rings.drop(ring, _name(path))


def renew(place: Workplace) -> None:
    """After a change of password: what was remembered is remembered anew, what was not stays so."""
    ring = None if place.office.database.shared else system_ring()
    if ring is not None and remembered(ring, place.office.database.path):
        remember(ring, place)


def unlock(path: Path, words: str, clock: Clock) -> Workplace:
    """Open by what the machine remembers; `Rejected` beside the password where that opens nothing any more."""
    try:
        return workspaces.unlock(path, words, clock, recovery=True)
    except Rejected:
        raise Rejected({"password": STALE}) from None
    except Trouble as trouble:
        if "不属于" in trouble.sentence:
            raise Rejected({"password": STALE}) from None
        raise


def _name(path: Path) -> str:
    return str(path.absolute())
