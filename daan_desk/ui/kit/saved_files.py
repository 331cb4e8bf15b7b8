"""Files that the program hands out: where they go, under a name that is still free, and how they are opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.preferences import Preferences

FOLDER = "files/folder"
BAD_SIGNS = '\\/:*?"<>|'
KINDS = {".xlsx": "Excel", ".xlsm": "Excel", ".xls": "Excel 97-2003", ".et": "WPS 表格", ".csv": "CSV"}
KINDS |= {".pdf": "PDF", ".docx": "Word", ".json": "设置文件"}


def folder(preferences: Preferences) -> Path:
    """Where the last file went, else the officer's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kept = Path(preferences.value(FOLDER, ""))
    return kept if kept.is_absolute() and kept.is_dir() else Path(documents) if documents else Path.home()


def free(where: Path, stem: str, ending: str) -> Path:
    """A file in that folder that is not there yet: 名录.xlsx, 名录-2.xlsx …"""
    plain = "".join(sign for sign in stem if sign not in BAD_SIGNS).strip() or "文件"
    found, number = where / f"{plain}{ending}", 2
    while found.exists():
        found, number = where / f"{plain}-{number}{ending}", number + 1
    return found


def ask_place(host: QWidget, preferences: Preferences, stem: str, ending: str) -> Path | None:
    """Ask where a file shall go; None when the officer thought better of it."""
    return ask_other_place(host, preferences, free(folder(preferences), stem, ending))


def ask_other_place(host: QWidget, preferences: Preferences, proposed: Path) -> Path | None:
    """Ask for another place than the proposed one; the folder is remembered."""
    ending = proposed.suffix
    kinds = f"{KINDS.get(ending, '')} (*{ending})".strip()
    name, _ = QFileDialog.getSaveFileName(host, host.tr("保存到"), str(proposed), kinds)
    if not name:
        return None
    place = Path(name) if Path(name).suffix.lower() == ending else Path(name + ending)
    preferences.keep(FOLDER, str(place.parent))
    return place


def ask_file(host: QWidget, preferences: Preferences, title: str, kinds: str) -> Path | None:
    """Ask which file; the folder is remembered."""
    name, _ = QFileDialog.getOpenFileName(host, title, str(folder(preferences)), kinds)
    if not name:
        return None
    preferences.keep(FOLDER, str(Path(name).parent))
    return Path(name)


def open_file(path: Path) -> bool:
    """Show a file in the program that the machine has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_folder(path: Path) -> bool:
    """Show the folder in which a file lies."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def offer_opening(box: Box, path: Path) -> None:
    """Put the ways to open a file at the foot of a box; the box closes with them."""
    for words, icon, look, act in (
        (box.tr("打开所在文件夹"), "folder-open", "", open_folder),
        (box.tr("打开文件"), "external-link", "main", open_file),
    ):
        press = button(words, look)
        put_icon(press, icon, "on-accent" if look else "soft")
        press.clicked.connect(partial(_open_and_close, box, act, path))
        box.foot.addWidget(press)


def _open_and_close(box: Box, act: Callable[[Path], object], path: Path, _checked: bool = False) -> None:
    act(path)
    box.accept()


def offer_file(host: QWidget, path: Path, sentence: str) -> Box:
    """Say that a file is there and offer to open it."""
    box = Box(host, sentence, str(path), "circle-check")
    box.tile.show_tone("green")
    closing = button(box.tr("关闭"))
    closing.clicked.connect(box.reject)
    box.foot.addWidget(closing)
    offer_opening(box, path)
    box.open()
    return box
