"""What is typed in the room: kept at every key, turned into records by one act, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.services import ledgers, records, rooms, undo
from daan_desk.services.office import Office
from daan_desk.services.rooms import Room
from tests import builders
from tests.services import meetings_world as world

ONE, TWO = "自贡天工机械有限公司", "自贡大山盐业有限公司"
POWER = {"title": "二期用电增容未批复", "category": "用能(水电气)", "remark": "已排队三个月"}


@pytest.fixture
def held(office: Office) -> str:
    made = world.meeting(office)
    world.asked(office, made, [ONE, TWO])
    return made


def of(office: Office, ledger: str, meeting: str) -> tuple[Row, ...]:
    found = ledgers.ids(office, Question(ledger, where=(Where("meeting", "is", meeting),)))
    return ledgers.rows(office, ledger, found)


def names(room: Room) -> list[str]:
    return [line["enterprise"].text for line in room.lines]


def line(room: Room, at: int = 0, **cells: Any) -> dict[str, Any]:
    return {**room.lines[at], **cells}


def test_that_a_room_begins_with_a_line_for_every_guest(office: Office, held: str) -> None:
    room = rooms.room(office, held)
    assert names(room) == [ONE, TWO]
    assert (room.back, room.made) == ((), 0)


def test_that_one_act_makes_issues_and_demands_and_marks_who_spoke(office: Office, held: str) -> None:
    world.department(office)
    room = rooms.room(office, held)
    lines = [line(room, **POWER, department="区经信局"), line(room, 1, amount="1200", remark="购设备")]
    changes = rooms.finish(office, held, lines)
    assert changes.name == "整理现场记录：1 个问题、1 个融资需求"
    issue, demand = of(office, "issues", held)[0], of(office, "financing", held)[0]
    assert (issue["title"], issue["source"], issue["state"]) == (POWER["title"], "下午茶", "待交办")
    assert isinstance(issue["lead_department"], Linked) and issue["lead_department"].text == "区经信局"
    assert (issue["description"], issue["raised"]) == ("已排队三个月", office.today())
    assert (f"{demand['amount']:.0f}", demand["notes"], demand["state"]) == ("1200", "购设备", "申报")
    assert all(row["came"] for row in of(office, "participants", held))
    assert [line for line in rooms.room(office, held).lines if "title" in line] == []


def test_that_a_line_with_problem_and_amount_becomes_both(office: Office, held: str) -> None:
    room = rooms.room(office, held)
    changes = rooms.finish(office, held, [line(room, title="技改缺资金", amount="500")])
    assert (changes.counts["issues"], changes.counts["financing"]) == (1, 1)
    assert of(office, "issues", held)[0]["category"] == "融资"


def test_that_an_enterprise_that_walks_in_becomes_a_participant(office: Office, held: str) -> None:
    builders.enterprise(office, "自贡灯彩文旅有限公司")
    rooms.finish(office, held, [{"enterprise": "自贡灯彩文旅有限公司", **POWER}])
    came = {row["enterprise"].text: row["came"] for row in of(office, "participants", held)}  # type: ignore[attr-defined]
    assert came == {ONE: None, TWO: None, "自贡灯彩文旅有限公司": True}


def test_that_what_is_typed_is_there_again_and_leaves_no_act(office: Office, held: str) -> None:
    before = len(undo.acts(office, 50))
    room = rooms.room(office, held)
    rooms.keep(office, held, [line(room, title="厂区门口道"), room.lines[1]])
    again = rooms.room(office, held)
    assert [(one["enterprise"].text, one.get("title")) for one in again.lines] == [(ONE, "厂区门口道"), (TWO, None)]
    assert len(undo.acts(office, 50)) == before


def test_that_taking_the_act_back_brings_the_lines_back_beside_what_was_typed_since(office: Office, held: str) -> None:
    room = rooms.room(office, held)
    changes = rooms.finish(office, held, [line(room, **POWER)])
    rooms.keep(office, held, [line(room, 1, title="后来想起的", category="融资")])
    assert rooms.room(office, held).made == 1
    undo.undo(office, changes.act)
    back = rooms.room(office, held)
    assert [one.get("title") for one in back.lines if one.get("title")] == [POWER["title"], "后来想起的"]
    rooms.keep(office, held, [line(rooms.room(office, held), 1, title="没有看到撤销的窗口")])
    assert POWER["title"] in [one.get("title") for one in rooms.room(office, held).lines]
    again = rooms.finish(office, held, back.lines, back.back)
    assert again.counts["issues"] == 2
    assert of(office, "financing", held) == ()
    assert rooms.room(office, held).back == ()


def test_that_every_lacking_cell_is_named_and_nothing_is_written(office: Office, held: str) -> None:
    room = rooms.room(office, held)
    lines = [
        line(room, title="没有类别"),
        line(room, 1, amount="很多"),
        {"enterprise": "", "title": "谁说的"},
        {"enterprise": "名录外公司", **POWER},
        line(room, remark="只有备注"),
        line(room, **POWER, department="没有的局"),
    ]
    with pytest.raises(Rejected) as refused:
        rooms.finish(office, held, lines)
    assert set(refused.value.problems) == {
        *("0.category", "1.amount", "2.enterprise", "2.category", "3.enterprise", "4.title", "5.department"),
    }
    assert of(office, "issues", held) == ()


def test_that_其他_asks_nobody_twice_in_the_room(office: Office, held: str) -> None:
    rooms.finish(office, held, [line(rooms.room(office, held), title="厂门口路灯不亮", category="其他")])
    assert of(office, "issues", held)[0]["notes"] == "关键词：厂门口路灯不亮"


def test_that_a_formula_and_a_name_of_300_characters_are_words(office: Office, held: str) -> None:
    room = rooms.room(office, held)
    rooms.finish(office, held, [line(room, title='=HYPERLINK("x")😀', category="融资")])
    assert of(office, "issues", held)[0]["title"] == '=HYPERLINK("x")😀'
    with pytest.raises(Rejected) as refused:
        rooms.finish(office, held, [line(room, 1, title="长" * 300, category="融资")])
    assert list(refused.value.problems) == ["0.title"]


def test_that_a_meeting_with_an_empty_room_is_refused_in_one_sentence(office: Office, held: str) -> None:
    with pytest.raises(Rejected, match="还没有记下问题"):
        rooms.finish(office, held, rooms.room(office, held).lines)


def test_that_a_guest_who_said_no_has_no_line(office: Office, held: str) -> None:
    guest = of(office, "participants", held)[0]
    records.change(office, "participants", guest.id, {"came": False})
    assert len(rooms.room(office, held).lines) == 1


def test_that_the_office_of_a_fresh_workspace_is_untouched(tmp_path: Path) -> None:
    place = builders.workplace(tmp_path, name="fresh.daan")
    made = world.meeting(place.office)
    assert rooms.room(place.office, made).lines == ()
    place.close()
