"""The page's values as charts; the key of every element is the way to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from daan_desk.domain.home import Number
from daan_desk.domain.overviews import Overview
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.standings import IN_HAND, Group, Standing
from daan_desk.domain.towns import PLACES
from daan_desk.services.charts import visits_on
from daan_desk.ui.kit.chart_steps import Step, Steps, Tile, Tiles
from daan_desk.ui.kit.chart_values import Columns, Heat, Ranking, Ring, Series, Share, Shares, Slice, Stack
from daan_desk.ui.kit.page import Target

ROLES = {
    Standing.DONE: "green",
    Standing.RUNNING: "accent",
    Standing.WAITING: "amber",
    Standing.LONG_TERM: "violet",
    Standing.EXPLAINED: "grey",
    Standing.OVERDUE: "red",
}
# The parts of a town's bar.
PARTS: tuple[tuple[str, str, tuple[Standing, ...]], ...] = (
    ("已办结", "accent", (Standing.DONE,)),
    ("解释说明", "teal", (Standing.EXPLAINED,)),
    ("在办", "accent-fill", IN_HAND),
    ("逾期", "red", (Standing.OVERDUE,)),
)
Way = tuple[str, Target]  # the page's key and what it is to show


def way(question: Question) -> Way:
    """The way to the rows of a question."""
    return question.ledger, Target(question=question)


def ways(numbers: Sequence[Number]) -> tuple[Way, ...]:
    """The ways to the rows of some numbers."""
    return tuple(way(number.question) for number in numbers)


def months(found: Overview) -> Columns:
    """Issues raised (bars) and answered (line)."""
    raised, answered = ([getattr(month, side) for month in found.months] for side in ("raised", "answered"))
    return Columns(
        tuple(f"{int(month.month[5:])}月" for month in found.months),
        (
            Series("提出", tuple(number.value for number in raised), keys=ways(raised)),
            Series("办结", tuple(number.value for number in answered), "accent", line=True, keys=ways(answered)),
        ),
        ways(raised),
        "个",
    )


def standings(found: Overview) -> Ring:
    """How the issues of the span stand; what none stands in is left out."""
    parts = [(one, found.all.count(one)) for one in ROLES if found.all.count(one)]
    return Ring(tuple(Slice(way(found.all.question(one)), one.value, n, ROLES[one]) for one, n in parts), "件问题")


def towns(found: Overview) -> Ranking:
    """Towns by their issues, each bar made of how they stand."""
    kinds = tuple((name, role) for name, role, _ in PARTS)
    return Ranking(kinds, tuple(_town(group) for group in found.towns))


def _town(group: Group) -> Stack:
    counts = tuple(group.count(*wanted) for _, _, wanted in PARTS)
    return Stack(
        way(group.question()), group.name, counts, tuple(way(group.question(*wanted)) for _, _, wanted in PARTS)
    )


def places(found: Overview) -> Tiles:
    """The towns where they roughly lie, and below them what has no place: another town, none at all."""
    groups = {group.name: group for group in found.towns}
    others = [name for name in groups if name not in PLACES]
    below = 1 + max(row for row, _ in PLACES.values())
    across = 1 + max(column for _, column in PLACES.values())
    seats = PLACES | {name: (below + at // across, at % across) for at, name in enumerate(others)}
    tiles = tuple(_tile(name, groups.get(name), seat) for name, seat in seats.items())
    return Tiles(tiles if groups else (), ("问题", "逾期"))


def _tile(name: str, group: Group | None, seat: tuple[int, int]) -> Tile:
    if group is None:
        return Tile(None, name, *seat, 0)
    return Tile(way(group.question()), name, *seat, group.count(), group.count(Standing.OVERDUE))


def funnel(found: Overview) -> Steps:
    """Demands by how far they came; the four sums are different things, so each is only said beside its step."""
    stages = found.funnel.stages
    steps = (
        Step(_demands(one.ids), one.word, one.count, f"{one.amount_word} {one.amount:,.0f} 万元") for one in stages
    )
    return Steps(tuple(steps) if any(one.count for one in stages) else (), ("需求个数", "金额"))


def _demands(ids: tuple[str, ...]) -> Way:
    return way(Question("financing", where=(Where("id", "in", ids),)))


def departments(found: Overview) -> Shares:
    """What every lead department has answered of its valid issues, and how many are overdue."""
    return Shares(tuple(_share(group) for group in found.departments), ("已办结", "应办结", "办结率", "逾期"))


def _share(group: Group) -> Share:
    late = way(group.question(Standing.OVERDUE))
    rate = group.rate
    return Share(way(group.valid), group.name, rate.numerator, rate.denominator, group.count(Standing.OVERDUE), late)


def categories(found: Overview) -> Ranking:
    """Categories by their issues."""
    stacks = (Stack(way(group.question()), group.name, (group.count(),)) for group in found.categories)
    return Ranking((("问题", "accent"),), tuple(stacks))


def days(found: Overview) -> Heat:
    """Visits on every day of the last twelve months."""
    months = found.months[0].month
    return Heat(date.fromisoformat(f"{months}-01"), found.day, found.days, "走访次数")


def day_way(day: date) -> Way:
    """The way to the visits of a day."""
    return way(visits_on(day))


def output(found: Overview) -> Columns:
    """The output of the last months that were reported, beside the year before."""
    sides = [[getattr(month, side) for month in found.output] for side in ("now", "before")]
    now, before = (tuple(_shown(one.value) for one in side) for side in sides)
    keys, old = (tuple(way(one.question) for one in side) for side in sides)
    return Columns(
        tuple(f"{int(month.now.month[5:])}月" for month in found.output),
        (Series("本期", now, keys=keys), Series("上年同期", before, "accent", line=True, keys=old)),
        keys,
        "万元",
    )


def _shown(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def ages(found: Overview) -> Columns:
    """How long open issues have been waiting, and which of them are overdue."""
    every = tuple(way(age.question) for age in found.ages)
    late = tuple(way(Question("issues", where=(Where("id", "in", age.overdue),))) for age in found.ages)
    return Columns(
        tuple(age.name for age in found.ages),
        (
            Series("在办", tuple(age.count for age in found.ages), keys=every),
            Series("其中逾期", tuple(len(age.overdue) for age in found.ages), "red", keys=late),
        ),
        every,
        "个",
    )


def day_words(found: Overview) -> str:
    """“截至 11月23日”, and since when the charts of the span count."""
    begin = found.span.first
    return f"截至 {found.day.month}月{found.day.day}日 · 统计自 {begin.year}年{begin.month}月{begin.day}日"
