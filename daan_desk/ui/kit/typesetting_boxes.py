"""A form on paper: rows of labelled boxes, as high as their words, torn only where one is taller than the page."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.ui.kit.measure import Stroke, Words
from daan_desk.ui.kit.paper import UNITS_PER_POINT, BoxedWords, Boxes
from daan_desk.ui.kit.paper_fonts import Letters
from daan_desk.ui.kit.setter import Setter

PADDING = 4.0 * UNITS_PER_POINT
LEADING = 1.4
Laid = tuple[BoxedWords, float, list[str]]  # the box, its width in units, its lines


def place_boxes(setter: Setter, block: Boxes) -> None:
    """Row below row; a row that no longer fits begins the next page, one taller than a page goes on over it."""
    letters = Letters("song", block.points)
    step = block.points * LEADING * UNITS_PER_POINT
    for row in block.rows:
        unit = setter.width / sum(box.span for box in row)
        laid = [(box, box.span * unit, _lines(setter, box, box.span * unit, letters)) for box in row]
        whole = _height(laid, step)
        if whole <= setter.height:
            setter.need(whole)
        while setter.left_over < whole:
            fits = max(1, int((setter.left_over - 2 * PADDING) // step))
            _row(setter, [(box, width, lines[:fits]) for box, width, lines in laid], setter.left_over, letters)
            laid = [(box, width, lines[fits:]) for box, width, lines in laid]
            setter.turn()
            whole = _height(laid, step)
        _row(setter, laid, whole, letters)


def _lines(setter: Setter, box: BoxedWords, width: float, letters: Letters) -> list[str]:
    return setter.measure.lines(box.words, letters, width - 2 * PADDING)


def _height(laid: Sequence[Laid], step: float) -> float:
    least = max(box.height * UNITS_PER_POINT for box, _, _ in laid)
    return max(least, max(len(lines) for _, _, lines in laid) * step + 2 * PADDING)


def _row(setter: Setter, laid: Sequence[Laid], height: float, letters: Letters) -> None:
    x, step = 0.0, letters.points * LEADING * UNITS_PER_POINT
    rise = setter.measure.metrics(letters).capHeight() / 2
    for box, width, lines in laid:
        setter.draw(Stroke(x, setter.y, width, height))
        top = setter.y + (height - len(lines) * step) / 2
        for number, line in enumerate(lines):
            shift = (width - setter.measure.width(line, letters)) / 2 if box.head else PADDING
            setter.draw(Words(x + shift, top + (number + 0.5) * step + rise, line, letters))
        x += width
    setter.y += height
