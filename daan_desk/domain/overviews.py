"""What the page of charts shows: frozen values, behind every element the question that opens its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.ageing import Age
from daan_desk.domain.figures import growth_words
from daan_desk.domain.financing import Funnel
from daan_desk.domain.home import MonthOfIssues, Number
from daan_desk.domain.questions import Question
from daan_desk.domain.rates import Rate
from daan_desk.domain.spans import Span
from daan_desk.domain.standings import Group


@dataclass(frozen=True, slots=True)
class Output:
    """Output of the 规上 enterprises in a month in 万元, None where nobody reported; enterprises: how many did."""

    month: str
    value: Decimal | None
    enterprises: int
    question: Question


@dataclass(frozen=True, slots=True)
class OutputMonth:
    """A month of output beside the same month of the year before."""

    now: Output
    before: Output

    @property
    def words(self) -> str:
        """“2026-10：增长 5.0%（69 家，上年同月 68 家）”, without a rate where a side is missing."""
        change = growth_words(self.now.value, self.before.value)
        counted = f"{self.now.enterprises} 家，上年同月 {self.before.enterprises} 家"
        return f"{self.now.month} {f'同比{change}' if change else '缺上年同月数据'}（{counted}）"


@dataclass(frozen=True, slots=True)
class Coverage:
    """走访覆盖率 of the month so far; the question opens the enterprises that still wait."""

    rate: Rate
    waiting: Question


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the page of charts.

    raised: this month's, with the same month of the year before. all, towns, departments, categories: the issues raised
    in the span. funnel: the demands for money of the span. months, days, output: the last twelve months. ages: what is
    open today.
    """

    day: date
    span: Span
    enterprises: Number
    above_scale: Number
    visits: Number
    coverage: Coverage
    raised: Number
    all: Group
    months: tuple[MonthOfIssues, ...]
    towns: tuple[Group, ...]
    departments: tuple[Group, ...]
    categories: tuple[Group, ...]
    days: Mapping[date, int]
    output: tuple[OutputMonth, ...]
    ages: tuple[Age, ...]
    funnel: Funnel
