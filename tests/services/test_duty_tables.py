"""The coverage board on paper: sums that add up, an order that ranks nobody."""

from __future__ import annotations

from datetime import date

from daan_desk.services import duties, duty_tables, records
from daan_desk.services.office import Office
from tests import builders


def linked(office: Office, officer: str, role: str, count: int) -> list[str]:
    made = [builders.enterprise(office, f"自贡{role}{at}机械有限公司") for at in range(count)]
    for enterprise in made:
        values = {"enterprise": enterprise, "officer": officer, "role": role, "since": "2026-01-01"}
        records.add(office, "assignments", values)
    return made


def test_that_roles_stand_in_the_offices_order_and_need_comes_first_when_asked(office: Office) -> None:
    leader, chief = builders.officer(office), builders.officer(office, "陈志远", "企业首席服务官")
    linked(office, leader, "县级领导", 1)
    linked(office, chief, "企业首席服务官", 2)
    bearers = duties.board(office).bearers
    assert [one.name for one in sorted(bearers, key=duty_tables.by_name)] == ["王建国", "陈志远"]
    assert [one.name for one in sorted(bearers, key=duty_tables.by_need)] == ["陈志远", "王建国"]


def test_that_more_visits_than_owed_pay_nothing_for_another_enterprise(office: Office) -> None:
    leader = builders.officer(office)
    often, never = linked(office, leader, "县级领导", 2)
    for day in ("2026-11-02", "2026-11-03", "2026-11-04"):
        builders.visit(office, often, day=day, led_by=leader)
    builders.visit(office, never, day="2026-11-05", led_by=leader, way="电话")
    (bearer,) = duties.board(office).bearers
    assert duty_tables.sums(bearer) == (2, 1, 1, 1)
    assert duty_tables.next_day(bearer) == date(2026, 11, 23)
    table = duty_tables.officers([bearer], office.today())
    assert table.rows == (("县级领导", "王建国", 2, 2, 1, 1, 1, date(2026, 11, 23)),)


def test_that_the_lines_of_enterprises_add_up_to_those_of_officers(district: Office) -> None:
    board = duties.board(district)
    some, every = (make(board.bearers, board.day) for make in (duty_tables.officers, duty_tables.enterprises))
    for label in ("应走访", "已完成", "电话", "还差"):
        sums = [table.sums()[[column.label for column in table.columns].index(label)] for table in (some, every)]
        assert sums[0] == sums[1], label
    assert len(every.rows) == sum(len(one.duties) for one in board.bearers)
    assert "电话联系单独计数" in every.notes[0]


def test_that_the_neglected_of_the_board_are_those_of_the_first_page(district: Office) -> None:
    from daan_desk.services.home import home

    assert duties.overview(district, district.today())[1] == home(district).neglected
