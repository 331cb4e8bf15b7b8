"""One table of named colour roles, light and dark; every colour on the screen comes from here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QColor, QGuiApplication, QPalette

ROLES: Final[Mapping[str, tuple[str, str]]] = {
    # role: (light, dark)
    "ground": ("#F4F6F9", "#13161A"),
    "side": ("#FAFBFD", "#171A1F"),
    "card": ("#FFFFFF", "#1B1F25"),
    "raised": ("#FFFFFF", "#22272E"),
    "line": ("#E2E6EC", "#2D333C"),
    "hairline": ("#EEF0F4", "#262B33"),
    "edge": ("#C4CBD6", "#454D59"),
    "text": ("#1B2430", "#E6EAF0"),
    "soft": ("#566171", "#A3ADBB"),
    "faint": ("#667080", "#939DAB"),
    "accent": ("#1B5AA8", "#74A9F2"),
    "accent-strong": ("#164A8B", "#8FBAF5"),
    "on-accent": ("#FFFFFF", "#0F1720"),
    "accent-soft": ("#E6EEFA", "#1D3150"),
    "accent-fill": ("#B8CFEC", "#33507B"),
    "red": ("#B3261E", "#F28B82"),
    "red-soft": ("#FCE9E7", "#3A2022"),
    "on-red": ("#FFFFFF", "#1B0F0F"),
    "amber": ("#8A5A00", "#EDB55C"),
    "amber-soft": ("#FDF3D6", "#382B13"),
    "green": ("#1A7446", "#74CF9C"),
    "green-soft": ("#E3F3E9", "#17301F"),
    "grey": ("#55606F", "#AAB3C0"),
    "grey-soft": ("#EEF1F5", "#2A2F37"),
    "violet": ("#6A4FA3", "#BBA5EC"),
    "violet-soft": ("#EFEAF8", "#2E2742"),
    "teal": ("#0F6E78", "#6CC8D2"),
    "shade": ("#1B2430", "#000000"),
}

TONES: Final = ("grey", "accent", "green", "amber", "red", "violet", "teal")

# What is written on what; a test holds every pair to 4.5 : 1.
WRITTEN_ON: Final[tuple[tuple[str, str], ...]] = (
    *((ink, paper) for ink in ("text", "soft", "faint") for paper in ("ground", "side", "card", "raised")),
    *((ink, paper) for ink in ("text", "soft", "accent") for paper in ("accent-soft", "grey-soft")),
    *((ink, paper) for ink in ("accent", "red", "amber", "green", "violet", "teal") for paper in ("card", "ground")),
    *((tone, f"{tone}-soft") for tone in ("red", "amber", "green", "grey", "violet")),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-red", "red"),
)


def roles(dark: bool) -> dict[str, str]:
    """Every role's colour in the light or the dark look."""
    return {name: pair[dark] for name, pair in ROLES.items()}


def dark_now() -> bool:
    """Whether the dark look is on, as the application's palette says."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colour(role: str) -> QColor:
    """The role's colour in the look that is on; ask whenever something is painted, never keep it."""
    return QColor(ROLES[role][dark_now()])


def luminance(colour: str) -> float:
    """Relative luminance of “#RRGGBB” (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
