"""The month's summary as a Word document that the officer goes on writing in: real headings on an official page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from daan_desk.domain.briefs import TO_BE_WRITTEN, Block, Brief, Exhibit, Masthead, Section, numbered
from daan_desk.domain.typefaces import OFFICIAL, Typefaces
from daan_desk.exchange.cells import clean
from daan_desk.exchange.targets import beside
from daan_desk.exchange.word_paper import new_paper, next_section, text_width
from daan_desk.exchange.word_styles import RED
from daan_desk.exchange.word_tables import add_table, is_wide

BIGGEST_NAME = 36
NOTES = "注："
SIGNED_INDENT = 32  # two characters from the right edge


def write_summary_word(brief: Brief, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the summary as .docx; raises `Trouble` where the file cannot be written."""
    document = new_paper(brief.title, faces, brief.page)
    if brief.masthead:
        add_masthead(document, brief.masthead)
    document.add_paragraph(clean(brief.title), style="Title")
    if brief.addressed:
        document.add_paragraph(clean(brief.addressed), style="Normal")
    wide = False
    for block in brief.opening:
        wide = turned(document, wide, lies(block))
        add_block(document, block)
    for heading, section in numbered(brief.sections):
        wide = add_section(document, heading, section, wide)
    turned(document, wide, wanted=False)
    add_end(document, brief)
    with beside(path) as draft:
        document.save(str(draft))


def add_end(document: Document, brief: Brief) -> None:
    """Who signs, on the right below a blank line, then the notes."""
    for at, line in enumerate(("", *brief.signed) if brief.signed else ()):
        signed = document.add_paragraph(clean(line), style="Normal")
        signed.alignment, signed.paragraph_format.right_indent = WD_ALIGN_PARAGRAPH.RIGHT, Pt(SIGNED_INDENT)
        signed.paragraph_format.keep_with_next = at < len(brief.signed)
    for note in brief.notes:
        document.add_paragraph(NOTES + clean(note), style="附注")


def add_masthead(document: Document, head: Masthead) -> None:
    """报头: the name in red, the number, the office and the day over a red rule."""
    name = document.add_paragraph(style="报头")
    size = min(BIGGEST_NAME, text_width(document) // 20 // max(1, len(head.name)))
    name._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:sz w:val="{size * 2}"/></w:rPr></w:r>'))
    name.runs[0].text = clean(head.name)
    document.add_paragraph(f"（{clean(head.number)}）" if head.number else "", style="报头行")
    line = document.add_paragraph(f"{clean(head.office)}\t{chinese_day(head.day)}", style="报头行")
    properties = line._p.get_or_add_pPr()
    border = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="18" w:space="6" w:color="{RED}"/></w:pBdr>'
    tabs = f'<w:tabs {nsdecls("w")}><w:tab w:val="right" w:pos="{text_width(document)}"/></w:tabs>'
    properties.insert_element_before(parse_xml(border), "w:shd", "w:tabs", "w:jc")
    properties.insert_element_before(parse_xml(tabs), "w:jc")
    properties.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="left"/>'))


def add_section(document: Document, heading: str, section: Section, wide: bool) -> bool:
    """A heading with its blocks; answers whether the page lies on its side at the end."""
    wide = turned(document, wide, bool(section.blocks) and lies(section.blocks[0]))
    document.add_paragraph(clean(heading), style=f"heading {section.level}")
    for block in section.blocks:
        wide = turned(document, wide, lies(block))
        add_block(document, block)
    if section.own and not section.blocks:
        document.add_paragraph(TO_BE_WRITTEN, style="待补充")
    return wide


def lies(block: Block) -> bool:
    """Whether the block needs a page on its side."""
    return isinstance(block, Exhibit) and is_wide(block.table)


def turned(document: Document, wide: bool, wanted: bool) -> bool:
    """Turn the page if it must be; answers how it lies now."""
    if wanted != wide:
        next_section(document, wanted)
    return wanted


def add_block(document: Document, block: Block) -> None:
    """A paragraph or a table."""
    if isinstance(block, Exhibit):
        add_exhibit(document, block)
    else:
        document.add_paragraph(clean(block.text), style="Body Text")


def add_exhibit(document: Document, exhibit: Exhibit) -> None:
    """The table under its title, its notes in small print below."""
    if exhibit.table.title and exhibit.captioned:
        document.add_paragraph(clean(exhibit.table.title), style="caption")
    add_table(document, exhibit.table, exhibit.tall)
    for note in exhibit.table.notes or ("",):
        document.add_paragraph(clean(note), style="表注")


def chinese_day(day: date) -> str:
    """2026年5月31日, without leading zeros as the standard writes it."""
    return f"{day.year}年{day.month}月{day.day}日"
