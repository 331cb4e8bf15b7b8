"""A form of labelled boxes as Word and as a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from docx.oxml import parse_xml

from daan_desk.domain.boxed import SIGN, TALL, UNIT, Box, BoxedForm
from daan_desk.domain.failures import Rejected
from daan_desk.domain.typefaces import OFFICIAL, Typefaces
from daan_desk.exchange.cells import clean
from daan_desk.exchange.html_page import page
from daan_desk.exchange.summary_html import text
from daan_desk.exchange.targets import beside
from daan_desk.exchange.word_paper import new_paper, text_width
from daan_desk.exchange.word_tables import cell_xml, table_xml

SIZE = 24


def write_boxed(form: BoxedForm, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the form as the file's ending says; `Rejected` for an ending that is neither Word nor a page."""
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise Rejected(f"用法：{form.title}可以写成 {'、'.join(WRITERS)}，不能写成“{path.suffix}”。")
    write(form, path, faces)


def write_boxed_word(form: BoxedForm, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the form as .docx; raises `Trouble` where the file cannot be written."""
    document = new_paper(form.name, faces)
    document.add_paragraph(form.title, style="Title")
    line = document.add_paragraph(clean(form.line), style="表格文字")
    line.paragraph_format.space_after = 60 * 635  # twips to EMU
    widths = [text_width(document) // UNIT] * UNIT
    rows = [word_row(row, widths[0]) for row in form.rows]
    document._body._body.insert_element_before(parse_xml(table_xml(rows, widths)), "w:sectPr")
    for note in form.notes or ("",):  # Word wants a paragraph behind a table
        document.add_paragraph(clean(note), style="表注")
    with beside(path) as draft:
        document.save(str(draft))


def boxed_html(form: BoxedForm, faces: Typefaces = OFFICIAL) -> str:
    """The form as a self-contained page, for the screen, the printer and PDF."""
    rows = "".join(f"<tr>{''.join(html_box(box) for box in row)}</tr>" for row in form.rows)
    notes = "".join(f'<p class="small">{text(note)}</p>' for note in form.notes)
    body = (
        f'<h1 align="center">{text(form.title)}</h1><p class="small">{text(form.line)}</p>'
        f'<table class="slip" width="100%" border="1" cellspacing="0" cellpadding="4">{rows}</table>{notes}'
    )
    return page(text(form.name), body, faces)


def write_boxed_html(form: BoxedForm, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the form as a page; raises `Trouble` where the file cannot be written."""
    with beside(path) as draft:
        draft.write_text(boxed_html(form, faces), encoding="utf-8")


WRITERS: Mapping[str, Callable[[BoxedForm, Path, Typefaces], None]] = {
    ".docx": write_boxed_word,
    ".html": write_boxed_html,
}


def word_row(row: Sequence[Box], unit: int) -> str:
    """A row of Word's table; a long description may go on over the page."""
    height = max(480, *(box.height for box in row))
    cells = "".join(
        cell_xml(box.words, unit * box.span, "TableHeader" if box.head else "TableText", side(box), SIZE).replace(
            "<w:vAlign", f'<w:gridSpan w:val="{box.span}"/><w:vAlign', 1
        )
        for box in row
    )
    return f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr>'


def side(box: Box) -> str:
    """Labels in the middle, words to the left."""
    return "center" if box.head else "left"


def html_box(box: Box) -> str:
    """A cell of the page."""
    tag = "th" if box.head else "td"
    kind = {TALL: ' class="tall"', SIGN: ' class="sign"'}.get(box.height, "")
    return f'<{tag} colspan="{box.span}"{kind}>{text(box.words)}</{tag}>'
