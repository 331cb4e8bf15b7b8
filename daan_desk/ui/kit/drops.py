"""Files that are dragged over the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def first_file(data: QMimeData) -> Path | None:
    """The first file of what is dragged or on the clipboard; None where there is none."""
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)
