"""What the password page asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Opening:
    """A workspace to open, with its password or with the key of its recovery sheet; kept: this machine knew the key."""

    file: Path
    password: str = field(default="", repr=False)
    recovery: str = field(default="", repr=False)
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Restoring:
    """A backup that shall stand in the place of a workspace; both have the same password."""

    copy: Path
    file: Path
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rescuing:
    """A damaged workspace of which everything shall be saved that can still be read."""

    file: Path
    password: str = field(repr=False)
