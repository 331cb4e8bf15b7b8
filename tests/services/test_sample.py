"""The sample district has the proportions of the seed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

from daan_desk.domain.credit_code import oddity
from daan_desk.domain.facts import Role
from daan_desk.domain.names import normal
from daan_desk.domain.questions import Where
from daan_desk.services import duties
from daan_desk.services.office import Office
from daan_desk.services.rules import shipped_calendar
from daan_desk.services.sample.enterprises import MAIN
from daan_desk.services.sample.people import SURNAMES
from tests import builders

TODAY = builders.MONDAY.date()
# Brands of real enterprises of the district: none of them may come out of the word lists.
REAL = ("华夏", "旭信", "威鹏", "东方", "志成", "雅鑫", "妙不可盐", "汇维仕", "沃纳科", "沃轮", "蓝魔方", "鸿化")


def rows(office: Office, ledger: str, *where: Where) -> list[dict[str, object]]:
    with office.reading() as reader:
        return [dict(line) for line in reader.where(ledger, *where)]


def test_that_the_district_has_the_proportions_of_the_seed(district: Office) -> None:
    enterprises = rows(district, "enterprises")
    above = {e["id"]: e for e in enterprises if e["above_scale"]}
    assert (len(enterprises), len(above)) == (312, 69)
    assert all(str(e["industry_code"]).startswith("C") and e["revenue_last_year"] >= 2000 for e in above.values())
    outputs: Counter[str] = Counter()
    for figure in rows(district, "figures"):
        if str(figure["month"]).startswith(str(TODAY.year - 1)):
            outputs[str(figure["enterprise"])] += figure["output"]  # type: ignore[assignment]
    assert set(outputs) == set(above)
    total = sum(outputs.values())
    assert total == 770_000
    ours = sum(output for key, output in outputs.items() if above[key]["cluster"] in MAIN)
    assert (Decimal(ours) / Decimal(total)).quantize(Decimal("0.0001")) == Decimal("0.6611")


def test_that_fourteen_are_specialised_and_sixteen_digital_firms_give_six_hundred_jobs(district: Office) -> None:
    specialised = rows(district, "qualifications", Where("kind", "is", "专精特新"))
    assert len({row["enterprise"] for row in specialised}) == 14
    digital = rows(district, "enterprises", Where("cluster", "is", "数字经济/人工智能"))
    assert (len(digital), sum(e["employees"] for e in digital)) == (16, 600)
    assert {e["above_scale"] for e in digital} == {False}


def test_that_names_are_made_up_and_unique_and_codes_hold_both_check_digits(district: Office) -> None:
    enterprises = rows(district, "enterprises")
    names = [str(e["name"]) for e in enterprises]
    assert len({normal(name) for name in names}) == len(names)
    assert all("自贡" in name and not any(real in name for real in REAL) for name in names)
    codes = {str(e["credit_code"]) for e in enterprises}
    assert len(codes) == len(names)
    assert all(oddity(code) == "" and code[2:8] == "510304" for code in codes)


def test_that_officers_of_every_role_are_there_with_names_of_their_own(district: Office) -> None:
    officers = rows(district, "officers")
    roles = Counter(str(o["role"]) for o in officers)
    assert (roles[Role.LEADER], roles[Role.CHIEF_SERVICE_OFFICER], roles[Role.STATIONED]) == (8, 24, 20)
    assert roles[Role.LIAISON] >= 20
    assert len({o["name"] for o in officers}) == len(officers)
    assert all(str(o["name"])[0] in SURNAMES for o in officers)


def test_that_every_enterprise_above_scale_has_one_leader_and_one_chief_service_officer_today(district: Office) -> None:
    links = [x for x in rows(district, "assignments") if x["until"] is None or x["until"] >= TODAY]
    above = {e["id"] for e in rows(district, "enterprises", Where("above_scale", "is", True))}
    for role in (Role.LEADER, Role.CHIEF_SERVICE_OFFICER):
        served = Counter(x["enterprise"] for x in links if x["role"] == role)
        assert set(served.values()) == {1}
        assert above <= set(served)
    ended = [x for x in rows(district, "assignments") if x["until"] is not None and x["until"] < TODAY]
    assert ended
    mine = [x for x in links if x["officer"] == district.officer.id]
    assert len(mine) == 12


def test_that_visits_lie_on_working_days_mostly_and_are_few_in_february(district: Office) -> None:
    visits, calendar = rows(district, "visits"), shipped_calendar()
    days = [v["day"] for v in visits]
    assert all(date(2024, 11, 1) <= day <= TODAY for day in days)  # type: ignore[operator]
    working = sum(calendar.is_working(day) for day in days)  # type: ignore[arg-type]
    assert 0.96 < working / len(days) < 1
    by_month = Counter(f"{day:%Y-%m}" for day in days)
    whole = [count for month, count in by_month.items() if month != "2026-11"]
    assert by_month["2025-02"] < 0.7 * sum(whole) / len(whole)
    assert {v["way"] for v in visits} == {"实地", "电话", "座谈", "视频", "驻企"}


def test_that_some_visits_are_owed_and_some_are_done(district: Office) -> None:
    board = duties.board(district)
    for role in (Role.LEADER, Role.CHIEF_SERVICE_OFFICER, Role.STATIONED):
        owed = [duty for bearer in board.bearers if bearer.role == role for duty in bearer.duties]
        assert 0 < sum(duty.still for duty in owed) < len(owed), role
