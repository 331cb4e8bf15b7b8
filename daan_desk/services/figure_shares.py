"""Shares and growth of one indicator in a month, or since January, with the records behind every line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.fields import Field
from daan_desk.domain.figure_shares import FigureFact, ShareTable, tables
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer, Number, Percent
from daan_desk.domain.periods import month_named, months_after
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.tables import Column, Table
from daan_desk.services.figure_sums import SUM, flows
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Line, Reader

LEADING = 3  # the first three clusters of the setting are 一主两辅; what follows them is the rest


@dataclass(frozen=True, slots=True)
class Shares:
    """The tables of one indicator; words: the period on paper; lacking: enterprises without one of its months."""

    indicator: Field
    month: str
    to_date: bool
    words: str
    tables: tuple[ShareTable, ...]
    lacking: int = 0


def indicators() -> tuple[Field, ...]:
    """What shares can be asked of."""
    fields = LEDGERS["figures"].ledger.kept
    return tuple(f for f in fields if isinstance(f.kind, Number | Integer) and not f.name.endswith(SUM))


def shares(office: Office, month: str, indicator: str = "output", to_date: bool = False) -> Shares:
    """Sums, shares and growth of a month (2026-11); to_date: since January, for figures that add up over a year."""
    found = next((f for f in indicators() if indicator in (f.name, f.label)), None)
    refuse_unless(found, f"没有名为“{indicator}”的指标", "indicator")
    assert found is not None
    period = month_named(month)
    since = to_date and found.name in flows()
    with office.reading() as reader:
        now, ago = (_sums(reader, months_after(period.first, back), found.name, since) for back in (0, -12))
        facts = _facts(reader, now, ago)
        clusters = [str(one) for one in rulebook(reader).value("clusters")]
    words = f"{period.first.year}年{'1—' if since and period.first.month > 1 else ''}{period.first.month}月"
    lacking = sum(1 for fact in facts if fact.now is None and fact.enterprise in now)
    return Shares(found, f"{period.first:%Y-%m}", since, words, tables(facts, clusters, LEADING), lacking)


def table(found: Shares) -> Table:
    """The same as one table for a workbook, paper and the clipboard."""
    kind = found.indicator.kind
    columns = (
        Column("分组", Text(20), 16),
        Column("名称", Text(60), 30),
        Column("企业", Integer("家"), 8),
        Column(f"{found.indicator.label}", kind, 16),
        Column("占比（%）", Percent(), 12),
        Column("上年同期", kind, 16),
        Column("同比（%）", Percent(), 12),
    )
    rows = tuple(
        (group.name, one.word, one.count, one.sum, one.percent, one.ago, one.growth)
        for group in found.tables
        for one in group.shares
    )
    unit = getattr(kind, "unit", "")
    return Table(f"{found.words}{found.indicator.label}占比与同比", columns, rows, (f"单位：{unit}", *notes(found)))


def notes(found: Shares) -> tuple[str, ...]:
    """What a reader must know."""
    whole = found.tables[0].shares[0]
    said = ["同比只计算两年都有数据的企业"]
    said += [f"有 {whole.lacking} 家企业没有上年同期数"] if whole.lacking else []
    said += [f"有 {found.lacking} 家企业缺其中某个月，没有计入累计"] if found.lacking else []
    return ("；".join(said) + "。",)


def question(ids: Sequence[str]) -> Question:
    """The records behind a line."""
    return Question("figures", where=(Where("id", "in", tuple(ids)),), sort=("enterprise", "month"))


Sum = tuple[Decimal | None, tuple[str, ...]]


def _sums(reader: Reader, day: date, name: str, since: bool) -> dict[str, Sum]:
    """Enterprise → its figure of the month, or since January: the reported sum where there is one, else its months."""
    last = f"{day:%Y-%m}"
    begin = f"{day.year}-01" if since else last
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    for line in reader.where("figures", Where("month", "from", begin), Where("month", "to", last), sort=("month",)):
        lines[line["enterprise"]].append(line)
    return {enterprise: _sum(some, name, day.month if since else 1, last) for enterprise, some in lines.items()}


def _sum(lines: Sequence[Line], name: str, months: int, last: str) -> Sum:
    newest = lines[-1]
    if months > 1 and newest["month"] == last and newest[f"{name}{SUM}"] is not None:
        return newest[f"{name}{SUM}"], (newest["id"],)
    values = [line[name] for line in lines if line[name] is not None]
    whole = sum((Decimal(value) for value in values), Decimal(0)) if len(values) == months else None
    return whole, tuple(line["id"] for line in lines)


def _facts(reader: Reader, now: Mapping[str, Sum], ago: Mapping[str, Sum]) -> list[FigureFact]:
    firms = reader.columns("enterprises", "id", "cluster", "above_scale", "park", "town")
    parks = reader.titles("parks", {firm[3] for firm in firms if firm[3]})
    towns = reader.titles("towns", {firm[4] for firm in firms if firm[4]})
    return [
        FigureFact(
            key, *_pair(now.get(key), ago.get(key)), cluster or "", above, parks.get(park, ""), towns.get(town, "")
        )
        for key, cluster, above, park, town in firms
        if key in now or key in ago
    ]


def _pair(now: Sum | None, ago: Sum | None) -> tuple[Decimal | None, Decimal | None, tuple[str, ...]]:
    return (now[0] if now else None), (ago[0] if ago else None), (now[1] if now else ())
