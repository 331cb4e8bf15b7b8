"""A brief (a summary, a letter, minutes) as a paper to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from daan_desk.domain import briefs
from daan_desk.domain.briefs import TO_BE_WRITTEN, Brief, Exhibit, Section, numbered
from daan_desk.ui.kit.paper import OFFICIAL, Block, Grid, Heading, Masthead, PageShape, Paper, Paragraph

POINTS = 10.5  # 五号, for tables


def brief_paper(brief: Brief, shape: PageShape = OFFICIAL) -> Paper:
    """The brief on official paper (GB/T 9704-2012 unless the office set other margins)."""
    return Paper(brief.title, tuple(_blocks(brief)), shape)


def _blocks(brief: Brief) -> Iterator[Block]:
    head = brief.masthead
    if head:
        yield Masthead(head.name, head.number, head.office, f"{head.day.year}年{head.day.month}月{head.day.day}日")
    yield Heading(brief.title, 0)
    if brief.addressed:
        yield Paragraph(brief.addressed, 0)
    yield from map(_block, brief.opening)
    for heading, section in numbered(brief.sections):
        yield Heading(heading, section.level)
        yield from _section(section)
    yield from (Paragraph(f"{line}　　", 0, "right") for line in (("", *brief.signed) if brief.signed else ()))
    yield from (Paragraph(f"注：{note}", 0, small=True) for note in brief.notes)


def _section(section: Section) -> Iterator[Block]:
    for block in section.blocks:
        yield _block(block)
    if section.own and not section.blocks:
        yield Paragraph(TO_BE_WRITTEN)


def _block(block: briefs.Block) -> Block:
    if isinstance(block, Exhibit):
        return Grid(block.table, POINTS, titled=block.captioned, tall=block.tall)
    return Paragraph(block.text)


def shaped(millimetres: tuple[float, float, float, float]) -> PageShape:
    """The page with the office's margins: top, right, bottom, left."""
    top, right, bottom, left = millimetres
    return replace(OFFICIAL, top=top, right=right, bottom=bottom, left=left)
