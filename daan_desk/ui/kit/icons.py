"""Icons from SVG files drawn in `currentColor`, tinted when they are loaded, sharp on dense screens."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QDir, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from daan_desk import paths
from daan_desk.ui.kit.colours import dark_now, roles

SIZES: Final = (16, 18, 20, 24, 32, 36, 40, 48)


def folder() -> Path:
    """Where the icons are: what the theme named, or the program's own resources."""
    named = QDir.searchPaths("icons")
    return Path(named[0]) if named else paths.resources() / "icons"


def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(file.stem for file in folder().glob("*.svg")))


def icon(name: str, role: str = "soft") -> QIcon:
    """The icon in a role's colour of the look that is on; what shall follow a switch of the look takes `put_icon`."""
    return _icon(folder() / f"{name}.svg", role, dark_now())


def pixmap(name: str, role: str = "soft", size: int = 20, ratio: float = 2.0) -> QPixmap:
    """The icon `size` logical pixels wide, drawn for a screen with `ratio` device pixels each."""
    return _drawn(folder() / f"{name}.svg", roles(dark_now())[role], size, ratio)


def put_icon(target: QAction | QAbstractButton, name: str, role: str = "soft") -> None:
    """Give a button or an action its icon, so that it follows the look when that is switched."""
    target.setProperty("icon_name", name)
    target.setProperty("icon_role", role)
    target.setIcon(icon(name, role))


def retint(widgets: Iterable[QWidget]) -> None:
    """Give everything that got its icon by `put_icon` the icon of the look that is on."""
    for widget in widgets:
        for target in (widget, *widget.actions()):
            name = target.property("icon_name")
            if name and isinstance(target, QAction | QAbstractButton):
                target.setIcon(icon(name, target.property("icon_role")))


@lru_cache(maxsize=512)
def _icon(file: Path, role: str, dark: bool) -> QIcon:
    made, colours = QIcon(), roles(dark)
    for size in SIZES:
        made.addPixmap(_drawn(file, colours[role], size, 1.0))
        made.addPixmap(_drawn(file, colours["edge"], size, 1.0), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=2048)
def _drawn(file: Path, colour: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    source = file.read_text(encoding="utf-8").replace("currentColor", QColor(colour).name())
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
