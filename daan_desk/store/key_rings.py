"""The key ring of the system (Windows, macOS, Secret Service): what it keeps is opened by logging in to the machine."""

from __future__ import annotations

import os
from typing import Any, Protocol

from daan_desk.domain.failures import Trouble

SERVICE = "daan-desk"
FORBIDDEN = "DAAN_DESK_KEYRING"  # "off": an office may not want that machines remember anything
# Only rings that encrypt what they hold; every other backend, a file above all, is passed over.
SAFE = ("Windows", "macOS", "SecretService", "libsecret", "kwallet")


class KeyRing(Protocol):
    """What is used of a ring: names and the words that it holds under them."""

    def read(self, name: str) -> str | None: ...
    def write(self, name: str, words: str) -> None: ...
    def erase(self, name: str) -> None: ...


class SystemRing:
    """A backend of the library `keyring`, under the program's own name."""

    def __init__(self, backend: Any) -> None:
        self.backend = backend

    def read(self, name: str) -> str | None:
        found: str | None = self.backend.get_password(SERVICE, name)
        return found

    def write(self, name: str, words: str) -> None:
        self.backend.set_password(SERVICE, name, words)

    def erase(self, name: str) -> None:
        self.backend.delete_password(SERVICE, name)


def of_the_system() -> KeyRing | None:
    """The best safe ring that works here, None where there is none.

    It asks the system's services and so takes its time: not for the window's own thread.
    """
    if os.environ.get(FORBIDDEN) == "off":
        return None
    try:
        from keyring import backend

        rings = [ring for ring in backend.get_all_keyring() if _safe(type(ring).__module__)]
        best = max(rings, key=lambda ring: float(ring.priority), default=None)
        return SystemRing(best) if best is not None else None
    except Exception:  # noqa: BLE001  a machine without a ring, or with half of one, is a machine that remembers nothing
        return None


def _safe(module: str) -> bool:
    return module in {f"keyring.backends.{name}" for name in SAFE}


def kept(ring: KeyRing, name: str) -> str:
    """What the ring holds under a name, "" where that is nothing or the ring stays locked."""
    try:
        return ring.read(name) or ""
    except Exception:  # noqa: BLE001  every system has failures of its own here, and all of them mean: ask
        return ""


def keep(ring: KeyRing, name: str, words: str) -> None:
    """Put words into the ring; `Trouble` where they do not come out of it again."""
    try:
        ring.write(name, words)
    except Exception as error:
        raise Trouble("系统钥匙串没有记住密钥。", "下次仍请输入密码；钥匙串锁着的，请先解锁它。") from error
    if kept(ring, name) != words:
        raise Trouble("系统钥匙串没有记住密钥。", "下次仍请输入密码。")


def drop(ring: KeyRing, name: str) -> None:
    """Take words out of the ring; nothing happens where it holds none."""
    if not kept(ring, name):
        return
    try:
        ring.erase(name)
    except Exception as error:
        raise Trouble("系统钥匙串没有忘记密钥。", "请在系统的“凭据管理器”或“密码和密钥”里删除 daan-desk。") from error
