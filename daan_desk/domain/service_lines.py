"""The services in the month's summary: meetings, demands, credits, loans, policies, projects, rooms, each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.facts import ServiceFact
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Money
from daan_desk.domain.periods import Period, year_to_date
from daan_desk.domain.tables import Column, Table
from daan_desk.domain.tallies import Figure

WORD = Text()
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Matter:
    """What is counted: the ledger, the field of its day, and where there is one the field of its sum with its word."""

    key: str
    name: str
    unit: str
    ledger: str
    day: str
    amount: str = ""
    money: str = ""


MATTERS = (
    Matter("held", "举办活动", "场", "meetings", "day"),
    Matter("demanded", "收集融资需求", "个", "financing", "raised", "amount", "需求金额"),
    Matter("credited", "银行授信", "笔", "bank_responses", "credit_day", "credit", "授信金额"),
    Matter("lent", "银行放款", "笔", "bank_responses", "loan_day", "loan", "放款金额"),
    Matter("told", "告知政策", "家次", "entitlements", "told"),
    Matter("applied", "政策申报", "家次", "entitlements", "applied", "applied_amount", "申报金额"),
    Matter("paid", "政策拨付", "家次", "entitlements", "paid", "paid_amount", "拨付金额"),
    Matter("started", "项目开工", "个", "projects", "started"),
    Matter("revived", "盘活闲置资产", "处", "assets", "revived"),
)


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One matter in the month and since January, with its sums in 万元, None where none is known.

    money: what the sum is of, in words, "" where the matter has none; no two of them are ever added up.
    """

    month: Figure
    to_date: Figure
    money: str
    month_sum: Decimal | None
    to_date_sum: Decimal | None


def service_lines(facts: Sequence[ServiceFact], month: Period, today: date) -> tuple[ServiceLine, ...]:
    """The matters of which the year has any, up to today."""
    return tuple(line for matter in MATTERS if (line := _line(matter, facts, month, today)).to_date.value)


def _line(matter: Matter, facts: Sequence[ServiceFact], month: Period, today: date) -> ServiceLine:
    known = [fact for fact in facts if fact.key == matter.key and fact.day is not None and fact.day <= today]
    now, year = ([fact for fact in known if fact.day and fact.day in period] for period in (month, year_to_date(month)))
    return ServiceLine(_figure(matter, now), _figure(matter, year), matter.money, _sum(now), _sum(year))


def _figure(matter: Matter, facts: Sequence[ServiceFact]) -> Figure:
    ids = tuple(fact.id for fact in facts)
    return Figure(matter.key, matter.name, len(ids), ids, matter.unit, matter.ledger)


def _sum(facts: Sequence[ServiceFact]) -> Decimal | None:
    sums = [fact.amount for fact in facts if fact.amount is not None]
    return sum(sums, ZERO) if sums else None


def _told(money: str, amount: Decimal | None) -> str:
    return "—" if amount is None else f"{money} {Money().show(amount)} 万元"


def no_day(facts: Sequence[ServiceFact]) -> str:
    """Which sums have no day and are counted in no month, "" for none."""
    names = {matter.key: matter.money for matter in MATTERS}
    missing = [names[fact.key] for fact in facts if fact.day is None and fact.amount]
    told = "、".join(f"{name} {missing.count(name)} 笔" for name in dict.fromkeys(missing))
    return f"没有日期、未计入“专项服务”的：{told}。" if told else ""


def anchored(lines: Sequence[ServiceLine]) -> Iterator[tuple[str, Figure]]:
    """The figures with the anchors under which their rows are found."""
    for line in lines:
        yield f"month.service.{line.month.key}", line.month
        yield f"to_date.service.{line.to_date.key}", line.to_date


def named_figures(lines: Sequence[ServiceLine]) -> Iterator[tuple[str, int | Decimal]]:
    """Every number of the lines by its name: service.lent, service.lent.amount, and the same with .to_date."""
    for line in lines:
        for end, figure, amount in (("", line.month, line.month_sum), (".to_date", line.to_date, line.to_date_sum)):
            yield f"service.{figure.key}{end}", len(figure.ids)
            if amount is not None:
                yield f"service.{figure.key}{end}.amount", amount


def service_table(lines: Sequence[ServiceLine], words: str) -> tuple[Table, tuple[tuple[str, ...], ...]]:
    """The matters as a table, with the anchors of its cells."""
    heads = (("事项", 22), (words, 14), ("本月金额", 26), ("今年累计", 14), ("累计金额", 26))
    columns = tuple(Column(head, WORD, width) for head, width in heads)
    rows = tuple(
        (
            line.month.name,
            f"{line.month.text} {line.month.unit}",
            _told(line.money, line.month_sum),
            f"{line.to_date.text} {line.to_date.unit}",
            _told(line.money, line.to_date_sum),
        )
        for line in lines
    )
    anchors = tuple(
        ("", f"month.service.{line.month.key}", "", f"to_date.service.{line.to_date.key}", "") for line in lines
    )
    return Table(f"{words}专项服务", columns, rows), anchors
