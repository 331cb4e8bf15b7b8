"""A sheet of photos as Word and as a page: two to a page, their words below them."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from daan_desk.domain.photos import PhotoSheet, Plate
from daan_desk.domain.typefaces import OFFICIAL, Typefaces
from daan_desk.exchange.cells import clean
from daan_desk.exchange.html_page import page
from daan_desk.exchange.photos import printable
from daan_desk.exchange.summary_html import text
from daan_desk.exchange.targets import beside
from daan_desk.exchange.word_paper import new_paper

WIDE_MM: Final = 160.0
HIGH_MM: Final = 96.0  # two of them, their captions, title and line stand on one page
TOP_MM, BOTTOM_MM, SIDE_MM, FOOT_MM = 22, 24, 25, 14
UNREADABLE: Final = "（这张照片无法显示）"


def write_photos_word(sheet: PhotoSheet, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the sheet as .docx; raises `Trouble` where the file cannot be written."""
    document = new_paper(f"{sheet.title} {sheet.line}", faces)
    section = document.sections[0]
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(TOP_MM), Mm(BOTTOM_MM), Mm(FOOT_MM)
    section.left_margin = section.right_margin = Mm(SIDE_MM)
    title = document.add_paragraph(clean(sheet.title), style="Title").paragraph_format
    title.space_before, title.space_after = Pt(0), Pt(4)
    line = document.add_paragraph(clean(sheet.line), style="表格文字")
    line.alignment, line.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(6)
    for number, plate in enumerate(sheet.plates):
        add_plate(document, plate, fresh=number > 0 and number % 2 == 0)
    if sheet.left:
        document.add_paragraph(f"未能打印的照片：{clean('、'.join(sheet.left))}", style="表注")
    with beside(path) as draft:
        document.save(str(draft))


def add_plate(document: Document, plate: Plate, fresh: bool) -> None:
    """A photo and its words; `fresh` begins a page."""
    place = document.add_paragraph(style="表格文字")
    place.alignment, place.paragraph_format.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True
    place.paragraph_format.page_break_before = fresh
    made = printable(plate.data)
    if made:
        data, width, height = made
        scale = min(WIDE_MM / width, HIGH_MM / height)
        place.add_run().add_picture(BytesIO(data), Mm(width * scale), Mm(height * scale))
    words = document.add_paragraph(clean(plate.caption) + ("" if made else UNREADABLE), style="caption")
    words.paragraph_format.keep_with_next = False
    words.paragraph_format.space_before, words.paragraph_format.space_after = Pt(2), Pt(8)


def write_photos_html(sheet: PhotoSheet, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the sheet as one self-contained page; raises `Trouble` where the file cannot be written."""
    plates = "".join(plate_html(plate) for plate in sheet.plates)
    left = f'<p class="small">未能打印的照片：{text("、".join(sheet.left))}</p>' if sheet.left else ""
    body = f'<h1 align="center">{text(sheet.title)}</h1><p class="caption">{text(sheet.line)}</p>{plates}{left}'
    with beside(path) as draft:
        draft.write_text(page(text(f"{sheet.title} {sheet.line}"), body, faces), encoding="utf-8")


def plate_html(plate: Plate) -> str:
    """A photo inside the page itself, at most half a page high."""
    made = printable(plate.data)
    if not made:
        return f'<p class="caption">{text(plate.caption)}{UNREADABLE}</p>'
    kind = "png" if made[0].startswith(b"\x89PNG") else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(made[0]).decode()}"
    style = f"display:block;margin:0 auto;max-width:100%;max-height:{HIGH_MM:.0f}mm;break-inside:avoid"
    return (
        f'<img alt="{text(plate.caption)}" style="{style}" src="{source}"><p class="caption">{text(plate.caption)}</p>'
    )
