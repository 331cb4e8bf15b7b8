"""The closing slip 销号单 as Word and as a page: one form of labelled cells that both of them draw."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from daan_desk.domain.boxed import TALL, Box, BoxedForm, line, signatures
from daan_desk.domain.slips import ClosingSlip
from daan_desk.domain.typefaces import OFFICIAL, Typefaces
from daan_desk.exchange.boxed_out import boxed_html, write_boxed_html, write_boxed_word

TITLE = "企业问题诉求销号单"
SATISFACTION = ("非常满意", "满意", "基本满意", "不满意")


def boxed(slip: ClosingSlip) -> BoxedForm:
    """The slip as a form of boxes."""
    line = f"编号：{slip.number}　　　{slip.office}"
    return BoxedForm(TITLE, f"{TITLE} {slip.number}", line, tuple(form(slip)), slip.notes)


def write_slip_word(slip: ClosingSlip, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the slip as .docx, one page for an ordinary issue; raises `Trouble` where the file cannot be written."""
    write_boxed_word(boxed(slip), path, faces)


def slip_html(slip: ClosingSlip, faces: Typefaces = OFFICIAL) -> str:
    """The slip as a self-contained page, for the screen, the printer and PDF."""
    return boxed_html(boxed(slip), faces)


def write_slip_html(slip: ClosingSlip, path: Path, faces: Typefaces = OFFICIAL) -> None:
    """Write the slip as a page; raises `Trouble` where the file cannot be written."""
    write_boxed_html(boxed(slip), path, faces)


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
