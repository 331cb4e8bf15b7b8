"""Make the environment or bring it up to date: one at a time, begun again when interrupted, told in sentences."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer import environment, system, wheels
from installer.telling import Unprepared, say
from installer.turns import turn

LOCK = "daan-desk.lock"
LOG = "daan-desk.log"
UNFINISHED = "daan-desk.unfinished"


def succeeds(root: Path, folder: Path, locks: Sequence[Path]) -> bool:
    """Prepare the environment; the reason is said where it cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with turn(folder / LOCK, lambda: say("另一个窗口正在准备运行环境，等它做完……")):
            prepare(root, folder, locks)
    except Unprepared as reason:
        say(str(reason))
    except OSError as reason:
        say(f"运行环境没有准备好：{folder} 写不进去（{reason.strerror or reason}）。请检查磁盘空间和权限后再次运行。")
    except KeyboardInterrupt:
        say("已停下。再次运行时会重新准备。")
    else:
        return True
    return False


def prepare(root: Path, folder: Path, locks: Sequence[Path]) -> None:
    """Bring in what the stamps do not yet vouch for; whoever waited finds everything done."""
    lacking = environment.marks_wanted(locks) - environment.marks(folder)
    of_system = {environment.SYSTEM, environment.SCREEN}
    if lacking & of_system:
        system.look_after(folder / environment.SYSTEM_STAMP, folder / LOG, again=bool(lacking - of_system))
    if lacking - of_system:
        _install(root, folder, locks)


def _install(root: Path, folder: Path, locks: Sequence[Path]) -> None:
    """The mark of unfinished work outlives a power cut: whoever finds it begins from nothing."""
    say(f"正在准备运行环境（只有第一次或更新后需要，约一到三分钟）：{folder}")
    (folder / environment.STAMP).unlink(missing_ok=True)
    if (folder / UNFINISHED).exists() or not _is_usable(folder):
        _empty(folder)
    (folder / UNFINISHED).touch()
    base = wheels.base_python()
    _make(folder, base)
    wheels.install(wheels.Job(root, folder, tuple(locks), folder / LOG), base)
    _stamp(folder, base, locks)
    (folder / UNFINISHED).unlink()
    say("运行环境已准备好。")


def _is_usable(folder: Path) -> bool:
    """Whether an environment is there, of this Python's version, whose interpreter still starts."""
    python = environment.interpreter(folder)
    probe = f"import sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return python.exists() and subprocess.run([str(python), "-I", "-c", probe], check=False).returncode == 0


def _empty(folder: Path) -> None:
    """Everything goes but the lock that we hold and what was learnt of the system."""
    kept = {LOCK, LOG, environment.SYSTEM_STAMP}
    for entry in [entry for entry in folder.iterdir() if entry.name not in kept]:
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _make(folder: Path, base: wheels.Base) -> None:
    """Without pip of its own where the base Python's pip can be pointed at it: ensurepip may be missing there."""
    if environment.interpreter(folder).exists():
        return
    bare = ["--without-pip"] if base.has_pip else []
    made = subprocess.run([base.python, "-m", "venv", *bare, str(folder)], check=False, capture_output=True, text=True)
    if made.returncode:
        (folder / LOG).write_text(made.stdout + made.stderr, encoding="utf-8")
        raise Unprepared(f"建不起 Python 环境，原因见 {folder / LOG}。请检查磁盘空间，或重新安装 Python 后再次运行。")


def _stamp(folder: Path, base: wheels.Base, locks: Sequence[Path]) -> None:
    """Written under another name first: a stamp is whole or not there."""
    marks = [environment.MADE_FROM + os.path.realpath(base.python), *map(environment.mark_of, locks)]
    draft = folder / f"{environment.STAMP}.new"
    draft.write_text("\n".join(marks) + "\n", encoding="utf-8")
    draft.replace(folder / environment.STAMP)
