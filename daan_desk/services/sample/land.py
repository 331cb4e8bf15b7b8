"""The land of the sample district: the district's figures spread over its parks, two parcels, and matches at work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from daan_desk.domain.matching import MATCH_STATES
from daan_desk.services.sample.ground import Ground, Values

# 亩: 3123 planned, about 1000 usable, 500 rolling reserve, as the district's article says; the split is made up.
AREAS = (
    ("大山铺铁路物流园片区", "大山铺镇", 1260, 420, 230, 610, 96),
    ("硬质合金产业园片区", "龙井街道", 620, 190, 90, 360, 38),
    ("新兴产业孵化园片区", "和平街道", 343, 80, 40, 240, 17),
    ("张家坝转型升级片区", "凉高山街道", 560, 210, 90, 180, 124),
    ("东部新城科创园片区", "凤凰街道", 340, 100, 50, 150, 12),
)
NAMES = ("planned", "usable", "reserved", "supplied", "poor")
BY_LAW = (
    ("甲机械扩建宗地（演示）", "企业原因", "督促动工", 32, 900, None),
    ("乙物流仓储宗地（演示）", "政府原因", "延长动工期限", 21, 700, 60),
)
NEXT = ("约企业看现场", "与产权方谈租金", "核实承重和用电", "等企业董事会决定")


def accounts(ground: Ground) -> Iterator[Values]:
    """The account of industrial land, one line for each area."""
    for name, town, *areas in AREAS:
        sizes = {key: Decimal(area) for key, area in zip(NAMES, areas, strict=True)}
        basis = "示例数据：合计同公开数字，分片区为虚构"
        yield ground.row(name=name, town=ground.towns.get(town), as_of=ground.today, basis=basis, **sizes)


def idle_by_law(ground: Ground) -> Iterator[Values]:
    """Two made-up parcels, one of them handled."""
    for at, (name, cause, handling, area, days, handled) in enumerate(BY_LAW, 1):
        yield ground.row(
            name=name,
            parcel=f"演示-{ground.today.year}-{at:02d}",
            holder="土地使用权人（演示）",
            area=Decimal(area),
            land_use="工业用地",
            agreed_start=ground.today - timedelta(days=days + 400),
            found=ground.today - timedelta(days=days),
            document=f"演示闲认〔{ground.today.year - 2}〕{at}号",
            cause=cause,
            handling=handling,
            handled=ground.today - timedelta(days=handled) if handled else None,
        )


def matches(ground: Ground, assets: Sequence[Values], needs: Sequence[Values]) -> Iterator[Values]:
    """What is under way between needs and assets: every need that is 对接中 has one or two tries."""
    dice = ground.dice
    free = [asset for asset in assets if asset["state"] in ("闲置", "对接中")]
    for need in (one for one in needs if one["state"] == "对接中"):
        fitting = [asset for asset in free if asset["kind"] == need["kind"]]
        for at, asset in enumerate(dice.some(fitting, dice.choice((1, 2)))):
            yield _match(ground, need, asset, MATCH_STATES[-1] if at else dice.choice(MATCH_STATES[:3]))


def _match(ground: Ground, need: Values, asset: Values, state: str) -> Values:
    raised = need["raised"]
    assert isinstance(raised, date)
    day = min(ground.today, raised + timedelta(days=ground.dice.randrange(2, 20)))
    failed = state == MATCH_STATES[-1]
    return ground.row(
        need=need["id"],
        asset=asset["id"],
        day=day,
        state=state,
        next_step=None if failed else ground.dice.choice(NEXT),
        next_day=None if failed else ground.today + timedelta(days=ground.dice.randrange(-6, 20)),
        reason="面积偏大，企业只要一半" if failed else None,
    )
