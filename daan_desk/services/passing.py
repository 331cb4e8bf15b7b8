"""What is put down for a moment (an attachment that is opened, a workbook that is being written) lies in one folder.

It goes when the program ends; what a killed program left goes at the next start, whichever program that is.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from daan_desk.domain.failures import Trouble
from daan_desk.store.lease import Lease

NAME = "passing"
VARIABLES = ("TMPDIR", "TEMP", "TMP")  # what Python, Qt and child processes ask
LOCK = ".lock"


@contextmanager
def folder(home: Path) -> Iterator[Path | None]:
    """A folder of this process alone under `home`, where every library puts its passing files while the block lasts.

    None where `home` cannot be written to: then the system's own folder has to do.
    """
    made = _made(home)
    if made is None:
        yield None
        return
    own, lease = made
    try:
        with _asked_for(own):
            yield own
    finally:
        _remove(own, lease)


def _made(home: Path) -> tuple[Path, Lease] | None:
    base = home / NAME
    own = base / f"{os.getpid()}-{secrets.token_hex(4)}"
    try:
        base.mkdir(parents=True, exist_ok=True)
        sweep(base)
        lease = Lease(own)
        own.mkdir(mode=0o700)
    except (OSError, Trouble):
        return None
    return own, lease


def sweep(base: Path) -> None:
    """Remove what programs that are no more have left."""
    for lock in base.glob(f"*{LOCK}"):
        left = lock.with_name(lock.name.removesuffix(LOCK))
        with suppress(Trouble):
            _remove(left, Lease(left))


def _remove(own: Path, lease: Lease) -> None:
    """A file that another program still shows stays, and the folder with it, until the next start."""
    shutil.rmtree(own, ignore_errors=True)
    lease.release()
    if not own.exists():
        with suppress(OSError):
            own.with_name(own.name + LOCK).unlink(missing_ok=True)


@contextmanager
def _asked_for(own: Path) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in VARIABLES}
    kept, tempfile.tempdir = tempfile.tempdir, str(own)
    os.environ.update(dict.fromkeys(VARIABLES, str(own)))
    try:
        yield
    finally:
        tempfile.tempdir = kept
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
