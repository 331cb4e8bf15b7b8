"""The paper of a handover (移交清单) as Word and as a workbook."""

from __future__ import annotations

from pathlib import Path

from daan_desk.domain.briefs import Exhibit, Section, numbered, paragraph
from daan_desk.domain.handovers import HandoverSheet
from daan_desk.domain.typefaces import OFFICIAL, Typefaces
from daan_desk.exchange.books_out import write_book
from daan_desk.exchange.cells import clean
from daan_desk.exchange.targets import beside

BLANK = "　　　　　　"


def write_handover_word(sheet: HandoverSheet, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the sheet as .docx; raises `Trouble` where the file cannot be written."""
    from daan_desk.exchange.summary_word import add_section, turned
    from daan_desk.exchange.word_paper import new_paper

    document = new_paper(sheet.title, faces)
    document.add_paragraph(clean(sheet.title), style="Title")
    document.add_paragraph(clean(sheet.opening), style="Body Text")
    sections = tuple(Section(table.title, (Exhibit(table, captioned=False),)) for table in sheet.tables)
    wide = False
    for heading, section in numbered(sections):
        wide = add_section(document, heading, section, wide)
    turned(document, wide, wanted=False)
    for line in signatures(sheet):
        document.add_paragraph(line, style="Body Text")
    with beside(path) as draft:
        document.save(str(draft))


def write_handover_book(sheet: HandoverSheet, path: Path) -> int:
    """Write a sheet of the workbook for each table; answers how many rows."""
    return write_book(sheet.tables, path, charts=())


def signatures(sheet: HandoverSheet) -> tuple[str, ...]:
    """A line for each who signs, with a day."""
    return tuple(paragraph(f"{who}（签字）：{BLANK}日期：{BLANK}").text for who in sheet.signing)
