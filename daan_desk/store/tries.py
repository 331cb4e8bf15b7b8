"""Wrong passwords are counted beside the workspace: neither a new start nor another program shortens the wait."""

from __future__ import annotations

import json
from pathlib import Path

from daan_desk.domain.guarding import wait_after


def waiting(workspace: Path, now: float) -> int:
    """Whole seconds until the next try; now is seconds since 1970. A clock put back makes the wait no longer."""
    failures, last = _kept(workspace)
    gone = max(0.0, now - last)
    return max(0, int(wait_after(failures) - gone + 0.999))


def failed(workspace: Path, now: float) -> None:
    """One more wrong password; a folder that cannot be written to opens for reading only and counts nothing."""
    kept = {"failures": _kept(workspace)[0] + 1, "last": now}
    try:
        _file(workspace).write_text(json.dumps(kept), encoding="ascii")
    except OSError:
        return


def forgotten(workspace: Path) -> None:
    """The right password was given."""
    try:
        _file(workspace).unlink(missing_ok=True)
    except OSError:
        return


def _file(workspace: Path) -> Path:
    return workspace.with_name(workspace.name + ".tries")


def _kept(workspace: Path) -> tuple[int, float]:
    try:
        found = json.loads(_file(workspace).read_text(encoding="ascii"))
        return min(int(found["failures"]), 1000), float(found["last"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, 0.0
