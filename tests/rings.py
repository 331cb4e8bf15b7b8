"""A key ring in memory, and one that does not keep its word."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class MadeUpRing:
    """What a safe ring of a system would do."""

    held: dict[str, str] = field(default_factory=dict)

    def read(self, name: str) -> str | None:
        return self.held.get(name)

    def write(self, name: str, words: str) -> None:
        self.held[name] = words

    def erase(self, name: str) -> None:
        del self.held[name]


class LockedRing(MadeUpRing):
    """A ring that its owner has not unlocked."""

    def read(self, name: str) -> str | None:
        raise RuntimeError("locked")

    def write(self, name: str, words: str) -> None:
        raise RuntimeError("locked")


class Backend:
    """A backend of the library `keyring`."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]
