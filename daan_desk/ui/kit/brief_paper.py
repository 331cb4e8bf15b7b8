"""A brief (a summary, a letter, minutes) as a paper to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from daan_desk.domain import briefs
from daan_desk.domain.briefs import TO_BE_WRITTEN, Brief, Exhibit, Section, numbered
from daan_desk.domain.page_setup import PageSetup
from daan_desk.ui.kit.paper import OFFICIAL, Block, Grid, Heading, Masthead, PageShape, Paper, Paragraph

POINTS = 10.5  # 五号, for tables


def brief_paper(brief: Brief) -> Paper:
    """The brief on official paper (GB/T 9704-2012 unless the office set another page)."""
    return Paper(brief.title, tuple(_blocks(brief)), shaped(brief.page))


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


def shaped(page: PageSetup) -> PageShape:
    """The page with the office's margins, lines, characters and size."""
    shape = replace(OFFICIAL, top=page.top, right=page.right, bottom=page.bottom, left=page.left)
    return replace(shape, pitch=page.pitch, characters=page.fitting, points=page.size)
