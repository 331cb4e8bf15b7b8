"""What Linux itself must bring, the libraries of Qt and a Chinese font: installed where we may, else asked for."""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from installer import environment
from installer.environment import SCREEN, SYSTEM, TRIED
from installer.packages import ALWAYS, CHINESE_FONT, CHINESE_FONT_FILES, FONT_FOLDERS, FOR_A_SCREEN, Need
from installer.telling import say

APT_LISTS = Path("/var/lib/apt/lists")
APT = ["apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=180", "-o", "Dpkg::Use-Pty=0"]
UNATTENDED = ["env", "DEBIAN_FRONTEND=noninteractive"]


def look_after(stamp: Path, log: Path, again: bool) -> None:
    """Packages are installed once, or `again` when everything is; other starts only name what is still missing."""
    screen = environment.has_display()
    lacking = missing(screen)
    if lacking and (again or TRIED not in environment.said(stamp)) and may_install():
        supply(lacking, log)
        lacking = missing(screen)
    if lacking:
        say(request(lacking))
    found = [TRIED] if lacking else [SYSTEM, SCREEN] if screen else [SYSTEM]
    stamp.write_text("\n".join(found) + "\n", encoding="utf-8")


def missing(screen: bool) -> tuple[Need, ...]:
    """The needs that this machine does not meet."""
    libraries = [need for need in (*ALWAYS, *(FOR_A_SCREEN if screen else ())) if not _loads(need.library)]
    return (*libraries, *(() if has_chinese_font() else (CHINESE_FONT,)))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """By fontconfig's own list; by the names of font files where there is no fc-list to ask."""
    if shutil.which("fc-list"):
        asked = subprocess.run(["fc-list", ":lang=zh-cn", "file"], check=False, capture_output=True)
        return bool(asked.stdout.strip())
    return any(
        _is_chinese(file.name) for folder in FONT_FOLDERS for file in Path(folder).expanduser().rglob("*.[to]t[fc]")
    )


def _is_chinese(name: str) -> bool:
    plain = name.lower().translate(dict.fromkeys(map(ord, "-_ ")))
    return any(part in plain for part in CHINESE_FONT_FILES)


def may_install() -> bool:
    """Whether packages can be installed without asking anybody."""
    return bool(shutil.which("apt-get")) and (_is_root() or _sudo_is_open())


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _sudo_is_open() -> bool:
    return (
        bool(shutil.which("sudo"))
        and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    )


def supply(needs: Iterable[Need], log: Path) -> bool:
    """Install the packages; the lists are fetched first where there are none, or when the first try fails."""
    names = sorted({need.apt for need in needs})
    say(f"系统缺少图形库或中文字体，正在用 apt-get 安装（约一分钟）：{' '.join(names)}")
    install = ["install", "--no-install-recommends", *names]
    has_lists = any(APT_LISTS.glob("*_Packages*"))
    steps = [[install]] if has_lists else []
    with log.open("ab") as output:
        return any(all(_apt(step, output.fileno()) for step in tries) for tries in (*steps, [["update"], install]))


def _apt(words: Sequence[str], output: int) -> bool:
    command = [*([] if _is_root() else ["sudo", "-n"]), *UNATTENDED, *APT, *words]
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=output, stderr=output).returncode == 0


def bars_the_window() -> bool:
    """Whether Qt would die over a missing library before it could speak; says so. A Wayland screen needs no X."""
    bars = any(need.library for need in missing(screen=not os.environ.get("WAYLAND_DISPLAY")))
    if bars:
        say("窗口打不开：先装好上面的库。不开窗口的命令照常可用，见 python3 main.py --help。")
    return bars


def request(needs: Sequence[Need]) -> str:
    """The exact command for whoever may run it; the libraries' names where we do not know the package manager."""
    manager = next((name for name in ("apt-get", "dnf", "yum") if shutil.which(name)), "")
    if not manager:
        libraries = "、".join(need.library or "一种中文字体" for need in needs)
        return f"系统缺少：{libraries}。请管理员安装后再次运行，否则窗口可能打不开、中文可能显示为方框。"
    names = sorted({need.apt if manager == "apt-get" else need.dnf for need in needs})
    command = shlex.join(["sudo", manager, "install", "-y", *names])
    return f"系统缺少图形库或中文字体。请管理员运行“{command}”，否则窗口可能打不开、中文可能显示为方框。"
