"""What duties are worked out from: fewer visits than there are, and every answer as if all had been read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from daan_desk.domain.home import Duty
from daan_desk.services import duties, inputs
from daan_desk.services.grounds import Grounds, grounds
from daan_desk.services.office import Act, Office
from daan_desk.services.settings import change_setting
from tests import builders

ROLES = ("县级领导", "企业首席服务官", "驻企干部", "服务专员")
WAYS = ("实地", "电话", "座谈", "视频", "驻企")
YEARS = [{"role": "县级领导", "period": "year", "times": 2, "ways": ["实地"]}]
FIRMS, VISITS = 30, 400


def fill(office: Office, dice: Random) -> None:
    """Enterprises, officers who look after them, some of them no more, and three years of visits by anybody."""
    with office.writing("测量") as act:
        firms = act.add_many("enterprises", [{"name": f"自贡第{n}机械有限公司"} for n in range(FIRMS)])
        people = [{"name": f"干部{n}", "role": role, "active": True} for n, role in enumerate(ROLES * 2)]
        officers = act.add_many("officers", people)
        act.add_many("assignments", [link for firm in firms for link in looked_after(firm, officers, office, dice)])
        act.add_many("visits", [visit(dice.choice(firms), officers, office, dice) for _ in range(VISITS)])
        forget(act, dice)


def looked_after(firm: str, officers: list[str], office: Office, dice: Random) -> list[dict[str, object]]:
    """Two officers at most, the first of them perhaps after somebody else in the same post."""
    at, change = dice.randrange(4), office.today() - timedelta(days=dice.randrange(400))
    role, before, now = ROLES[at], officers[at + 4], officers[at]
    links: list[dict[str, object]] = [{"enterprise": firm, "officer": now, "role": role, "since": change}]
    if dice.random() < 0.5:
        links.append({"enterprise": firm, "officer": before, "role": role, "until": change - timedelta(days=1)})
    if dice.random() < 0.3:
        links.append({"enterprise": firm, "officer": officers[3], "role": ROLES[3]})
    return links


def visit(firm: str, officers: list[str], office: Office, dice: Random) -> dict[str, object]:
    day = office.today() - timedelta(days=int(dice.random() ** 2 * 1100) - 5)
    led_by = dice.choice([*officers, None])
    return {
        "enterprise": firm,
        "day": day,
        "way": dice.choice(WAYS),
        "led_by": led_by,
        "companions": f"干部{dice.randrange(8)}",
    }


def forget(act: Act, dice: Random) -> None:
    act.remove("visits", dice.sample(sorted(row[0] for row in act.columns("visits", "id")), 20))


def answers(known: Grounds) -> tuple[object, ...]:
    """Everything that pages work out from it."""
    board = duties.board_of(known)
    owed = [in_order(duty) for duty in known.duties()]
    crowds = [replace(one, question=None) for one in duties.crowded(known)]  # type: ignore[arg-type]
    return owed, board.coverage, [(one.name, one.rate) for one in board.bearers], duties.neglected(known), crowds


def in_order(duty: Duty) -> Duty:
    return replace(duty, owed=replace(duty.owed, visits=tuple(sorted(duty.owed.visits))))


def with_all(office: Office, known: Grounds) -> Grounds:
    """The same, from every visit that was ever paid until the day."""
    with office.reading() as reader:
        every = tuple(one for one in inputs.visits(reader) if one.day <= known.day)
    return replace(known, visits=every)


@pytest.mark.parametrize("seed", range(4))
def test_that_nothing_is_answered_otherwise_than_from_all_visits(office: Office, seed: int) -> None:
    fill(office, Random(seed))
    if seed % 2:
        change_setting(office, "visit_rules", YEARS)
        change_setting(office, "neglected_days", 500)
        change_setting(office, "recent_days", 200)
    for day in (office.today(), date(2026, 3, 31)):
        with office.reading() as reader:
            known = grounds(reader, day)
        whole = with_all(office, known)
        assert len(known.visits) < len(whole.visits)
        assert answers(known) == answers(whole)


def test_that_a_last_visit_of_years_ago_is_still_known(office: Office) -> None:
    firm, leader = builders.enterprise(office), builders.officer(office)
    with office.writing("包联") as act:
        link = {"enterprise": firm, "officer": leader, "role": "县级领导", "since": date(2023, 1, 1)}
        act.add("assignments", link)
    builders.visit(office, firm, day="2023-05-04", led_by=leader)
    builders.visit(office, firm, day="2026-11-20", way="电话", led_by=leader)
    builders.visit(office, firm, day="2026-11-19")
    with office.reading() as reader:
        known = grounds(reader, office.today())
    assert [duty.owed.last_visit for duty in known.duties()] == [date(2023, 5, 4)]
    assert duties.neglected(known) == ()
