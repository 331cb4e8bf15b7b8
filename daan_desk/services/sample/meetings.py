"""Two years of meetings of the sample district with who came, and the weeks of cadres at their enterprises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from daan_desk.domain.facts import Role
from daan_desk.domain.periods import months_after
from daan_desk.domain.working_days import Calendar
from daan_desk.services.sample import people
from daan_desk.services.sample.ground import Ground, Values

TEA, BANKS, TALK, SPOT = "“安逸隆”下午茶", "银政企恳谈会", "座谈会", "现场办公会"
# Kind, every so many months, the day of the month near which it is held, hours, places.
HELD = (
    (TEA, 1, 12, "15:00—17:00", ("区政务中心一楼企业之家", "东部新城科创园会客厅", "硬质合金产业园服务站")),
    (BANKS, 3, 20, "14:30—17:00", ("区政务中心二会议室", "区金融工作服务中心")),
    (TALK, 3, 8, "9:30—11:30", ("区经信局会议室", "大山铺镇会议室")),
    (SPOT, 2, 25, "9:00—12:00", ("大山铺铁路物流园", "张家坝老工业基地转型升级示范区", "新兴产业孵化园")),
)
THEMES = {
    TEA: ("装备制造企业专场", "硬质合金上下游配套", "数字化改造经验交流", "用工招聘对接", "食品和旅游产品企业专场"),
    BANKS: ("季度银企融资对接", "科技型企业融资对接", "首贷户专场"),
    TALK: ("规上企业运行调度", "专精特新培育辅导", "惠企政策宣讲"),
    SPOT: ("园区配套问题现场办公", "用能报装现场办公", "项目手续现场办公"),
}
AGENDA = "一、通报上次会议事项办理情况；二、企业逐家发言；三、部门现场答复；四、明确责任单位和时限。"
MINUTES = (
    "到会企业 {firms} 家。会议听取了企业在生产经营中的情况和诉求，能当场答复的当场答复，其余事项转相关部门限时办理。"
)
WEEKS = 8
DONE = (
    "走访车间，了解订单和用工情况",
    "协助企业梳理技改申报材料",
    "对接供电部门，跟踪报装进度",
    "宣讲近期惠企政策，收集意见",
)
FOUND = (None, None, "熟练工紧缺", "应收账款回款慢", "原材料价格波动大")
PLANNED = ("跟进上周问题办理", "协助召开班组座谈", "核对月度指标", "陪同部门上门服务")


def made(ground: Ground, calendar: Calendar) -> tuple[list[Values], list[Values]]:
    """Meetings and participants, the oldest first, numbered within year and kind; without the banks."""
    meetings: list[Values] = []
    participants: list[Values] = []
    numbers: dict[tuple[int, str], int] = {}
    for day, held in sorted(_days(ground.today, calendar), key=lambda pair: (pair[0], pair[1][0])):
        kind, _, _, hours, places = held
        numbers[day.year, kind] = number = numbers.get((day.year, kind), 0) + 1
        guests = ground.dice.some(ground.sketches, ground.dice.randrange(5, 11))
        leaders = ground.of(Role.LEADER)
        host = ground.dice.choice(leaders).name if leaders else None
        meeting = ground.row(
            kind=kind,
            theme=ground.dice.choice(THEMES[kind]),
            day=day,
            hours=hours,
            place=ground.dice.choice(places),
            host=host,
            number=number,
            agenda=AGENDA,
            minutes=MINUTES.format(firms=len(guests)),
        )
        meetings.append(meeting)
        participants += _came(ground, meeting, [sketch.id for sketch in guests])
    return meetings, participants


def _days(today: date, calendar: Calendar) -> Iterator[tuple[date, tuple[str, int, int, str, Sequence[str]]]]:
    first = today.replace(day=1)
    for held in HELD:
        for back in range(0, 24, held[1]):
            month = months_after(first, -back)
            day = month.replace(day=held[2])
            day = day if calendar.is_working(day) else calendar.after(day, 1)
            if day <= today:
                yield day, held


def _came(ground: Ground, meeting: Values, guests: Sequence[str]) -> Iterator[Values]:
    dice = ground.dice
    for guest in guests:
        post = dice.choice(("总经理", "副总经理", "财务总监", "办公室主任"))
        person = {"person": people.name(dice), "post": post, "phone": people.phone(dice)}
        yield ground.row(meeting=meeting["id"], part="企业", enterprise=guest, came=dice.chance(0.93), **person)
    for short in dice.some(sorted(ground.departments), 3):
        yield ground.row(
            meeting=meeting["id"],
            part="部门",
            department=ground.departments[short],
            person=people.name(dice),
            came=True,
        )


def with_meetings(ground: Ground, issues: Sequence[Values], meetings: Sequence[Values]) -> None:
    """Link issues that came from meetings to the last one of their kind before they were raised."""
    kinds = {"下午茶": TEA, "恳谈会": BANKS}
    for issue in issues:
        kind, raised = kinds.get(str(issue.get("source"))), issue["raised"]
        assert isinstance(raised, date)
        before = [one for one in meetings if one["kind"] == kind and isinstance(d := one["day"], date) and d <= raised]
        if before:
            issue["meeting"] = before[-1]["id"]


def weekly_notes(ground: Ground) -> Iterator[Values]:
    """The last eight weeks of every cadre who is at an enterprise now."""
    monday = ground.today - timedelta(days=ground.today.weekday())
    dice = ground.dice
    for team in ground.teams:
        for cadre, begin in team.stationed:
            for back in range(1, WEEKS + 1):
                week = monday - timedelta(weeks=back)
                if begin <= week <= begin.replace(year=begin.year + 1) and dice.chance(0.9):
                    yield ground.row(
                        officer=cadre.id,
                        enterprise=team.sketch.id,
                        week=week,
                        days=dice.randrange(2, 6),
                        done=dice.choice(DONE),
                        found=dice.choice(FOUND),
                        planned=dice.choice(PLANNED),
                    )
