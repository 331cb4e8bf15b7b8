"""A blank sheet of official paper in Word: A4, so many characters by so many lines, page numbers outside."""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from daan_desk.domain.page_setup import OFFICIAL_PAGE, PAPER_MM, PageSetup
from daan_desk.domain.typefaces import OFFICIAL, Typefaces
from daan_desk.exchange.cells import clean
from daan_desk.exchange.word_styles import line_of, set_font_table, set_styles

UNDER_MM, LEAST_MM = 12, 5  # the number stands 7 mm under the text and is 5 mm high; so much stays white below it
EMU_PER_TWIP = 635
LONGEST_TITLE = 255
CREATOR = "大安企服台"


def new_paper(title: str, faces: Typefaces = OFFICIAL, page: PageSetup = OFFICIAL_PAGE) -> Paper:
    """An empty document with the page, its grid, styles and page numbers (GB/T 9704-2012 by default)."""
    document = Document()
    set_styles(document, faces, page)
    set_font_table(document, faces)
    lay_out(document.sections[0], page)
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


def lay_out(section: Any, page: PageSetup) -> None:
    """Paper, margins and grid of a page that stands upright."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(side) for side in PAPER_MM)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.footer_distance = Mm(max(LEAST_MM, page.bottom - UNDER_MM))
    set_grid(section, page)


def next_section(document: Paper, wide: bool) -> None:
    """Go on with a new page of the other orientation; a page that lies has its head bound on the left."""
    first, section = document.sections[0], document.add_section(WD_SECTION.NEW_PAGE)
    width, height = (Mm(side) for side in PAPER_MM)
    top, right, bottom, left = first.top_margin, first.right_margin, first.bottom_margin, first.left_margin
    if wide:
        top, right, bottom, left = left, bottom, right, top
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (height, width) if wide else (width, height)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = top, right, bottom, left
    section.footer_distance = Mm(14) if wide else first.footer_distance


def text_width(document: Paper) -> int:
    """The width between the margins of the page that is being written, in twips."""
    section = document.sections[-1]
    widths = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (int(width or 0) for width in widths)
    return (page - left - right) // EMU_PER_TWIP


def set_grid(section: Any, page: PageSetup) -> None:
    """The lines by the grid, the characters by the pitch (in 4096ths of a point) and the styles' spacing.

    A grid of characters would be the same in Word, but LibreOffice gives a character a hair too wide two places.
    """
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(line_of(page)))
    grid.set(qn("w:charSpace"), str(round((page.room - page.size) * 4096)))


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
