"""A blank sheet of official paper in Word: A4, 28 characters by 22 lines, page numbers outside (GB/T 9704-2012)."""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from daan_desk.domain.typefaces import OFFICIAL, Typefaces
from daan_desk.exchange.cells import clean
from daan_desk.exchange.word_styles import LINE, set_font_table, set_styles

WIDTH_MM, HEIGHT_MM = 210, 297
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 37, 35, 28, 26
FOOTER_MM = 23  # the number stands 7 mm under the text
CHARACTERS = 28
SIZE_PT = 16
TWIPS_PER_MM = 1440 / 25.4
LONGEST_TITLE = 255
CREATOR = "大安企服台"


def new_paper(title: str, faces: Typefaces = OFFICIAL) -> Paper:
    """An empty document with the standard's page, grid, styles and page numbers."""
    document = Document()
    set_styles(document, faces)
    set_font_table(document, faces)
    section = document.sections[0]
    upright(section)
    number_pages(document)
    be_current(document)
    document.core_properties.title = clean(title)[:LONGEST_TITLE]
    document.core_properties.author = document.core_properties.last_modified_by = CREATOR
    document.core_properties.comments = ""
    return document


def be_current(document: Paper) -> None:
    """Take the library's template out of Word's compatibility mode of 2010."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def upright(section: Any) -> None:
    """The standard's page."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.footer_distance = Mm(FOOTER_MM)
    set_grid(section)


def lying(section: Any) -> None:
    """The same page turned for a wide table: its head is bound on the left."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(HEIGHT_MM), Mm(WIDTH_MM)
    section.top_margin, section.bottom_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.left_margin, section.right_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.footer_distance = Mm(14)
    set_grid(section)


def next_section(document: Paper, wide: bool) -> None:
    """Go on with a new page of the other orientation."""
    (lying if wide else upright)(document.add_section(WD_SECTION.NEW_PAGE))


def text_width(wide: bool) -> int:
    """The width between the margins in twips."""
    millimetres = HEIGHT_MM - TOP_MM - BOTTOM_MM if wide else WIDTH_MM - LEFT_MM - RIGHT_MM
    return int(millimetres * TWIPS_PER_MM)


def set_grid(section: Any) -> None:
    """22 lines a page by the grid, 28 characters a line by the pitch (in 4096ths of a point) and the styles' spacing.

    A grid of characters would be the same in Word, but LibreOffice gives a character a hair too wide two places.
    """
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    pitch = text_width(wide=False) / 20 / CHARACTERS
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(LINE))
    grid.set(qn("w:charSpace"), str(round((pitch - SIZE_PT) * 4096)))


def number_pages(document: Paper) -> None:
    """— 1 — outside: odd pages right, even pages left, one character from the edge."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        old = footer.paragraphs[0]._p
        old.getparent().replace(old, parse_xml(number_xml(side)))


def number_xml(side: str) -> str:
    """The footer's paragraph with the field PAGE between dashes."""
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{rest}' for kind, rest in FIELD)
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">— </w:t></w:r>{field}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
    )


FIELD = (
    ("begin", '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'),
    ("separate", "<w:r><w:t>1</w:t></w:r>"),
    ("end", ""),
)
