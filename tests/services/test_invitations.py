"""Who is asked to a meeting, found by filters; and who came."""

from __future__ import annotations

from datetime import timedelta

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.questions import Question, Where
from daan_desk.services import invitations, ledgers
from daan_desk.services.invitations import Wish
from daan_desk.services.office import Office
from tests import builders
from tests.services import meetings_world as world


def found(office: Office, held: str, **wish: object) -> list[str]:
    return [one.name for one in invitations.candidates(office, held, Wish(**wish))]  # type: ignore[arg-type]


def guests(office: Office, held: str) -> list[tuple[str, str, str]]:
    ids = ledgers.ids(office, Question("participants", where=(Where("meeting", "is", held),)))
    rows = ledgers.rows(office, "participants", ids)
    return sorted((str(r["part"]), str(r["person"] or ""), str(r["phone"] or "")) for r in rows)


def test_that_enterprises_are_found_by_where_they_are_and_what_is_open_there(office: Office) -> None:
    held = world.meeting(office)
    one = builders.enterprise(office, "自贡甲机械有限公司", cluster="通用装备", tags="重点")
    builders.enterprise(office, "自贡乙机械有限公司", cluster="通用装备", size_class="小型")
    builders.enterprise(office, "自贡丙盐业有限公司")
    builders.enterprise(office, "自贡丁注销有限公司", cluster="通用装备", operating_state="注销")
    builders.issue(office, one)
    assert found(office, held, where=(Where("cluster", "is", "通用装备"),)) == [
        "自贡乙机械有限公司",
        "自贡甲机械有限公司",
    ]
    assert found(office, held, where=(Where("size_class", "is", "小型"),)) == ["自贡乙机械有限公司"]
    assert found(office, held, where=(Where("tags", "has", "重点"),)) == ["自贡甲机械有限公司"]
    assert found(office, held, open_issues=True) == ["自贡甲机械有限公司"]
    assert found(office, held, text="zgby") == ["自贡丙盐业有限公司"]


def test_that_those_whom_nobody_met_for_long_come_first_by_visit_or_by_meeting(office: Office) -> None:
    today = office.today()
    met, visited, never = (builders.enterprise(office, f"自贡{n}有限公司") for n in ("见过", "走访过", "没见过"))
    builders.visit(office, visited, day=today - timedelta(days=200))
    before = world.meeting(office, "上一次", day=today - timedelta(days=20))
    invitations.invite(office, before, {"enterprises": [met]})
    held = world.meeting(office)
    assert found(office, held, not_met=90) == ["自贡没见过有限公司", "自贡见过有限公司", "自贡走访过有限公司"]
    guest = ledgers.ids(office, Question("participants"))[0]
    invitations.attend(office, before, {guest: True})
    assert found(office, held, not_met=90) == ["自贡没见过有限公司", "自贡走访过有限公司"]
    assert [one.days for one in invitations.candidates(office, held, Wish())] == [None, 200, 20]
    assert never


def test_that_everybody_is_asked_with_the_person_we_know_and_nobody_twice(office: Office) -> None:
    held = world.meeting(office)
    firm = builders.enterprise(office, contact_name="张明", contact_title="厂长", contact_phone="13812345678")
    asked = {
        "enterprises": [firm],
        "officers": [builders.officer(office, phone="13900000000")],
        "departments": [world.department(office)],
        "banks": [world.bank(office)],
    }
    changes = invitations.invite(office, held, asked)
    assert changes.name == "邀请 1 家企业、1 位领导、1 个部门、1 家银行参加活动"
    assert guests(office, held) == [
        *(
            ("企业", "张明", "13812345678"),
            ("部门", "陈静", ""),
            ("银行", "周凯", ""),
            ("领导", "王建国", "13900000000"),
        ),
    ]
    again = invitations.invite(office, held, asked)
    assert len(guests(office, held)) == 4
    assert again.remarks == ("4 个已在名单上，没有重复邀请",)


def test_that_who_came_may_be_another_person_and_who_stayed_away_is_said(office: Office) -> None:
    held = world.meeting(office)
    world.asked(office, held, ["自贡甲有限公司", "自贡乙有限公司"])
    one, two = ledgers.ids(office, Question("participants"))
    invitations.attend(office, held, {one: "李丽", two: False})
    rows = {row.id: row for row in ledgers.rows(office, "participants", [one, two])}
    assert (rows[one]["came"], rows[one]["person"]) == (True, "李丽")
    assert (rows[two]["came"], rows[two]["person"]) == (False, "张明")


def test_that_asking_nobody_is_refused(office: Office) -> None:
    with pytest.raises(Rejected, match="请先选择"):
        invitations.invite(office, world.meeting(office), {"enterprises": []})
