"""The month's summary as one frozen value: screen, paper, Word, Excel and web page all show exactly this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.page_setup import OFFICIAL_PAGE, PageSetup
from daan_desk.domain.tables import Table

DIGITS = "〇一二三四五六七八九"
OWN_TITLES = ("典型案例", "存在问题", "下一步")
TO_BE_WRITTEN = "（待补充）"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number inside a sentence, as it is printed, and the anchor under which its rows are found ("" = none)."""

    text: str
    anchor: str = ""


Part = str | Figure


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: words with figures between them."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The sentence as a reader sees it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A table in the text; `anchors` follow the table's rows and cells ("" = no rows behind it), or are empty.

    captioned: False where the heading above says the same as the table's title. tall: points that a row takes at
    least, where people write into it by hand.
    """

    table: Table
    anchors: tuple[tuple[str, ...], ...] = ()
    captioned: bool = True
    tall: float = 0

    def anchor(self, row: int, column: int) -> str:
        """The anchor of one cell, "" where there is none."""
        cells = self.anchors[row] if row < len(self.anchors) else ()
        return cells[column] if column < len(cells) else ""


Block = Paragraph | Exhibit


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    level: 1 is 一、, 2 is （一）, 3 is 1. own: written by the officer, not from data.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    level: int = 1
    own: bool = False


@dataclass(frozen=True, slots=True)
class Masthead:
    """The header block 报头: the paper's name, its number (第 5 期), the office that edits it, the day it carries."""

    name: str
    number: str
    office: str
    day: date


@dataclass(frozen=True, slots=True)
class Brief:
    """A paper ready to be written: 报头, title, sections in reading order, notes at the end.

    A letter has no 报头; addressed is whom it begins with, opening stands before the first heading, signed are the
    lines at its end on the right.
    """

    masthead: Masthead | None
    title: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    addressed: str = ""
    opening: tuple[Block, ...] = ()
    signed: tuple[str, ...] = ()
    page: PageSetup = OFFICIAL_PAGE

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Every table of the paper, in reading order."""
        blocks = (*self.opening, *(block for section in self.sections for block in section.blocks))
        return tuple(block for block in blocks if isinstance(block, Exhibit))

    @property
    def anchors(self) -> frozenset[str]:
        """Every anchor that a reader can follow."""
        parts = (p for s in self.sections for b in s.blocks if isinstance(b, Paragraph) for p in b.parts)
        spoken = {part.anchor for part in parts if isinstance(part, Figure)}
        listed = {anchor for exhibit in self.exhibits for row in exhibit.anchors for anchor in row}
        return frozenset(spoken | listed) - {""}


def paragraph(*parts: Part) -> Paragraph:
    """A paragraph of words and figures."""
    return Paragraph(parts)


def own_section(title: str, text: str, level: int = 1) -> Section:
    """The officer's own words, one paragraph a line; blank lines are dropped."""
    lines = (line.strip(" \t\u3000") for line in text.splitlines())
    return Section(title, tuple(paragraph(line) for line in lines if line), level, own=True)


def chinese_number(number: int) -> str:
    """1 to 99 as headings count: 一, 十, 十二, 二十, 二十一."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")


def numbered(sections: tuple[Section, ...]) -> Iterator[tuple[str, Section]]:
    """Every section with its heading as printed; a lower level starts again under each higher one."""
    counts = {1: 0, 2: 0, 3: 0}
    for section in sections:
        counts[section.level] += 1
        counts.update({level: 0 for level in counts if level > section.level})
        yield ordinal(counts[section.level], section.level) + section.title, section


def ordinal(number: int, level: int) -> str:
    """The number before a heading of that level (GB/T 9704-2012, 7.3.3)."""
    return {1: f"{chinese_number(number)}、", 2: f"（{chinese_number(number)}）", 3: f"{number}."}[level]
