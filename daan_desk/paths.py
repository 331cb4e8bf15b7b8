"""Where data, logs and resources are: from source, installed, or frozen into a folder of its own.

`DAAN_DESK_HOME` puts everything that is written beneath one folder: a stick that is carried about, or a test.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

CHINESE_NAME = "大安企服台"
LATIN_NAME = "DaAn Desk"
UNIX_NAME = "daan-desk"
HOME_VARIABLE = "DAAN_DESK_HOME"


def resources() -> Path:
    """Icons, themes, translations, templates: read only, beside the program wherever it was put."""
    beside = [Path(getattr(sys, "_MEIPASS", "")) / "resources"] if is_frozen() else []
    source = Path(__file__).resolve().parent.parent / "resources"
    installed = Path(sys.prefix) / "share" / UNIX_NAME / "resources"
    return next((folder for folder in (*beside, source, installed) if folder.is_dir()), source)


def manual() -> Path:
    """The officers' manual, which the window shows."""
    beside = [Path(getattr(sys, "_MEIPASS", "")) / "docs"] if is_frozen() else []
    folders = (*beside, Path(__file__).resolve().parent.parent / "docs")
    return next((folder for folder in folders if folder.is_dir()), folders[-1]) / "手册.md"


def is_frozen() -> bool:
    """Whether this is the packed program (PyInstaller) and not Python with its libraries."""
    return bool(getattr(sys, "frozen", False))


def data() -> Path:
    """What the program keeps for this person on this computer: its settings, its environment."""
    return _carried("data") or _data_of(sys.platform, Path.home(), os.environ)


def logs() -> Path:
    """Where the log and the reports of faults are written."""
    return _carried("logs") or _logs_of(sys.platform, Path.home(), os.environ)


def workspaces() -> Path:
    """The folder that is offered for workspaces and for what is handed over: among the person's own documents."""
    return _carried(CHINESE_NAME) or documents() / CHINESE_NAME


def documents() -> Path:
    """The person's documents as the desktop knows them, moved or renamed; the home folder where there are none."""
    return _moved_documents() or _plain_documents(Path.home())


def _carried(name: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser().absolute() / name if home else None


def _data_of(platform: str, home: Path, environ: Mapping[str, str]) -> Path:
    if platform == "win32":
        return _named(environ, "LOCALAPPDATA", home / "AppData" / "Local") / LATIN_NAME
    if platform == "darwin":
        return home / "Library" / "Application Support" / LATIN_NAME
    return _named(environ, "XDG_DATA_HOME", home / ".local" / "share") / UNIX_NAME


def _logs_of(platform: str, home: Path, environ: Mapping[str, str]) -> Path:
    if platform == "win32":
        return _data_of(platform, home, environ) / "Logs"
    if platform == "darwin":
        return home / "Library" / "Logs" / LATIN_NAME
    return _named(environ, "XDG_STATE_HOME", home / ".local" / "state") / UNIX_NAME


def _named(environ: Mapping[str, str], variable: str, default: Path) -> Path:
    """The folder of that variable; the conventions say that a relative one counts as none."""
    value = environ.get(variable, "")
    return Path(value) if Path(value).is_absolute() else default


def _plain_documents(home: Path) -> Path:
    return next((home / name for name in ("Documents", "文档") if (home / name).is_dir()), home)


if sys.platform == "win32":
    import winreg

    _SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"

    def _moved_documents() -> Path | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _SHELL_FOLDERS) as key:
                value, _ = winreg.QueryValueEx(key, "Personal")
        except OSError:
            return None
        return Path(os.path.expandvars(str(value)))

else:

    def _moved_documents() -> Path | None:
        config = _named(os.environ, "XDG_CONFIG_HOME", Path.home() / ".config") / "user-dirs.dirs"
        try:
            lines = config.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return None
        return next(filter(None, (_documents_line(line, Path.home()) for line in lines)), None)


def _documents_line(line: str, home: Path) -> Path | None:
    """The folder of a line XDG_DOCUMENTS_DIR="$HOME/文档"; the home folder itself stands for none."""
    name, _, value = line.strip().partition("=")
    if name != "XDG_DOCUMENTS_DIR":
        return None
    folder = Path(value.strip('"').replace("$HOME", str(home)))
    return folder if folder.is_absolute() and folder != home else None
