"""A private PostgreSQL for the tests: in a folder that is thrown away, reached only by a socket in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from installer import system

ADMINISTRATOR, ADMINISTRATORS_WORD = "verwalter", "geheim-2026"
UNPRIVILEGED = ("postgres", "nobody")
# What is lost with the power does not matter here, and the machine is shared.
SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "80",
    "shared_buffers": "'128MB'",
    "lc_messages": "'C'",
    "log_statement": "'all'",
    "max_prepared_transactions": "0",
}


def programs() -> Path | None:
    """The folder of initdb and pg_ctl; None where no server is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]), reverse=True)
    if found:
        return found[0].parent
    there = shutil.which("initdb")
    return Path(there).resolve().parent if there else None


def installed() -> bool:
    """Whether a server is here, after it was installed where that needs nobody's leave."""
    if programs() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for words in (["update"], ["install", "--no-install-recommends", "postgresql"]):
            subprocess.run([*system.UNATTENDED, *system.APT, *words], check=False, stdin=subprocess.DEVNULL)
    return programs() is not None


@dataclass(frozen=True)
class Server:
    """A server that is up; `log` is all that it wrote, statements included."""

    folder: Path

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def url(self, database: str, user: str = ADMINISTRATOR) -> str:
        """The address of a database here."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.folder))}"

    def psql(self, database: str, statements: str, user: str, password: str) -> subprocess.CompletedProcess[str]:
        """What plain psql says to statements that somebody types."""
        words = ["psql", "-X", "-q", "-A", "-t", "-h", str(self.folder), "-U", user, "-d", database, "-f", "-"]
        environ = {**os.environ, "PGPASSWORD": password, "LC_ALL": "C.UTF-8"}
        return subprocess.run(words, input=statements, env=environ, capture_output=True, encoding="utf-8", check=False)


@contextmanager
def running() -> Iterator[Server]:
    """Start a server and stop it at the end; `RuntimeError` says why there can be none."""
    bin_ = programs()
    if bin_ is None:
        raise RuntimeError("PostgreSQL is not installed here and may not be installed")
    with tempfile.TemporaryDirectory(prefix="daan-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "word").write_text(ADMINISTRATORS_WORD, encoding="utf-8")
        _hand_over(folder)
        _as_somebody([*_initdb(bin_, folder)])
        settings = "".join(f"{key} = {value}\n" for key, value in SETTINGS.items())
        with (folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(f"{settings}unix_socket_directories = '{folder}'\n")
        control = [str(bin_ / "pg_ctl"), "-D", str(folder / "data"), "-w", "-s"]
        _as_somebody([*control, "-l", str(folder / "log"), "start"])
        try:
            yield Server(folder)
        finally:
            _as_somebody([*control, "-m", "immediate", "stop"])


def _initdb(bin_: Path, folder: Path) -> list[str]:
    who = ["-U", ADMINISTRATOR, "-A", "scram-sha-256", f"--pwfile={folder / 'word'}"]
    how = ["-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    return [str(bin_ / "initdb"), "-D", str(folder / "data"), *who, *how]


def _somebody() -> str:
    """Whom to be instead of root, under whom no server starts; "" where we are nobody in particular already."""
    if os.geteuid() != 0:
        return ""
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


def _hand_over(folder: Path) -> None:
    who = _somebody()
    for path in (folder, folder / "word"):
        if who:
            shutil.chown(path, who)


def _as_somebody(words: Sequence[str]) -> None:
    """Carry a command out; what it printed goes into the error where it fails."""
    who = _somebody()
    prefix = ["runuser", "-u", who, "--"] if who else []
    said = subprocess.run([*prefix, *words], cwd="/", check=False, stdin=subprocess.DEVNULL, capture_output=True)
    if said.returncode:
        raise RuntimeError(said.stderr.decode("utf-8", "replace") or f"{words[0]} failed")
