"""A finished file gets its name: its bytes reach the disk before the name does, and the name before anybody is told."""

from __future__ import annotations

import os
from pathlib import Path


def put_in_place(unfinished: Path, to: Path) -> Path:
    """Give a whole file its name so that not even a power cut leaves the name without the bytes."""
    keep_bytes(unfinished)
    unfinished.replace(to)
    keep_names(to.parent)
    return to


def keep_bytes(file: Path) -> None:
    """Let the disk keep what was written into a file."""
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def keep_names(folder: Path) -> None:
    """Let the disk keep what was renamed in a folder; Windows does so by itself and has no way to ask for it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # a network folder may know no such thing: its server sees to it
        return
    finally:
        os.close(handle)
