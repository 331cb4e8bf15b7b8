"""What this machine remembers of its user: the look, the last workspaces, widths of columns and splitters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings

T = TypeVar("T")


class Preferences:
    """Small values by key in one ini file; nothing of any record belongs here."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def value(self, key: str, default: T) -> T:
        """What was kept under the key; the default where nothing was, or where it is of another type."""
        try:
            kept = json.loads(str(self._settings.value(key, "")))
        except ValueError:
            return default
        return kept if isinstance(kept, type(default)) else default

    def keep(self, key: str, value: object) -> None:
        """Write the value (anything that JSON knows) at once, so that a crash does not lose it."""
        self._settings.setValue(key, json.dumps(value, ensure_ascii=False))
        self._settings.sync()
