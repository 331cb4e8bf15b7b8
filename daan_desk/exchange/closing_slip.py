"""The closing slip 销号单 as Word and as a page: one form of labelled cells that both of them draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docx.oxml import parse_xml

from daan_desk.domain.slips import ClosingSlip
from daan_desk.domain.typefaces import OFFICIAL, Typefaces
from daan_desk.exchange.cells import clean
from daan_desk.exchange.html_page import page
from daan_desk.exchange.summary_html import text
from daan_desk.exchange.targets import beside
from daan_desk.exchange.word_paper import new_paper, text_width
from daan_desk.exchange.word_tables import cell_xml, table_xml

TITLE = "企业问题诉求销号单"
SATISFACTION = ("非常满意", "满意", "基本满意", "不满意")
SIZE = 24
SIGN_HERE = "\n\n签名：\n　　　　　　年　　月　　日"
TALL, SIGN = 1400, 1340
UNIT = 12  # a row is twelve twelfths wide


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the form, in twelfths of its width; head: a label; height: the least, in twips."""

    words: str
    span: int
    head: bool = False
    height: int = 0


def write_slip_word(slip: ClosingSlip, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the slip as .docx, one page for an ordinary issue; raises `Trouble` where the file cannot be written."""
    document = new_paper(f"{TITLE} {slip.number}", faces)
    document.add_paragraph(TITLE, style="Title")
    line = document.add_paragraph(f"编号：{clean(slip.number)}　　　{clean(slip.office)}", style="表格文字")
    line.paragraph_format.space_after = 60 * 635  # twips to EMU
    widths = [text_width(wide=False) // UNIT] * UNIT
    rows = [word_row(row, widths[0]) for row in form(slip)]
    document._body._body.insert_element_before(parse_xml(table_xml(rows, widths)), "w:sectPr")
    for note in slip.notes or ("",):  # Word wants a paragraph behind a table
        document.add_paragraph(clean(note), style="表注")
    with beside(path) as draft:
        document.save(str(draft))


def slip_html(slip: ClosingSlip, faces: Typefaces = OFFICIAL) -> str:
    """The slip as a self-contained page, for the screen, the printer and PDF."""
    rows = "".join(f"<tr>{''.join(html_box(box) for box in row)}</tr>" for row in form(slip))
    notes = "".join(f'<p class="small">{text(note)}</p>' for note in slip.notes)
    body = (
        f'<h1 align="center">{TITLE}</h1><p class="small">编号：{text(slip.number)}　　　{text(slip.office)}</p>'
        f'<table class="slip" width="100%" border="1" cellspacing="0" cellpadding="4">{rows}</table>{notes}'
    )
    return page(text(f"{TITLE} {slip.number}"), body, faces)


def write_slip_html(slip: ClosingSlip, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the slip as a page; raises `Trouble` where the file cannot be written."""
    with beside(path) as draft:
        draft.write_text(slip_html(slip, faces), encoding="utf-8")


def form(slip: ClosingSlip) -> Iterator[tuple[Box, ...]]:
    """The slip from top to bottom: what it was, what was done, what the enterprise says, who signs."""
    yield line(("企业名称", slip.enterprise))
    yield line(("联系人", slip.contact), ("提出日期", day(slip.raised)))
    yield line(("问题类别", slip.category), ("难易程度", slip.grade))
    yield line(("问题来源", slip.source), ("办理时限", day(slip.due)))
    yield line(("问题标题", slip.title))
    yield line(("问题描述", slip.description), height=TALL // 2)
    yield line(("牵头部门", slip.lead), ("协办部门", slip.assisting))
    yield line(("承办人", slip.handler), ("办结日期", answered(slip)))
    yield line(("办理过程", "\n".join(steps(slip))), height=TALL)
    yield line(("办理结果", slip.outcome), height=TALL // 2)
    yield line(("企业评价", boxes(slip.satisfaction)))
    yield line(("回访情况", called_back(slip)), ("销号日期", day(slip.closed)))
    for first in range(0, len(slip.signatures), 2):
        yield signatures(slip.signatures[first : first + 2])


def line(*pairs: tuple[str, str], height: int = 0) -> tuple[Box, ...]:
    """Labels with what belongs to them, sharing one row."""
    span = UNIT // len(pairs) - 2
    return tuple(box for label, words in pairs for box in (Box(label, 2, head=True), Box(words, span, height=height)))


def signatures(words: Sequence[str]) -> tuple[Box, ...]:
    """Places to sign, side by side."""
    return tuple(Box(f"{word}：{SIGN_HERE}", UNIT // len(words), height=SIGN) for word in words)


def steps(slip: ClosingSlip) -> Iterator[str]:
    """Every step with its day and its author."""
    for step in slip.steps:
        who = f"（{step.who}）" if step.who else ""
        yield f"{day(step.day)} {step.what}{who}"


def boxes(chosen: str) -> str:
    """The four answers with the chosen one ticked; an answer in other words stands as it is."""
    if chosen and chosen not in SATISFACTION:
        return chosen
    return "　".join(f"{'☑' if word == chosen else '□'} {word}" for word in SATISFACTION)


def answered(slip: ClosingSlip) -> str:
    """The day of the answer, and whether it came in time."""
    told = {None: "", True: "（超期）", False: "（按期）"}[slip.late]
    return day(slip.answered) + told


def called_back(slip: ClosingSlip) -> str:
    """Who asked the enterprise, and when."""
    return "　".join(word for word in (day(slip.callback_day), slip.callback_by) if word)


def day(value: date | None) -> str:
    """2026-05-06, "" for a day that has not come."""
    return "" if value is None else f"{value:%Y-%m-%d}"


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
