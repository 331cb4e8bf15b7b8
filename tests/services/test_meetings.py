"""Numbers of meetings, what the session before left open, and the papers."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from daan_desk.domain.briefs import Brief
from daan_desk.domain.failures import Rejected
from daan_desk.domain.meetings import Life, items, open_on
from daan_desk.services import issues, meeting_papers, meeting_sheets, records, rooms, undo
from daan_desk.services.ledgers import row
from daan_desk.services.office import Office
from tests import laptops
from tests.services import meetings_world as world

ONE, TWO = "自贡天工机械有限公司", "自贡大山盐业有限公司"


def number(office: Office, held: str) -> object:
    return row(office, "meetings", held)["number"]


def words(brief: Brief) -> str:
    blocks = (*brief.opening, *(block for section in brief.sections for block in section.blocks))
    cells = [str(cell) for e in brief.exhibits for r in e.table.rows for cell in r]
    return "\n".join([brief.addressed, brief.title, *(getattr(b, "text", "") for b in blocks), *cells, *brief.signed])


def test_that_numbers_go_on_within_a_year_and_a_kind_and_are_never_given_twice(office: Office) -> None:
    first, second = world.meeting(office), world.meeting(office, "第二场")
    assert [number(office, held) for held in (first, second)] == [1, 2]
    assert number(office, world.meeting(office, "银行", kind="银政企恳谈会")) == 1
    assert number(office, world.meeting(office, "上一年", day=date(2025, 3, 2))) == 1
    records.remove(office, "meetings", [second])
    assert number(office, world.meeting(office, "第三场")) == 3


def test_that_a_number_that_stands_for_another_meeting_is_refused_with_the_free_one(office: Office) -> None:
    first = world.meeting(office)
    with pytest.raises(Rejected, match="第 1 期已有，可以用第 2 期"):
        world.meeting(office, "重号", number=1)
    other = world.meeting(office, "第二场")
    with pytest.raises(Rejected, match="已有"):
        records.change(office, "meetings", other, {"number": 1})
    records.change(office, "meetings", first, {"number": 1, "theme": "改了主题"})


def test_that_two_laptops_that_gave_the_same_number_end_with_two(tmp_path: Path) -> None:
    here, there = laptops.laptop(tmp_path, "李慧敏"), laptops.laptop(tmp_path, "王建国")
    mine = world.meeting(here.office, "这台电脑的")
    theirs = world.meeting(there.office, "那台电脑的")
    changes = laptops.hand_over(there.office, here.office, tmp_path)
    assert {number(here.office, mine), number(here.office, theirs)} == {1, 2}
    assert any("期号 第 1 期 与另一台电脑登记的活动重复，改为 第 2 期" in words for words in changes.remarks)
    assert number(here.office, world.meeting(here.office, "以后的")) == 3
    laptops.hand_over(here.office, there.office, tmp_path)
    assert laptops.contents(here.office)["meetings"] == laptops.contents(there.office)["meetings"]
    here.close()
    there.close()


def test_that_what_the_last_session_of_the_kind_left_open_is_on_the_agenda_of_the_next(office: Office) -> None:
    today = office.today()
    before = world.meeting(office, "上一场", day=today - timedelta(days=30))
    world.asked(office, before, [ONE, TWO])
    lines = [dict(line) for line in rooms.room(office, before).lines]
    lines[0] |= {"title": "二期用电增容未批复", "category": "用能(水电气)"}
    lines[1] |= {"title": "路灯不亮", "category": "园区配套", "amount": "300"}
    changes = rooms.finish(office, before, lines)
    world.meeting(office, "别的类别", kind="座谈会", day=today - timedelta(days=5))
    held = world.meeting(office)
    left = meeting_sheets.sheet(office, held).left
    assert left.meeting is not None and left.meeting.id == before
    assert (len(left.issues), len(left.demands)) == (2, 1)
    solved = changes.ids["issues"][1]
    answer = {"dispatch": {"lead_department": world.department(office)}, "accept": {}, "answer": {"outcome": "已换"}}
    for move, values in answer.items():
        issues.move(office, solved, move, values)
    found = meeting_sheets.sheet(office, held)
    assert [issue["title"] for issue in found.left.issues] == ["二期用电增容未批复"]
    assert found.agenda[0] == "通报上期事项办理情况"
    records.change(office, "meetings", held, {"agenda": "企业发言"})
    assert meeting_sheets.sheet(office, held).agenda == ("通报上期未办结的 2 个事项", "企业发言")
    assert "二期用电增容未批复" in words(meeting_papers.paper(office, "通知", held))


def test_that_an_issue_answered_after_the_session_was_open_on_its_day() -> None:
    day = date(2026, 11, 20)
    assert open_on(Life("已办结", date(2026, 10, 1), date(2026, 11, 25)), day)
    assert not open_on(Life("已办结", date(2026, 10, 1), date(2026, 11, 20)), day)
    assert not open_on(Life("待交办", date(2026, 11, 21)), day)
    assert open_on(Life("长期推进", date(2026, 10, 1)), day)
    assert not open_on(Life("解释说明", date(2026, 10, 1)), day)


@pytest.mark.parametrize(
    "agenda", ["一、签到\n二、发言", "1.签到\n2. 发言", "（一）签到；\n（二）发言。", "一、签到；二、发言。"]
)
def test_that_an_agenda_is_read_whatever_it_is_numbered_with(agenda: str) -> None:
    assert items(agenda) == ("签到", "发言")


def test_that_the_three_papers_say_what_is_known(office: Office) -> None:
    held = world.meeting(office, place="企业之家", hours="15:00—17:00", host="王建国", minutes="逐家听取了意见。")
    world.asked(office, held, [ONE, TWO])
    lines = [dict(line) for line in rooms.room(office, held).lines]
    rooms.finish(office, held, [{**lines[0], "title": "缺电", "category": "用能(水电气)", "amount": "1.2亿"}])
    notice = meeting_papers.paper(office, "notice", held)
    assert notice.title == "关于召开“安逸隆”下午茶的通知" and notice.masthead is None
    assert "时间：11月23日（星期一） 15:00—17:00" in words(notice) and ONE in words(notice)
    assert notice.signed == ("大安区企业服务工作专班办公室", "2026年11月23日")
    sheet = meeting_papers.paper(office, "签到表", held)
    assert len(sheet.exhibits[0].table.rows) == 2 + meeting_papers.SPARE and sheet.exhibits[0].tall > 0
    minutes = meeting_papers.paper(office, "纪要", held)
    assert minutes.masthead is not None and minutes.masthead.number == "2026 年第 1 期"
    said = words(minutes)
    assert (
        "1 家企业参加" in said
        and "收集问题 1 个，融资需求 1 个、金额 12,000 万元" in said
        and "逐家听取了意见。" in said
    )


def test_that_a_paper_of_an_unknown_name_is_a_sentence(office: Office) -> None:
    with pytest.raises(Rejected, match="通知、签到表、纪要"):
        meeting_papers.paper(office, "请柬", world.meeting(office))


def test_that_a_meeting_without_anything_still_has_its_papers(office: Office) -> None:
    held = records.add(office, "meetings", {"kind": "座谈会", "theme": "碰头", "day": office.today()}).first("meetings")
    for names in meeting_papers.PAPERS:
        assert meeting_papers.paper(office, names[0], held).title
    assert undo.acts(office, 1)[0].name.startswith("新增活动")
