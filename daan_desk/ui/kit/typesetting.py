"""From blocks to pages: every word and line gets its place, so that screen, printer and PDF show the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from daan_desk.ui.kit.measure import Drawn, Page, Stroke, Words
from daan_desk.ui.kit.paper import (
    UNITS_PER_MM,
    UNITS_PER_POINT,
    Block,
    Boxes,
    Gap,
    Grid,
    Heading,
    Masthead,
    NewPage,
    Paper,
    Paragraph,
    Picture,
)
from daan_desk.ui.kit.paper_fonts import Letters, PaperFonts
from daan_desk.ui.kit.setter import Setter
from daan_desk.ui.kit.typesetting_boxes import place_boxes
from daan_desk.ui.kit.typesetting_grid import Report, place_grid
from daan_desk.ui.kit.typesetting_picture import place_picture

RED: Final = "#C8102E"
HEADINGS: Final = {
    0: Letters("title", 22, bold=True),
    1: Letters("hei", 16),
    2: Letters("kai", 16),
    3: Letters("body", 16, bold=True),
}
BODY, SMALL, FOOT = Letters("body", 16), Letters("song", 10.5), Letters("song", 14)
NAME: Final = Letters("title", 36, bold=True)


def typeset(paper: Paper, fonts: PaperFonts, report: Report | None = None) -> tuple[Page, ...]:
    """Every page of the paper, with its number where the shape asks for numbers."""
    setter = Setter(paper.shape, fonts)
    for block in paper.blocks:
        if isinstance(block, Grid):
            place_grid(setter, block, report)
        else:
            PLACED[type(block)](setter, block)
    if paper.shape.numbered:
        for number, page in enumerate(setter.pages, start=1):
            page.append(_foot(setter, number))
    return tuple(tuple(page) for page in setter.pages)


def _heading(setter: Setter, block: Heading) -> None:
    letters = HEADINGS[block.level]
    letters = replace(letters, points=setter.shape.points) if block.level else letters
    # a heading never stands alone at the foot of a page
    setter.need(3 * setter.shape.pitch * UNITS_PER_POINT)
    indent = 0 if block.level == 0 else 2 * letters.points * UNITS_PER_POINT
    align, pitch = ("center", 36.0) if block.level == 0 else ("left", 0.0)
    setter.write(block.text, letters, indent, align, pitch)


def _paragraph(setter: Setter, block: Paragraph) -> None:
    letters = SMALL if block.small else _spaced(setter, BODY)
    indent = block.indent * (letters.points * UNITS_PER_POINT + letters.spacing)
    setter.write(block.text, letters, indent, block.align, letters.points * 1.6 if block.small else 0)


def _spaced(setter: Setter, letters: Letters) -> Letters:
    """So many characters a line as the standard says, by a hair more or less room between them."""
    points, exact = setter.shape.points, setter.width / setter.shape.characters
    return replace(letters, points=points, spacing=exact - points * UNITS_PER_POINT - 0.5)


def _masthead(setter: Setter, block: Masthead) -> None:
    middle = (setter.width - setter.measure.width(block.name, NAME)) / 2
    setter.draw(Words(middle, setter.y + 44 * UNITS_PER_POINT, block.name, NAME, RED))
    setter.y += 66 * UNITS_PER_POINT
    if block.number:
        setter.write(block.number, BODY, align="center")
    base = setter.y + 22 * UNITS_PER_POINT
    right = setter.width - setter.measure.width(block.day, BODY)
    setter.draw(Words(0, base, block.office, BODY), Words(right, base, block.day, BODY))
    setter.y += 32 * UNITS_PER_POINT
    setter.draw(Stroke(0, setter.y, setter.width, thick=30, colour=RED))
    setter.y += 24 * UNITS_PER_POINT


def _gap(setter: Setter, block: Gap) -> None:
    setter.y += block.points * UNITS_PER_POINT


def _new_page(setter: Setter, block: NewPage) -> None:
    setter.turn()


def _foot(setter: Setter, number: int) -> Drawn:
    words = f"— {number} —"
    width, edge = setter.measure.width(words, FOOT), FOOT.points * UNITS_PER_POINT
    x = setter.left + (setter.width - width - edge if number % 2 else edge)
    lowest = (setter.shape.height - 6) * UNITS_PER_MM
    return Words(x, min(setter.top + setter.height + 7 * UNITS_PER_MM + edge / 2, lowest), words, FOOT)


PLACED: Final[dict[type[Block], Callable[..., None]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Masthead: _masthead,
    Boxes: place_boxes,
    Gap: _gap,
    NewPage: _new_page,
    Picture: place_picture,
}
