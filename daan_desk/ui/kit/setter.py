"""A pen that walks down the type area, page after page."""

from __future__ import annotations

from dataclasses import replace

from daan_desk.ui.kit.measure import Drawn, Measure, Words
from daan_desk.ui.kit.paper import UNITS_PER_MM, UNITS_PER_POINT, PageShape
from daan_desk.ui.kit.paper_fonts import Letters, PaperFonts


class Setter:
    """`y` is how far the pen has come on this page, in units; what no longer fits begins the next one."""

    def __init__(self, shape: PageShape, fonts: PaperFonts) -> None:
        self.shape, self.measure = shape, Measure(fonts)
        self.left, self.top = shape.left * UNITS_PER_MM, shape.top * UNITS_PER_MM
        self.width, self.height = shape.room
        self.pages: list[list[Drawn]] = [[]]
        self.y = 0.0

    @property
    def left_over(self) -> float:
        """Height that is still free on this page."""
        return self.height - self.y

    def draw(self, *items: Drawn) -> None:
        """Put items given relative to the type area on the page."""
        self.pages[-1] += [replace(item, x=item.x + self.left, y=item.y + self.top) for item in items]

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append([])
        self.y = 0.0

    def need(self, height: float) -> None:
        """Turn the page unless that much is free, or the page is empty anyway."""
        if self.left_over < height and self.y > 0:
            self.turn()

    def write(self, text: str, letters: Letters, indent: float = 0, align: str = "left", pitch: float = 0) -> None:
        """Lines of one text at the pitch of the page (points)."""
        step = (pitch or self.shape.pitch) * UNITS_PER_POINT
        metrics = self.measure.metrics(letters)
        for at, line in enumerate(self.measure.lines(text, letters, self.width, indent)):
            self.need(step)
            x = indent if at == 0 and align == "left" else 0.0
            if align != "left":
                x = (self.width - self.measure.width(line, letters)) / (2 if align == "center" else 1)
            base = self.y + (step + metrics.capHeight()) / 2
            self.draw(Words(x, base, line, letters))
            self.y += step
