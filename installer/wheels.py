"""Let pip put the locked wheels into the environment, tell how far it is, and say in a sentence why it could not."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from installer import environment
from installer.telling import Unprepared, say

COLLECTING = re.compile(r"^Collecting ([A-Za-z0-9._-]+)")
PINNED = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", re.MULTILINE)
LOCKED_ONLY = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
QUIET = ["--no-input", "--progress-bar", "off", "--disable-pip-version-check", "--no-warn-script-location"]
NETWORK = ("NewConnectionError", "ConnectTimeout", "ReadTimeout", "Max retries", "Network is unreachable", "ProxyError")
REASONS = (
    (("No space left", "Errno 28", "WinError 112"), "磁盘空间不足，运行环境没有装好。请腾出至少 1 GB 空间后再次运行。"),
    (("WinError 5", "WinError 32"), "程序正开着，文件换不下来。请关闭所有大安企服台窗口后再次运行。"),
    (("DO NOT MATCH THE HASHES",), "下载到的文件与锁定的校验值不符，没有安装。请换一个软件源或网络后再次运行。"),
    (
        ("CERTIFICATE_VERIFY_FAILED",),
        "软件源的安全证书通不过校验。请校准电脑时间，或请网管把单位的根证书装好后再次运行。",
    ),
)


@dataclass(frozen=True)
class Base:
    """The Python that the environment is made from."""

    python: str
    has_pip: bool


@dataclass(frozen=True)
class Job:
    """What is installed where, and where pip's own words are kept."""

    root: Path
    folder: Path
    locks: tuple[Path, ...]
    log: Path


def base_python() -> Base:
    """The Python beneath any environment that we may have been started from."""
    python: str = getattr(sys, "_base_executable", None) or sys.executable
    if _imports(python, "pip"):
        return Base(python, has_pip=True)
    if _imports(python, "ensurepip"):
        return Base(python, has_pip=False)
    raise Unprepared(
        "这台机器的 Python 没有 pip。请先安装它（统信、麒麟、Debian：sudo apt-get install python3-pip）再运行。"
    )


def _imports(python: str, module: str) -> bool:
    return subprocess.run([python, "-c", f"import {module}"], check=False, capture_output=True).returncode == 0


def install(job: Job, base: Base) -> None:
    """From the folder `wheels` that somebody brought along, if there is one and it suffices; else from the index."""
    brought = job.root / "wheels"
    sources: list[list[str]] = [["--no-index", "--find-links", str(brought)]] if brought.is_dir() else []
    said = ""
    for source in (*sources, []):
        status, words = _run(_command(job, base, source), job)
        if status == 0:
            return
        said += words
    raise Unprepared(_reason(said, job, base))


def _command(job: Job, base: Base, source: Sequence[str]) -> list[str]:
    inside = str(environment.interpreter(job.folder))
    pip = [base.python, "-m", "pip", "--python", inside] if base.has_pip else [inside, "-m", "pip"]
    requirements = [word for lock in job.locks for word in ("-r", str(lock))]
    return [*pip, "install", *LOCKED_ONLY, *QUIET, *source, *requirements]


def _run(command: Sequence[str], job: Job) -> tuple[int, str]:
    """A person's own pip settings stay in force but for those that would install elsewhere; pip inherits our turn."""
    environ = {
        name: value for name, value in os.environ.items() if name not in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
    }
    environ.update(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PYTHONIOENCODING="utf-8", LC_MESSAGES="C")
    said = []
    with (
        subprocess.Popen(
            command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, close_fds=False
        ) as pip,
        io.TextIOWrapper(cast(IO[bytes], pip.stdout), encoding="utf-8", errors="replace") as lines,
        job.log.open("a", encoding="utf-8") as log,
    ):
        for line in _told(lines, _due(job)):
            log.write(line)
            said.append(line)
    return pip.returncode, "".join(said)


def _due(job: Job) -> int:
    """How many packages are not yet there as they are pinned."""
    pins = [pin for lock in job.locks for pin in PINNED.findall(lock.read_text(encoding="utf-8"))]
    folders = (*job.folder.glob("lib/python*/site-packages"), *job.folder.glob("Lib/site-packages"))
    there = {info.stem.lower().replace("_", "-") for folder in folders for info in folder.glob("*.dist-info")}
    present = {name for name, version in pins if f"{name}-{version}" in there}
    return len({name for name, _ in pins} - present)


def _told(lines: Iterable[str], total: int) -> Iterator[str]:
    """Pass pip's lines on, saying the ones that show how far it is."""
    collected = 0
    for line in lines:
        if begun := COLLECTING.match(line):
            collected += 1
            say(f"  下载 {collected}/{total}：{begun[1]}")
        elif line.startswith("Installing collected packages"):
            say("  安装……")
        yield line


def _reason(said: str, job: Job, base: Base) -> str:
    """Known troubles in a plain sentence each; the rest by the last thing that pip said."""
    for words, sentence in REASONS:
        if any(word in said for word in words):
            return sentence
    if any(word in said for word in NETWORK):
        return _offline(job, base)
    if "(from versions: " in said:
        return (
            "软件源里没有适合这台电脑（系统、处理器、Python 版本）的安装包，或者软件源不全。请换一个软件源后再次运行。"
        )
    last = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")
    return f"运行环境没有装好：{last}（全部经过见 {job.log}）。请把这句话告诉维护人员。"


def _offline(job: Job, base: Base) -> str:
    locks = " ".join(f"-r {lock.relative_to(job.root).as_posix()}" for lock in job.locks)
    name = Path(base.python).name
    fetch = f"{name} -m pip download --no-deps --only-binary :all: --require-hashes {locks} -d wheels"
    return (
        "连不上软件源，运行环境没有装好。请接通网络后再次运行；"
        f"没有网络时，在能上网的同类电脑上打开本程序文件夹，运行“{fetch}”，"
        f"再把得到的 wheels 文件夹拷到 {job.root} 后运行。"
    )
