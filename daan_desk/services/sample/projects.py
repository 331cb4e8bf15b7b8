"""Projects with this year's months, leads from elsewhere, and technology projects of the sample district."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from daan_desk.domain.facts import Role
from daan_desk.domain.periods import months_after
from daan_desk.domain.projects import LEAD_DONE
from daan_desk.services.sample.ground import Ground, Values
from daan_desk.services.sample.naming import FIRST, SECOND

WORKS = (
    ("技改", "数控生产线技术改造", "改扩建", "购置数控加工设备，改造生产线"),
    ("技改", "热处理车间节能改造", "技术改造", "更换节能电炉，配套余热利用"),
    ("新建", "新厂房建设", "新建", "新建标准厂房和配套设施"),
    ("扩建", "二期扩能", "扩建", "扩建车间，新增产能"),
    ("新建", "研发检测中心", "新建", "建设研发楼和检测实验室"),
    ("招商", "精密刀具生产基地", "新建", "建设精密刀具生产线"),
    ("基础设施", "园区道路和管网提升", "改建", "道路、雨污管网改造"),
)
MONTHLY = ("主体施工", "基础施工", "设备安装调试", "设备进场", "厂房封顶", "办理施工许可")
TROUBLES = (None, None, None, "电力增容手续待办理", "资金到位较慢", "设备交货延期")
REGIONS = (("成渝", 5.0), ("长三角", 3.0), ("珠三角", 2.0), ("京津冀", 1.0), ("大湾区", 1.5))
CITIES = {"成渝": "重庆", "长三角": "苏州", "珠三角": "佛山", "京津冀": "天津", "大湾区": "深圳"}
WISHES = ("拟建硬质合金刀具生产线", "寻找标准厂房 3000 平方米", "拟设西南售后和组装基地", "合作建设检测平台")
LEAD_STAGES = (("线索", 3.0), ("接触", 4.0), ("考察", 3.0), ("洽谈", 3.0), ("签约", 1.0), ("落地", 0.6), ("放弃", 1.0))
PARTNERS = ("清华大学", "四川大学", "西南交通大学", "四川轻化工大学", None)
STUDIES = ("高性能硬质合金涂层", "高压阀门密封", "盐化工泵耐蚀材料", "装备数字孪生监测", "刀具寿命智能预测")
TECH_STATES = (("储备", 2.0), ("已申报", 3.0), ("已立项", 2.0), ("实施中", 3.0), ("已验收", 2.0), ("未立项", 1.0))


def made(ground: Ground) -> tuple[list[Values], list[Values]]:
    """Projects, and what was done in the months of this year on those that have begun."""
    projects: list[Values] = []
    months: list[Values] = []
    for at in range(ground.count(36)):
        project = _project(ground, at)
        begun = list(_months(ground, project))
        if begun:
            project |= {name: begun[-1][name] for name in ("done_month", "done_year", "progress", "problems")}
        projects.append(project)
        months += begun
    return projects, months


def _project(ground: Ground, at: int) -> Values:
    dice = ground.dice
    kind, title, nature, content = WORKS[at % len(WORKS)]
    sketch = dice.choice(ground.sketches[: ground.scale.above_scale] or ground.sketches)
    public = kind == "基础设施"
    firm = sketch.name.removesuffix("有限公司").removesuffix("有限责任公司")
    invested, leaders = Decimal(dice.randrange(8, 120) * 100), ground.of(Role.LEADER)
    return ground.row(
        name=f"{title}（{at + 1} 标段）" if public else f"{firm}{title}（{at + 1}）",
        enterprise=None if public else sketch.id,
        kind=kind,
        nature=nature,
        content=content,
        investment=invested,
        plan_year=(invested * Decimal(dice.randrange(30, 61)) / 1000).quantize(Decimal(1)) * 10,
        leader=dice.choice(leaders).id if leaders else None,
        department=ground.departments.get(dice.choice(("区经信局", "区发改局", "区投促局"))),
        **_days(ground),
    )


def _days(ground: Ground) -> Values:
    """Planned and real days, and the stage that they make."""
    dice, today = ground.dice, ground.today
    planned = months_after(today.replace(day=1), dice.randrange(-20, 5))
    late = dice.weighted([(0, 6.0), (1, 2.0), (4, 1.0)])
    started: date | None = months_after(planned, late) + timedelta(days=dice.randrange(25))
    if started and (started > today or dice.chance(0.12)):
        started = None
    finish = months_after(planned, dice.randrange(10, 26))
    finished = finish if started and started <= finish < today and dice.chance(0.8) else None
    stage = "竣工" if finished else "在建" if started else "落地" if planned <= today else "签约"
    return {"plan_start": planned, "plan_finish": finish, "started": started, "finished": finished, "stage": stage}


def _months(ground: Ground, project: Values) -> Iterator[Values]:
    dice, begun, plan = ground.dice, project["started"], project["plan_year"]
    if not isinstance(begun, date) or not isinstance(plan, Decimal) or project["finished"]:
        return
    every = [date(ground.today.year, number, 1) for number in range(1, ground.today.month)]
    every = [month for month in every if month >= begun.replace(day=1)]
    share = Decimal(dice.choice(("0.5", "0.75", "0.92", "0.97", "1.02"))) * ground.today.month / 12
    total = Decimal(0)
    for month in every:
        done = (plan * share / len(every) * Decimal(str(dice.uniform(0.9, 1.1)))).quantize(Decimal("0.1"))
        total += done
        yield ground.row(
            project=project["id"],
            month=f"{month:%Y-%m}",
            done_month=done,
            done_year=total,
            progress=dice.choice(MONTHLY),
            problems=dice.choice(TROUBLES),
        )


def leads(ground: Ground) -> Iterator[Values]:
    """Enterprises elsewhere, none of them real, each once."""
    names: set[str] = set()
    for _ in range(ground.count(26)):
        place = ground.dice.weighted(REGIONS)
        name = f"{CITIES[place]}{ground.dice.choice(FIRST)}{ground.dice.choice(SECOND)}精密科技有限公司"
        if name not in names:
            names.add(name)
            yield _lead(ground, name, place)


def _lead(ground: Ground, name: str, place: str) -> Values:
    dice, clerks = ground.dice, ground.of(Role.OFFICE)
    stage = dice.weighted(LEAD_STAGES)
    next_contact = ground.today + timedelta(days=dice.randrange(-9, 40))
    return ground.row(
        company=name,
        place=place,
        industry=dice.choice(("硬质合金", "通用装备", "数字经济", "特色食品")),
        intention=dice.choice(WISHES),
        contact=dice.choice(clerks).name if clerks else None,
        stage=stage,
        next_step=dice.choice(("邀请来大安考察", "对接用地条件", "商谈投资协议", "电话回访")),
        next_contact=None if stage in LEAD_DONE else next_contact,
    )


def tech(ground: Ground) -> Iterator[Values]:
    """Technology projects, some with a university."""
    dice = ground.dice
    for at in range(ground.count(14)):
        since = ground.ago(900, 30)
        state = dice.weighted(TECH_STATES)
        yield ground.row(
            name=f"{STUDIES[at % len(STUDIES)]}研究（{at + 1}）",
            enterprise=dice.choice(ground.sketches).id,
            partner=dice.choice(PARTNERS),
            level=dice.choice(("省", "市", "市", "区")),
            funds=Decimal(dice.randrange(2, 20) * 10),
            state=state,
            since=since,
            until=months_after(since, 24),
            results="申请专利 2 件，形成样机" if state == "已验收" else None,
        )
