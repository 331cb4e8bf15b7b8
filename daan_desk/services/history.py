"""What was done, narrowed down by officer and days, and as a table for a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daan_desk.domain.days import Day
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.kinds import Text
from daan_desk.domain.questions import Where
from daan_desk.domain.tables import Column, Table
from daan_desk.services.ledgers import ledger
from daan_desk.services.undo import ActLine

COLUMNS = ("name", "at", "by")


def narrowed(officer: str | None, since: str | None, until: str | None) -> tuple[Where, ...]:
    """The conditions of an officer's acts between two days, both included; `Rejected` where a day cannot be read."""
    first, last = (Day().show(Day().read(word).value) for word in (since, until))
    refuse_unless(not (first and last) or first <= last, f"开始日期 {first} 在结束日期 {last} 之后，请对调。")
    return tuple(_conditions(officer, first, last))


def _conditions(officer: str | None, first: str, last: str) -> Iterator[Where]:
    if officer:
        yield Where("by", "is", officer.strip())
    if first:
        yield Where("at", "from", first)
    if last:
        yield Where("at", "to", last)


def table(acts: Sequence[ActLine]) -> Table:
    """Acts as a table for a workbook."""
    described = ledger("acts")
    heads = [Column(f.label, f.kind, f.width, name=f.name) for f in (described[name] for name in COLUMNS)]
    moment = described["at"].kind
    rows = [(act.name, moment.read(act.at.isoformat()).value, act.by, "已撤销" if act.undone else None) for act in acts]
    return Table(described.label, (*heads, Column("状态", Text(10), 10, name="undone")), tuple(rows))
