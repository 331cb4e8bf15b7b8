"""What stands on a page, and how wide words are in the letters of this machine."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from daan_desk.ui.kit.paper import UNITS_PER_POINT
from daan_desk.ui.kit.paper_fonts import Letters, PaperFonts


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; y is its base line."""

    x: float
    y: float
    text: str
    letters: Letters
    colour: str = "#000000"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line or, with a height, a box's outline."""

    x: float
    y: float
    width: float
    height: float = 0.0
    thick: float = 10.0
    colour: str = "#000000"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's bytes in the box that it fills."""

    x: float
    y: float
    width: float
    height: float
    data: bytes


Drawn = Words | Stroke | Image
Page = tuple[Drawn, ...]


class Measure:
    """Widths and line breaks in the letters of this machine, each font made once."""

    def __init__(self, fonts: PaperFonts) -> None:
        self._fonts = fonts
        self._metrics: dict[Letters, QFontMetricsF] = {}

    def metrics(self, letters: Letters) -> QFontMetricsF:
        if letters not in self._metrics:
            self._metrics[letters] = QFontMetricsF(self._fonts.font(letters))
        return self._metrics[letters]

    def width(self, text: str, letters: Letters) -> float:
        return self.metrics(letters).horizontalAdvance(text)

    def lines(self, text: str, letters: Letters, width: float, indent: float = 0) -> list[str]:
        """The text broken by the rules for Chinese (no “，” at a line's beginning); line breaks of its own are kept."""
        broken: list[str] = []
        for part in text.split("\n"):
            # most cells hold a word or two: do not start the breaker for them
            whole = len(part) * letters.points * UNITS_PER_POINT <= width - indent
            broken += [part] if whole else self._broken(part, letters, width, indent)
        return broken

    def _broken(self, text: str, letters: Letters, width: float, indent: float) -> list[str]:
        layout = QTextLayout(text, self._fonts.font(letters))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines: list[str] = []
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width - (0 if lines else indent))
            lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
            line = layout.createLine()
        layout.endLayout()
        return lines or [""]
