"""Meetings with enterprises: what a line of the room is, what was left open, how agenda and number are said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from daan_desk.domain.issues import DONE, OPEN

NAMES = ("enterprise", "title", "category", "amount", "department", "remark")
LABELS: Mapping[str, str] = {
    "enterprise": "企业",
    "title": "问题",
    "category": "类别",
    "amount": "融资需求(万元)",
    "department": "牵头部门",
    "remark": "备注",
}
USUAL_AGENDA = ("通报上期事项办理情况", "企业逐家发言", "部门、银行现场答复", "明确责任单位和时限")
ITEM = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)+")
FINANCE = "融资"
SETTLED_DEMANDS = ("已放款", "未成功", "撤回")

Line = Mapping[str, Any]


def said(line: Line) -> bool:
    """Whether somebody said something in this line of the room: an enterprise alone has not spoken."""
    return any(str(line.get(name) or "").strip() for name in NAMES if name != "enterprise")


def bare(line: Line) -> dict[str, Any]:
    """The line without its empty cells, words trimmed."""
    cells = {name: line.get(name) for name in NAMES}
    trimmed = {name: cell.strip() if isinstance(cell, str) else cell for name, cell in cells.items()}
    return {name: cell for name, cell in trimmed.items() if cell not in (None, "")}


def problems(line: Line) -> dict[str, str]:
    """What a line that somebody spoke in lacks, by cell; whether its words can be read is asked elsewhere."""
    found = {} if line.get("enterprise") else {"enterprise": "请写明是哪家企业"}
    if not line.get("title") and not line.get("amount"):
        found["title"] = "请写明问题，或填融资金额"
    if line.get("title") and not line.get("category") and not line.get("amount"):
        found["category"] = "请选类别"
    return found


def issue_of(line: Line) -> dict[str, object] | None:
    """The issue that a line holds, None where it only wants money."""
    if not line.get("title"):
        return None
    return {
        "enterprise": line.get("enterprise"),
        "title": line["title"],
        "category": line.get("category") or FINANCE,
        "keyword": str(line["title"])[:30],  # what 其他 asks for; in the room nobody is asked twice
        "lead_department": line.get("department"),
        "description": line.get("remark"),
    }


def demand_of(line: Line) -> dict[str, object] | None:
    """The demand for money that a line holds, None where it has no amount."""
    if not line.get("amount"):
        return None
    words = "；".join(str(line[name]) for name in ("title", "remark") if line.get(name))
    return {"enterprise": line.get("enterprise"), "amount": line["amount"], "notes": words or None}


@dataclass(frozen=True, slots=True)
class Life:
    """What of an issue says whether it was open on a day."""

    state: str
    raised: date | None = None
    answered: date | None = None
    closed: date | None = None


def open_on(issue: Life, day: date) -> bool:
    """Whether the issue was raised by that day and nobody had answered it yet."""
    if issue.raised is not None and issue.raised > day:
        return False
    ended = issue.answered or issue.closed
    if ended is not None and issue.state in DONE:
        return ended > day
    return issue.state in OPEN


def items(agenda: str) -> tuple[str, ...]:
    """The items of an agenda, whatever it was numbered with: one a line, or all on one line with “；” between them."""
    lines = [line for line in agenda.splitlines() if line.strip()]
    if len(lines) == 1 and "；" in lines[0]:
        lines = lines[0].split("；")
    bare_lines = (ITEM.sub("", line).strip(" \t\u3000。；;") for line in lines)
    return tuple(line for line in bare_lines if line)


def numbered_kind(kind: str, day: date | None, number: int | None) -> str:
    """“安逸隆”下午茶 2026 年第 5 期."""
    if not number:
        return kind
    return f"{kind}（{day.year} 年第 {number} 期）" if day else f"{kind}（第 {number} 期）"


def next_number(given: Sequence[tuple[int | None, ...]]) -> int:
    """The number after every one that was ever given, be it on a meeting that is gone or before two laptops met."""
    return max((number or 0 for numbers in given for number in numbers), default=0) + 1
