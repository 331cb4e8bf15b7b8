"""Made-up items of policy, marked as examples and without any amount, to show how entitlement is explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from daan_desk.services.sample.ground import Ground, Values

# Name, level, category, days until the window closes, working days to pay; conditions: fact, operator, value, year.
Item = tuple[str, str, str, int, int | None, tuple[tuple[str, str, str, str], ...]]
ITEMS: tuple[Item, ...] = (
    (
        "规上企业稳产服务事项（演示）",
        "区",
        "奖补",
        18,
        30,
        (("是否规上", "=", "是", ""), ("年工业总产值", "≥", "6000", "上年"), ("从业人数", "≥", "60", "")),
    ),
    (
        "专精特新企业培育服务事项（演示）",
        "市",
        "资质",
        47,
        None,
        (
            ("资质", "有资质", "创新型中小企业", ""),
            ("上年营业收入", "≥", "1000", ""),
            ("研发费用占比", "≥", "3", "上年"),
        ),
    ),
)
TARGETS = (
    ("科技型中小企业", "区科技局"),
    ("高新技术企业", "区科技局"),
    ("创新型中小企业", "区经信局"),
    ("专精特新", "区经信局"),
)
GAPS = ("研发费用归集不规范", "知识产权不足", "主营业务收入占比待核", None, None)


def items(ground: Ground) -> tuple[list[Values], list[Values]]:
    """The items and their conditions."""
    policies: list[Values] = []
    conditions: list[Values] = []
    for name, level, sort, closes, days, asked in ITEMS:
        policy = ground.row(
            name=name,
            level=level,
            sort=sort,
            payment="快申快享",
            pay_days=days,
            department=ground.departments.get("区经信局"),
            office="企业服务股",
            window_from=ground.today - timedelta(days=30),
            window_to=ground.today + timedelta(days=closes),
            notes="示例数据：不是真实政策，没有金额标准",
        )
        policies.append(policy)
        for number, (fact, operator, value, year) in enumerate(asked, 1):
            words = {"fact": fact, "operator": operator, "value": value, "year": year or None}
            conditions.append(ground.row(policy=policy["id"], number=number, **words))
    return policies, conditions


def lived(ground: Ground, kept: Mapping[str, str]) -> dict[str, Values]:
    """What became of the kept entitlements (id → verdict): told, applied, reviewed, some of them paid."""
    dice, found = ground.dice, {}
    for identity, word in sorted(kept.items()):
        if dice.chance(0.7):
            told = ground.ago(28, 12)
            found[identity] = {"told": told, **_went(ground, told, word)}
    return found


def _went(ground: Ground, told: date, word: str) -> Values:
    dice = ground.dice
    if word != "符合" or dice.chance(0.35):
        return {"wish": "不申报", "unpaid_reason": "企业今年没有申报计划"} if dice.chance(0.2) else {}
    applied = min(ground.today, told + timedelta(days=dice.randrange(1, 9)))
    values: Values = {"wish": "申报", "applied": applied, "review": dice.choice(("待审核", "通过", "通过"))}
    if values["review"] == "通过" and dice.chance(0.4):
        values["published"] = min(ground.today, applied + timedelta(days=6))
    return values


def cultivation(ground: Ground, held: Sequence[Values]) -> Iterator[Values]:
    """Enterprises that aim at the next qualification."""
    dice = ground.dice
    have = {(row["enterprise"], row["kind"]) for row in held}
    for sketch in dice.some(ground.sketches, ground.count(48)):
        target, department = dice.choice(TARGETS)
        if (sketch.id, target) not in have:
            year = ground.today.year + dice.choice((0, 1, 1, 2))
            yield ground.row(
                enterprise=sketch.id,
                track="科技企业" if target in ("科技型中小企业", "高新技术企业") else "优质中小企业",
                target=target,
                target_year=year,
                gaps=dice.choice(GAPS),
                department=ground.departments.get(department),
                progress=dice.choice(("已上门辅导", "材料准备中", "待对接", None)),
            )
