"""Files and photos on their way in and on paper, as frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

# What officers call a picture, by the ending of its name; those that every machine can show stand first.
SHOWN = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif")
PICTURES = (*SHOWN, ".tif", ".tiff", ".heic", ".heif")
MOMENT = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it is put in: its name, its bytes, when a photo was taken, and what is to be said of it."""

    name: str
    data: bytes
    taken: datetime | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Plate:
    """One photo of a sheet: its bytes and the words below it."""

    data: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class PhotoSheet:
    """照片页: a title, a line about the occasion, its photos, two to a page; `left` names what cannot be shown."""

    title: str
    line: str
    plates: tuple[Plate, ...]
    left: tuple[str, ...] = ()


def is_picture(name: str) -> bool:
    """Whether a file is a picture by its name."""
    return PurePath(name).suffix.lower() in PICTURES


def can_be_shown(name: str) -> bool:
    """Whether every machine can show it."""
    return PurePath(name).suffix.lower() in SHOWN


def in_order(files: Iterable[Brought]) -> list[Brought]:
    """Photos by the moment at which they were taken, then everything else by name."""
    return sorted(files, key=lambda file: (file.taken is None, str(file.taken or ""), file.name))
