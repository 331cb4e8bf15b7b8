"""Another file takes the place of a workspace: with the logs that stand beside it, and whatever comes in between."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from daan_desk.placing import keep_bytes, keep_names, put_in_place

LOGS = ("-wal", "-shm")  # what SQLite keeps beside a workspace; it belongs to the file that stood there with it


def take_over(unfinished: Path, to: Path) -> None:
    """Put a whole file in the place of a workspace, and end the logs of the one that stood there.

    File and logs cannot go in one step. So the new file is laid ready beside it first: whoever opens the workspace
    after an end in between finishes what was begun. Where it cannot be done, what stood there stays as it was.
    """
    ready = put_in_place(unfinished, _ready(to))
    try:
        finish(to)
    except OSError:
        ready.unlink(missing_ok=True)
        raise


def finish(to: Path) -> None:
    """Carry a `take_over` to its end that was broken off; nothing where none was."""
    ready = _ready(to)
    if not ready.exists():
        return
    for ending in LOGS:  # left behind, they would be read as the end of the new file
        to.with_name(to.name + ending).unlink(missing_ok=True)
    keep_names(to.parent)
    with suppress(FileNotFoundError):  # another program did it just now
        ready.replace(to)
    keep_names(to.parent)


def swept(folder: Path, pattern: str) -> None:
    """Remove files that stood there for a moment only; one that cannot be removed harms nobody."""
    for left in folder.glob(pattern):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def _ready(to: Path) -> Path:
    return to.with_name(to.name + ".ready")


def duplicate(workspace: Path, to: Path) -> None:
    """Copy a workspace that nobody is writing to, with the log beside it; the name `to` appears when all is there."""
    unfinished = workspace.with_name(workspace.name + ".unfinished-aside")
    log, copied = (path.with_name(f"{path.name}{LOGS[0]}") for path in (workspace, to))
    try:
        shutil.copyfile(workspace, unfinished)
        if log.exists():
            shutil.copyfile(log, copied)
            keep_bytes(copied)
        put_in_place(unfinished, to)
    except OSError:
        copied.unlink(missing_ok=True)
        raise
    finally:
        unfinished.unlink(missing_ok=True)
