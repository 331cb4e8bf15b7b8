"""What is to be printed, as plain frozen values: the page's shape and the blocks that stand on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from daan_desk.domain.page_setup import OFFICIAL_PAGE, PAPER_MM
from daan_desk.domain.tables import Table

UNITS_PER_POINT: Final = 20  # everything is laid out in twentieths of a point, 1440 to the inch
UNITS_PER_MM: Final = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class PageShape:
    """Paper and margins in mm, pitch of body lines in points, characters a line and their size (GB/T 9704-2012)."""

    width: float = PAPER_MM[0]
    height: float = PAPER_MM[1]
    top: float = OFFICIAL_PAGE.top
    left: float = OFFICIAL_PAGE.left
    right: float = OFFICIAL_PAGE.right
    bottom: float = OFFICIAL_PAGE.bottom
    pitch: float = OFFICIAL_PAGE.pitch
    characters: int = OFFICIAL_PAGE.characters
    points: float = OFFICIAL_PAGE.size
    numbered: bool = True

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def room(self) -> tuple[float, float]:
        """Width and height of the type area, in units."""
        across = self.width - self.left - self.right
        return across * UNITS_PER_MM, (self.height - self.top - self.bottom) * UNITS_PER_MM

    def turned(self) -> PageShape:
        """The same paper lying."""
        return replace(self, width=self.height, height=self.width)


OFFICIAL: Final = PageShape()
LEDGER: Final = PageShape(top=18, left=15, right=15, bottom=18, pitch=18)
LEDGER_LYING: Final = LEDGER.turned()


@dataclass(frozen=True, slots=True)
class Masthead:
    """报头: the name in red, number, office and day below it, a red rule."""

    name: str
    number: str = ""
    office: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 0 is the title in the middle; 1 to 3 are 一、 （一） 1."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Body text; `indent` in characters; `align` left, center or right."""

    text: str
    indent: int = 2
    align: str = "left"
    small: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its header repeated on every page and its rows whole; `points` at most, less where it must fit."""

    table: Table
    points: float = 10.5
    titled: bool = True
    tall: float = 0  # points that a row takes at least
    under: str = ""  # below the title: which rows, how many, as of when


@dataclass(frozen=True, slots=True)
class BoxedWords:
    """One box of a form: its share of the row's width, whether it is a label, its least height in points."""

    words: str
    span: int
    head: bool = False
    height: float = 0


@dataclass(frozen=True, slots=True)
class Boxes:
    """A form of boxes, row by row."""

    rows: tuple[tuple[BoxedWords, ...], ...]
    points: float = 12


@dataclass(frozen=True, slots=True)
class Gap:
    """White space, in points."""

    points: float = 12


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a fresh page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the middle, at most so many mm high with the words below it; one that cannot be read says so."""

    data: bytes
    caption: str = ""
    height: float = 112


Block = Masthead | Heading | Paragraph | Grid | Boxes | Gap | NewPage | Picture


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document on its way to a printer, a PDF or the preview."""

    title: str
    blocks: tuple[Block, ...]
    shape: PageShape = OFFICIAL


def ledger_paper(table: Table, under: str = "") -> Paper:
    """A ledger on lying A4, or upright where its columns are few."""
    width = sum(column.width for column in table.columns)
    return Paper(table.title, (Grid(table, under=under),), LEDGER if width <= 90 else LEDGER_LYING)
