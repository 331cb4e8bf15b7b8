"""Idle assets and what enterprises need of land and rooms: what fits, what does not, what nobody knows, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.lights import Colour, Light
from daan_desk.domain.numbers import Number

KINDS = ("厂房", "土地", "设备", "办公")
TENURES = ("出租", "出售", "租售")
ASSET_STATES = ("闲置", "对接中", "已盘活", "已收储")
FREE = ("闲置", "对接中")
NEED_STATES = ("待对接", "对接中", "已落实", "已撤回")
MATCH_STATES = ("已推荐", "已看现场", "洽谈", "已签约", "未达成")
MATCH_OPEN = MATCH_STATES[:3]
SQUARE_METRES_OF_MU = Decimal(2000) / 3
AMPLE = Decimal(3)
COMMON = frozenset({"产业", "制造", "产品", "及制", "制品", "工业", "其他"})
FITS, FAILS, UNKNOWN = "符合", "不符", "不清楚"


@dataclass(frozen=True, slots=True)
class Offer:
    """An idle asset as matching sees it; areas in ㎡, land in 亩."""

    id: str
    name: str
    kind: str
    state: str | None = None
    idle_area: Decimal | None = None
    floor_area: Decimal | None = None
    land_area: Decimal | None = None
    height: Decimal | None = None
    load: Decimal | None = None
    power: Decimal | None = None
    tenure: str | None = None
    plan: str | None = None
    town: str = ""

    @property
    def room(self) -> Decimal | None:
        """The square metres that can be had."""
        if self.kind == "土地" and self.land_area is not None:
            return (self.land_area * SQUARE_METRES_OF_MU).quantize(Decimal(1))
        return self.floor_area if self.idle_area is None else self.idle_area


@dataclass(frozen=True, slots=True)
class Need:
    """What an enterprise needs; None is no demand. cluster: the industry that the enterprise belongs to."""

    kind: str
    area: Decimal | None = None
    height: Decimal | None = None
    load: Decimal | None = None
    power: Decimal | None = None
    tenure: str | None = None
    town: str = ""
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One thing compared: fits, fails or unknown, in words; weight: how heavily a failure counts."""

    answer: str
    words: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Match:
    """An offer with everything that was compared, best first when sorted by `rank`."""

    offer: Offer
    points: tuple[Point, ...]

    def of(self, answer: str) -> tuple[str, ...]:
        """The words of the points with that answer."""
        return tuple(point.words for point in self.points if point.answer == answer)

    @property
    def rank(self) -> tuple[int, int, Decimal]:
        """Failures, then what is unknown, then how much room is left over: smaller is better."""
        failures = sum(point.weight for point in self.points if point.answer == FAILS)
        return failures, len(self.of(UNKNOWN)), self.offer.room or Decimal(0)


def matches(need: Need, offers: Iterable[Offer]) -> tuple[Match, ...]:
    """Free assets of the kind, those that fit best first; each says also what does not fit."""
    free = [offer for offer in offers if offer.kind == need.kind and offer.state in (None, *FREE)]
    found = [Match(offer, tuple(_points(need, offer))) for offer in free]
    return tuple(sorted(found, key=lambda match: (match.rank, match.offer.name)))


def _points(need: Need, offer: Offer) -> Iterator[Point]:
    yield from _area(need.area, offer.room)
    measures: Sequence[tuple[str, str, Decimal | None, Decimal | None]] = (
        ("层高", "米", need.height, offer.height),
        ("承重", "吨/㎡", need.load, offer.load),
        ("用电", "千伏安", need.power, offer.power),
    )
    for word, unit, wanted, have in measures:
        if wanted is not None:
            yield _measured(word, unit, wanted, have)
    if need.tenure and need.tenure != "租售":
        yield _tenure(need.tenure, offer.tenure)
    if offer.plan and need.cluster:
        yield _planned(offer.plan, need.cluster)
    if need.town:
        fits = offer.town == need.town
        where = f"在{offer.town}" if offer.town else "没有写在哪个镇街"
        answer = FITS if fits else FAILS if offer.town else UNKNOWN
        yield Point(answer, where if fits else f"{where}，期望{need.town}")


def _area(wanted: Decimal | None, room: Decimal | None) -> Iterator[Point]:
    if wanted is None:
        return
    if room is None:
        yield Point(UNKNOWN, "没有登记可用面积")
    elif room < wanted:
        yield Point(FAILS, f"面积 {_said(room)} ㎡，还差 {_said(wanted - room)} ㎡", 3)
    elif room > wanted * AMPLE:
        yield Point(FITS, f"面积 {_said(room)} ㎡，是需求的 {room / wanted:.1f} 倍，可问能否分割")
    else:
        yield Point(FITS, f"面积 {_said(room)} ㎡，够用")


def _measured(word: str, unit: str, wanted: Decimal, have: Decimal | None) -> Point:
    if have is None:
        return Point(UNKNOWN, f"没有登记{word}，要求 {_said(wanted)} {unit}")
    if have < wanted:
        return Point(FAILS, f"{word} {_said(have)} {unit}，要求 {_said(wanted)} {unit}", 2)
    return Point(FITS, f"{word} {_said(have)} {unit}")


def _tenure(wanted: str, have: str | None) -> Point:
    if have is None:
        return Point(UNKNOWN, f"没有登记是否可以{wanted}")
    fits = have in (wanted, "租售")
    return Point(FITS if fits else FAILS, f"可{have}" if fits else f"只{have}，企业要{wanted}", 2)


def _planned(plan: str, cluster: str) -> Point:
    """Planned for the enterprise's industry where the two share a word; else somebody has to ask, it is no failure."""
    shared = _words(plan) & _words(cluster)
    words = f"规划产业定位“{plan}”"
    return Point(FITS, words) if shared else Point(UNKNOWN, f"{words}，企业属于“{cluster}”，请核实能否入驻")


def _words(text: str) -> set[str]:
    """Every two neighbouring characters but those that all industries have."""
    return {text[at : at + 2] for at in range(len(text) - 1)} - COMMON


def _said(value: Decimal) -> str:
    return Number().show(value)


def follow_light(state: str | None, next_day: date | None, today: date) -> Light:
    """When somebody looks after a match again; silent once it is signed or came to nothing."""
    if state not in (None, *MATCH_OPEN):
        return Light(Colour.GREY, "")
    if next_day is None:
        return Light(Colour.GREEN, "未定下次跟进")
    late = (today - next_day).days
    if late > 0:
        return Light(Colour.RED, f"该跟进，晚 {late} 天", late)
    return Light(Colour.YELLOW if late > -4 else Colour.GREEN, "今天跟进" if not late else f"{-late} 天后跟进", late)
