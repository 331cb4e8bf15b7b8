"""The look of the window: palette and style sheet of the whole program, switched between light and dark at run time."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from daan_desk.ui.kit import icons
from daan_desk.ui.kit.colours import colour, roles
from daan_desk.ui.kit.fonts import TEXT_PIXELS, screen_font, sized
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.sheet import style_sheet

PALETTE: Final = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "red",
    QPalette.ColorRole.Highlight: "accent-soft",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "shade",
    QPalette.ColorRole.Accent: "accent",
}
PALE: Final = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(dark: bool) -> QPalette:
    """Fusion's palette in our colours."""
    colours, made = roles(dark), QPalette()
    for role, name in PALETTE.items():
        made.setColor(role, QColor(colours[name]))
    for role in PALE:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["faint"]))
    return made


class Theme(QObject):
    """Puts the look on and changes it; `switched` carries whether it is the dark one.

    Whatever paints asks `colours.colour(role)` and `fonts.sized(…)`; buttons and actions get icons by `icons.put_icon`.
    """

    switched = Signal(bool)

    def __init__(self, app: QApplication, resources: Path, preferences: Preferences) -> None:
        super().__init__()
        self._app, self._resources, self._preferences = app, resources, preferences
        self.dark = preferences.value("look", "light") == "dark"
        QDir.setSearchPaths("icons", [str(resources / "icons")])
        app.setStyle("Fusion")
        app.setFont(screen_font())
        self._put_on()

    def switch(self, dark: bool) -> None:
        """Change the look of everything on the screen and remember it."""
        if dark != self.dark:
            self.dark = dark
            self._preferences.keep("look", "dark" if dark else "light")
            self._put_on()
            self.switched.emit(dark)

    def colour(self, role: str) -> QColor:
        return colour(role)

    def icon(self, name: str, role: str = "soft") -> QIcon:
        return icons.icon(name, role)

    def font(self, pixels: int = TEXT_PIXELS, bold: bool = False) -> QFont:
        return sized(pixels, bold)

    def _put_on(self) -> None:
        QDir.setSearchPaths("look", [str(self._resources / "themes" / ("dark" if self.dark else "light"))])
        self._app.setPalette(palette(self.dark))
        self._app.setStyleSheet(style_sheet(self.dark))
        icons.retint(self._app.allWidgets())
