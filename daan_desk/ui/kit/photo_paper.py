"""A sheet of photos as a paper to be printed: two to a page, their words below them."""

from __future__ import annotations

from daan_desk.domain.photos import PhotoSheet
from daan_desk.ui.kit.paper import Block, Heading, PageShape, Paper, Paragraph, Picture

SHAPE = PageShape(top=22, left=25, right=25, bottom=24)
HEAD, FIRST, ROOM = 24.0, 112.0, 122.0  # mm: what title and line take, and what a photo then has on this page


def photo_paper(sheet: PhotoSheet) -> Paper:
    """Title and occasion on the first page, then photo below photo."""
    blocks: list[Block] = [Heading(sheet.title, 0)]
    if sheet.line:
        blocks.append(Paragraph(sheet.line, 0, "center", small=True))
    for at, plate in enumerate(sheet.plates):
        blocks.append(Picture(plate.data, plate.caption, FIRST if at < 2 else ROOM))
    blocks += [Paragraph(f"未能打印的照片：{'、'.join(sheet.left)}", 0, small=True)] if sheet.left else []
    return Paper(f"{sheet.title} {sheet.line}".strip(), tuple(blocks), SHAPE)
