"""Where the environment is, whether it is ready, and the step into it: imported at every start, so it is light.

Two files inside the environment say what is true of it, one mark a line: the stamp, the interpreter it was made from
and the hash of every lock that is installed whole; the other one, what of the system was found in order.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, MutableMapping, Sequence
from pathlib import Path

from daan_desk import paths, stopping

STAMP = "daan-desk.stamp"
SYSTEM_STAMP = "daan-desk.system"
MADE_FROM = "made-from "
SYSTEM = "system"
SCREEN = "screen"
TRIED = "tried"
DESK = "daan_desk.cli"
NO_SYSTEM_PACKAGES = "DAAN_DESK_NO_SYSTEM_PACKAGES"
HEADLESS = "DAAN_DESK_HEADLESS"


def marks_wanted(locks: Iterable[Path]) -> set[str]:
    """What the stamp must say before the desk may start."""
    wanted = {mark_of(lock) for lock in locks}
    if sys.platform == "linux" and not os.environ.get(NO_SYSTEM_PACKAGES):
        wanted |= {SYSTEM, SCREEN} if has_display() else {SYSTEM}
    return wanted


def mark_of(lock: Path) -> str:
    """The hash of a lock: another lock, another mark."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def marks(folder: Path) -> set[str]:
    """All that is known to be true of the environment and of the system around it."""
    return installed_marks(folder) | said(folder / SYSTEM_STAMP)


def installed_marks(folder: Path) -> set[str]:
    """What the stamp says; nothing where the interpreter that the environment was made from has gone."""
    known = said(folder / STAMP)
    origin = next((mark.removeprefix(MADE_FROM) for mark in known if mark.startswith(MADE_FROM)), "")
    return known if origin and Path(origin).exists() and interpreter(folder).exists() else set()


def said(stamp: Path) -> set[str]:
    """The lines of a stamp; none where it cannot be read."""
    try:
        return set(stamp.read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError:
        return set()


def home(root: Path, wanted: set[str]) -> Path:
    """`.venv` beside the program; among the person's own data where that can neither be used nor be written."""
    beside = root / ".venv"
    if wanted <= marks(beside) or os.access(beside if beside.is_dir() else root, os.W_OK):
        return beside
    return paths.data() / "environments" / hashlib.sha256(str(root).encode()).hexdigest()[:16]


def interpreter(folder: Path) -> Path:
    """The environment's own Python."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if os.environ.get(HEADLESS):
        return False
    return sys.platform != "linux" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def settle_screen(environ: MutableMapping[str, str]) -> None:
    """Qt paints without a screen where there is none, and gets the UTF-8 that it insists on."""
    if sys.platform != "linux":
        return
    if not has_display():
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if environ.get("LC_ALL") in ("C", "POSIX"):
        environ["LC_ALL"] = "C.UTF-8"


def hand_over(root: Path, folder: Path, words: Sequence[str]) -> int:
    """Become the environment's Python with these words; comes back with an exit status on Windows only.

    The folder one stands in is not searched for modules (-P): an officer's folder may hold anything. Compiled modules
    are kept, whatever the machine's habit is: to compile the desk anew doubles every start.
    """
    command = [str(interpreter(folder)), "-P", *words]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH"))))}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    settle_screen(environ)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        if DESK in words:
            stopping.put_off()  # the desk hears it as soon as it can answer; nobody sees how far Python had come
        os.execve(command[0], command, environ)
    return _accompany(command, environ)


def _accompany(command: Sequence[str], environ: dict[str, str]) -> int:
    """Wait for the desk; Ctrl+C is the desk's own affair."""
    import subprocess  # a third of what this module costs, and most starts never need it

    with subprocess.Popen(command, env=environ) as desk:
        while True:
            try:
                return desk.wait()
            except KeyboardInterrupt:
                continue
