"""The page of official paper as the office sets it: A4, GB/T 9704-2012 where it decided nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

PAPER_MM = (210, 297)
POINTS_PER_MM = 72 / 25.4
SQUEEZED = 1.03  # 28 characters of 16 pt are 1.3 % wider than their 156 mm; much more would be printed over each other


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Margins in mm, lines a page, characters a line, the body's size in points."""

    top: float = 37
    right: float = 26
    bottom: float = 35
    left: float = 28
    lines: int = 22
    characters: int = 28
    size: float = 16

    @property
    def across(self) -> float:
        """The width of the text in points."""
        return (PAPER_MM[0] - self.left - self.right) * POINTS_PER_MM

    @property
    def down(self) -> float:
        """The height of the text in points."""
        return (PAPER_MM[1] - self.top - self.bottom) * POINTS_PER_MM

    @property
    def pitch(self) -> float:
        """From line to line in points, cut to hundredths; as many lines as have room, the last of which must fit."""
        return floor(100 * self.down / max(1, min(self.lines, int(self.down / self.size)))) / 100

    @property
    def fitting(self) -> int:
        """Characters a line, as many as have room."""
        return max(1, min(self.characters, int(self.across * SQUEEZED / self.size)))

    @property
    def room(self) -> float:
        """From character to character in points."""
        return self.across / self.fitting


OFFICIAL_PAGE = PageSetup()


def page_setup(value: Callable[[str], object]) -> PageSetup:
    """The page that the settings of these keys describe."""
    top, right, bottom, left = (float(str(value(f"page_{side}"))) for side in ("top", "right", "bottom", "left"))
    lines, characters = (int(str(value(f"page_{what}"))) for what in ("lines", "characters"))
    return PageSetup(top, right, bottom, left, lines, characters, float(str(value("body_size"))))
