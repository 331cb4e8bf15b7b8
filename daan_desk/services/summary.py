"""The month's summary: figures from the tables, the officer's own paragraphs kept as a draft for the month."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial

from daan_desk.domain.briefs import Brief, Masthead
from daan_desk.domain.composing import composed
from daan_desk.domain.failures import Rejected
from daan_desk.domain.page_setup import page_setup
from daan_desk.domain.periods import Period, period_of
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.rates import Rate
from daan_desk.domain.service_lines import named_figures
from daan_desk.domain.summaries import Summary, summary
from daan_desk.services import stale
from daan_desk.services.changes import Changes
from daan_desk.services.inputs import inputs
from daan_desk.services.office import Office
from daan_desk.services.settings import value_of
from daan_desk.store.reader import Reader

OWN = ("cases", "problems", "next_steps")


@dataclass(frozen=True, slots=True)
class Monthly:
    """A month's summary: its figures with their rows, the paper made of them, and the officer's own paragraphs."""

    month: str
    summary: Summary
    brief: Brief
    own: Mapping[str, str]

    def question(self, anchor: str) -> Question:
        """The rows behind a figure."""
        figure = self.summary.figures[anchor]
        return Question(figure.ledger, where=(Where("id", "in", figure.ids),))


def month_named(word: str) -> Period:
    """The month that “2026-11” or “2026年11月” means; `Rejected` for anything else."""
    found = re.fullmatch(r"(\d{4})\D?(\d{1,2})月?", word.strip())
    if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1949:
        raise Rejected(f"用法：月份要写成 2026-11 的样子，“{word}”不是。")
    return period_of("month", date(int(found[1]), int(found[2]), 1))


def monthly(office: Office, month: str) -> Monthly:
    """The summary of a month, worked out from the tables as they are now."""
    period = month_named(month)
    key = f"{period.first:%Y-%m}"
    with office.reading() as reader:
        found = summary(inputs(reader), period, office.today())
        own = written(reader, key)
        head = Masthead(
            str(value_of(reader, "brief_title")),
            own["issue_number"] or f"第 {period.first.month} 期",
            str(value_of(reader, "issuing_unit")),
            min(office.today(), period.last),
        )
        page = page_setup(partial(value_of, reader))
    title = own["heading"] or f"{period.words}企业服务工作情况"
    brief = composed(found, head, title, tuple(own[name] for name in OWN))
    return Monthly(key, found, replace(brief, page=page), own)


def written(reader: Reader, month: str) -> dict[str, str]:
    """What the officer wrote for a month; the plan of the month before stands as a draft where nothing was written."""
    lines = reader.where("briefs", Where("month", "is", month), limit=1)
    own = {name: str((lines[0][name] if lines else None) or "") for name in (*OWN, "heading")}
    number = lines[0]["issue_number"] if lines else None
    own["issue_number"] = f"第 {number} 期" if number else ""
    before = reader.where("briefs", Where("month", "to", _before(month)), sort=("-month",), limit=1)
    own["carried"] = str(before[0]["next_steps"] or "") if before and not own["next_steps"] else ""
    return own


def _before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year - 1}-12" if number == 1 else f"{year}-{number - 1:02d}"


def write(office: Office, month: str, values: Mapping[str, object], saw: Mapping[str, object] | None = None) -> Changes:
    """Keep the officer's paragraphs of a month: cases, problems, next_steps, heading, issue_number.

    saw: what stood there when they were shown; `Stale` where somebody else changed the same since.
    """
    key = f"{month_named(month).first:%Y-%m}"
    unknown = set(values) - {*OWN, "heading", "issue_number"}
    if unknown:
        raise Rejected(f"月报没有这些栏目：{'、'.join(sorted(unknown))}")
    with office.writing(f"编写 {key} 月报") as act:
        lines = act.where("briefs", Where("month", "is", key), limit=1)
        kept = {name: value or None for name, value in values.items()}
        if lines:
            seen = stale.Seen("briefs", lines[0]["id"], saw or {})
            stale.refuse(act, seen, kept, frozenset(), office.today())
            act.change("briefs", lines[0]["id"], kept)
        else:
            act.add("briefs", {"month": key, **kept})
    return act.changes


def figures(found: Monthly) -> dict[str, object]:
    """The month's figures for a script: numbers, sums in 万元, and rates as numerator, denominator and per cent."""
    told: dict[str, object] = {}
    for line in found.summary.lines:
        value = line.month.value
        told[line.key] = _rate(value) if isinstance(value, Rate) else value
    told |= {name: float(n) if isinstance(n, Decimal) else n for name, n in named_figures(found.summary.services)}
    return told


def _rate(rate: Rate) -> dict[str, object]:
    percent = None if rate.percent is None else float(rate.percent)
    return {"numerator": rate.numerator, "denominator": rate.denominator, "percent": percent, "text": str(rate)}
