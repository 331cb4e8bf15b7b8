"""The month's summary as one web page: the same paper on the screen, every figure a link to the rows behind it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from daan_desk.domain.briefs import TO_BE_WRITTEN, Block, Brief, Exhibit, Figure, Masthead, Part, Section, numbered
from daan_desk.domain.tables import Table
from daan_desk.domain.typefaces import OFFICIAL, Typefaces
from daan_desk.exchange.cells import FORBIDDEN
from daan_desk.exchange.html_page import page
from daan_desk.exchange.targets import beside

SCHEME = "figure:"
TOTAL = "合计"
NOTHING = "（本期没有）"


def write_summary_html(brief: Brief, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the summary as .html, without links that lead nowhere; raises `Trouble` where that is impossible."""
    with beside(path) as draft:
        draft.write_text(summary_html(brief, faces), encoding="utf-8")


def summary_html(brief: Brief, faces: Typefaces = OFFICIAL, *, linked: bool = False) -> str:
    """The page as text. linked: figures become `<a href="figure:ANCHOR">`, which the program's own viewer follows."""
    body = "\n".join(pieces(brief, linked))
    return page(text(brief.title), body, faces)


def pieces(brief: Brief, linked: bool) -> Iterator[str]:
    """The page from top to bottom."""
    yield masthead(brief.masthead) if brief.masthead else ""
    yield f'<h1 align="center">{text(brief.title)}</h1>'
    yield f'<p class="addressed">{text(brief.addressed)}</p>' if brief.addressed else ""
    yield from (block_html(block, linked) for block in brief.opening)
    for heading, section in numbered(brief.sections):
        yield from section_pieces(heading, section, linked)
    yield from (f'<p class="signed" align="right">{text(line)}</p>' for line in brief.signed)
    yield from (f'<p class="note">注：{text(note)}</p>' for note in brief.notes)


def masthead(head: Masthead) -> str:
    """报头 over its red rule; a table, because Qt's rich text knows no other way to put words left and right."""
    number = f'<p class="number" align="center">（{text(head.number)}）</p>' if head.number else ""
    day = f"{head.day.year}年{head.day.month}月{head.day.day}日"
    return (
        f'<p class="masthead" align="center">{text(head.name)}</p>{number}'
        f'<table class="rule" width="100%"><tr><td align="left">{text(head.office)}</td>'
        f'<td align="right">{day}</td></tr></table>'
    )


def section_pieces(heading: str, section: Section, linked: bool) -> Iterator[str]:
    """A heading and its blocks."""
    level = section.level + 1
    yield f"<h{level}>{text(heading)}</h{level}>"
    yield from (block_html(block, linked) for block in section.blocks)
    if section.own and not section.blocks:
        yield f'<p class="draft">{TO_BE_WRITTEN}</p>'


def block_html(block: Block, linked: bool) -> str:
    """A paragraph or a table."""
    if isinstance(block, Exhibit):
        return exhibit_html(block, linked)
    return f"<p>{''.join(part_html(part, linked) for part in block.parts)}</p>"


def part_html(part: Part, linked: bool) -> str:
    """Words, or a figure that knows its rows."""
    return figure_html(part.text, part.anchor, linked) if isinstance(part, Figure) else text(part)


def figure_html(words: str, anchor: str, linked: bool) -> str:
    """A figure: a link where somebody follows it, else marked so that a reader of the page finds its name."""
    if not anchor:
        return text(words)
    name = escape(anchor, quote=True)
    return (
        f'<a href="{SCHEME}{name}">{text(words)}</a>' if linked else f'<span data-figure="{name}">{text(words)}</span>'
    )


def exhibit_html(exhibit: Exhibit, linked: bool) -> str:
    """The table with its title, header, rows, totals and notes."""
    table = exhibit.table
    head = "".join(f"<th>{text(column.label)}</th>" for column in table.columns)
    rows = "".join(row_html(exhibit, number, row, linked) for number, row in enumerate(table.rows))
    if not table.rows:
        rows = f'<tr><td align="center" colspan="{len(table.columns)}">{NOTHING}</td></tr>'
    notes = "".join(f'<p class="small">{text(note)}</p>' for note in table.notes)
    title = f'<p class="caption" align="center">{text(table.title)}</p>' if table.title and exhibit.captioned else ""
    return (
        f'{title}<table class="exhibit" width="100%" border="1" cellspacing="0" cellpadding="4">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}{totals_html(table)}</tbody></table>{notes}"
    )


def row_html(exhibit: Exhibit, number: int, row: tuple[object, ...], linked: bool) -> str:
    """One row, its figures linked."""
    cells = []
    for at, (column, value) in enumerate(zip(exhibit.table.columns, row, strict=True)):
        words = figure_html(column.kind.show(value), exhibit.anchor(number, at), linked)
        cells.append(f'<td align="{column.kind.align}">{words}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def totals_html(table: Table) -> str:
    """The row 合计 where something is summed."""
    if not table.rows or not any(column.total for column in table.columns):
        return ""
    label = next((at for at, column in enumerate(table.columns) if not column.total), None)
    cells = []
    for at, (column, total) in enumerate(zip(table.columns, table.sums(), strict=True)):
        words = TOTAL if at == label else column.kind.show(total) if column.total else ""
        cells.append(f'<td align="{column.kind.align}"><b>{text(words)}</b></td>')
    return f'<tr class="total">{"".join(cells)}</tr>'


def text(words: str) -> str:
    """Words as HTML, lines kept."""
    return escape(FORBIDDEN.sub("", words)).replace("\n", "<br>")
