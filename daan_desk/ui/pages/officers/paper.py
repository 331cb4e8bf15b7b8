"""The sheet of a handover on the screen as it will be printed, and its other formats."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from daan_desk.domain.briefs import ordinal
from daan_desk.domain.handovers import HandoverSheet
from daan_desk.domain.typefaces import chosen
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.paper import Block, Gap, Grid, Heading, PageShape, Paper, Paragraph
from daan_desk.ui.kit.preview_files import FilesPreview, Format

SHAPE = PageShape(top=25, left=20, right=20, bottom=22, pitch=24)


def sheet_paper(sheet: HandoverSheet) -> Paper:
    """Opening words, a table for each kind of thing, lines for the signatures."""
    from daan_desk.exchange.handover_paper import signatures  # Word's library loads when a sheet is first wanted

    blocks: list[Block] = [Heading(sheet.title, 0), Gap(), Paragraph(sheet.opening)]
    for at, table in enumerate(sheet.tables, start=1):
        blocks += [Gap(6), Heading(f"{ordinal(at, 1)}{table.title}", 1), Grid(table, titled=False)]
    blocks += [Gap(18), *(Paragraph(line) for line in signatures(sheet))]
    return Paper(sheet.title, tuple(blocks), SHAPE)


def preview(desk: Desk, sheet: HandoverSheet, host: QWidget) -> FilesPreview:
    """The preview, opened over a window."""

    from daan_desk.exchange import handover_paper as written

    faces = chosen(QFontDatabase.families())
    word = partial(written.write_handover_word, sheet, faces=faces)
    book = partial(written.write_handover_book, sheet)
    formats = (
        Format(desk.tr("另存为 Word"), "file-text", ".docx", word),
        Format(desk.tr("另存为 Excel"), "file-spreadsheet", ".xlsx", book),
    )
    made = FilesPreview(sheet_paper(sheet), formats, desk.preferences, host)
    made.open()
    return made
