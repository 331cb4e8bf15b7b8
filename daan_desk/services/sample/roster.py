"""A made-up roster as offices send them round: titled, with a unit line, two header rows, typed by many hands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.names import normal
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.domain.sheets import Cell, Merge, Sheet
from daan_desk.services import ledgers
from daan_desk.services.office import Office
from daan_desk.services.sample import people
from daan_desk.services.sample.dice import Dice
from daan_desk.services.sample.naming import Namer
from daan_desk.services.sample.texts import trades

WIDTH = 11
UPPER = ("序号", "单位名称", "社会信用代码", "基本情况", None, None, "生产经营情况", None, None, "是否规上", "备注")
LOWER = (
    None,
    None,
    None,
    "法人代表",
    "联系方式",
    "所属镇（街）",
    "从业人员\n（人）",
    "营业收入",
    "主要产品",
    None,
    None,
)
# Header cells over two rows, and the two groups over three columns; the title and the unit line over everything.
MERGES = (
    Merge(1, 0, 1, WIDTH - 1),
    Merge(2, 0, 2, WIDTH - 1),
    *(Merge(3, column, 4, column) for column in (0, 1, 2, 9, 10)),
    Merge(3, 3, 3, 5),
    Merge(3, 6, 3, 8),
)
BEYOND = 31**6 // 2  # codes of newcomers lie far from those of any district


@dataclass(frozen=True, slots=True)
class Messy:
    """The sheet, and the names (as kept) of the enterprises in it whose values differ, agree, or that are new."""

    sheet: Sheet
    changed: tuple[str, ...]
    same: tuple[str, ...]
    fresh: tuple[str, ...]


@dataclass(slots=True)
class _Line:
    name: str
    code: str | None
    head: str
    phone: str
    town: str
    people: int
    revenue: Decimal
    products: str


def roster(office: Office, today: date, known: int = 40, fresh: int = 12, seed: int = 510304) -> Messy:
    """A roster of so many enterprises that the workspace knows, a third of them changed, and so many new ones."""
    dice = Dice(seed, today, "roster")
    ids = ledgers.ids(office, Question("enterprises", where=(Where("above_scale", "is", True),)))
    rows = ledgers.rows(office, "enterprises", dice.some(sorted(ids), known))
    every = {normal(name) for name in ledgers.choices(office, "enterprises", "name")}
    lines = [_line(row) for row in rows]
    changed = lines[: len(lines) // 3]
    for line in changed:
        _change(dice, line)
    towns = sorted(ledgers.choices(office, "towns", "name"))
    new = [line for line, _ in zip(_newcomers(dice, seed, every, towns), range(fresh), strict=False)]
    order = dice.sample([*lines, *new], len(lines) + len(new))
    body = [_cells(dice, number, line) for number, line in enumerate(order, 1)]
    names = [tuple(line.name for line in some) for some in (changed, lines[len(changed) :], new)]
    return Messy(_sheet(body, order, today), *names)


def _sheet(body: Sequence[tuple[Cell, ...]], order: Sequence[_Line], today: date) -> Sheet:
    title = f"自贡市大安区规模以上工业企业花名册（{today.year}年{today.month}月）"
    unit = "填报单位：大安区企业服务专班　　　　　　单位：万元"
    total = ("合计", None, None, None, None, None, sum(line.people for line in order), None, None, None, None)
    rows = (
        _wide(title),
        _wide(unit),
        UPPER,
        LOWER,
        *body,
        total,
        _wide("注：营业收入为上年度数；有变动的请及时更正。"),
        _wide("填表人：　　　　审核人：　　　　填报日期：" + f"{today:%Y.%m.%d}"),
    )
    return Sheet("规上企业", rows, MERGES)


def _wide(text: str) -> tuple[Cell, ...]:
    return (text, *(None,) * (WIDTH - 1))


def _line(row: Row) -> _Line:
    town = row["town"]
    revenue, count = row["revenue_last_year"], row["employees"]
    return _Line(
        str(row["name"]),
        str(row["credit_code"]) if row["credit_code"] else None,
        str(row["legal_representative"] or ""),
        str(row["contact_phone"] or ""),
        getattr(town, "text", ""),
        count if isinstance(count, int) else 0,
        revenue if isinstance(revenue, Decimal) else Decimal(0),
        str(row["products"] or ""),
    )


def _change(dice: Dice, line: _Line) -> None:
    """Another year went by: people, revenue, now and then somebody else in charge."""
    line.people = line.people + dice.randrange(3, 30)
    line.revenue = (line.revenue * Decimal(str(dice.uniform(1.03, 1.25)))).quantize(Decimal(1))
    if dice.chance(0.4):
        line.phone = people.phone(dice)


def _newcomers(dice: Dice, seed: int, every: set[str], towns: Sequence[str]) -> Iterator[_Line]:
    namer, number = Namer(seed + 1, dice), BEYOND
    while True:
        trade = dice.choice([trade for trade in trades() if trade.industrial])
        name, _ = namer.named(trade)
        number += 1
        if normal(name) in every:
            continue
        every.add(normal(name))
        head, phone, count = people.name(dice), people.phone(dice), dice.randrange(20, 200)
        revenue = Decimal(dice.randrange(2000, 9000))
        yield _Line(name, namer.code(number), head, phone, dice.choice(towns), count, revenue, trade.products)


def _cells(dice: Dice, number: int, line: _Line) -> tuple[Cell, ...]:
    """One row as somebody typed it: blanks in names, numbers as text, phones as numbers."""
    cut = line.name.index("有限")
    name = dice.choice((line.name, line.name, f"{line.name[:cut]} {line.name[cut:]}", f" {line.name}"))
    code = line.code.lower() if line.code and dice.chance(0.1) else line.code
    head = f"{line.head[0]}　{line.head[1:]}" if len(line.head) == 2 else line.head
    phone = dice.choice((line.phone, float(line.phone) if line.phone.isdigit() else line.phone))
    count = dice.choice((line.people, line.people, f"{line.people}人"))
    revenue = dice.choice((float(line.revenue), f"{line.revenue:,}", f"{line.revenue}万元"))
    town = line.town.removesuffix("街道") if dice.chance(0.1) else line.town
    yes = dice.choice(("是", "√", "是"))
    return (number, name, code, head, phone, town, count, revenue, line.products, yes, None)
