"""A meeting from the invitation to the minutes in the window: guests, the room typed by keys alone, papers, files."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question
from daan_desk.services import attachments, invitations, ledgers, meeting_papers, rooms, undo
from daan_desk.services.office import Office
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.link_editor import PAUSE
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.preview_files import Format
from daan_desk.ui.pages.meetings.page import MeetingsPage
from daan_desk.ui.pages.meetings.papers import write_word
from tests import builders
from tests.photographs import placed
from tests.services import meetings_world as world
from tests.ui.pages.meetings_hands import Opened, of, page_of, press, say, settle, typed

ONE, TWO, THREE = "自贡甲有限公司", "自贡乙有限公司", "自贡丙有限公司"
Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def held(office: Office) -> str:
    world.department(office, "区发改局")
    return world.meeting(office)


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> MeetingsPage:
    return page_of(opened, qtbot)


def in_the_room(page: MeetingsPage, held: str) -> None:
    page.hold(held)
    settle(page)


def test_that_guests_are_found_by_filters_ticked_and_invited_in_one_act(
    office: Office, page: MeetingsPage, held: str
) -> None:
    for name, cluster in ((ONE, "通用装备"), (TWO, "通用装备"), (THREE, "其他")):
        builders.enterprise(office, name, cluster=cluster)
    world.bank(office)
    page.open_meeting(held)
    settle(page)
    press(page, Key.Key_I, Control)
    box = page.inviting.box
    assert box is not None
    assert not box.doing.isEnabled()
    box.wishes.editors["cluster"].fill("通用装备")
    box.ask()
    settle(page)
    box.lists["enterprises"].tick_all()
    box.lists["banks"].tick_all()
    assert box.counted.text() == "已选 2 家企业、1 家银行"
    QTest.mouseClick(box.doing, Qt.MouseButton.LeftButton)
    settle(page)
    assert [line.title for line in page.view.guests.list.lines] == [
        TWO,
        ONE,
        "大安农商银行",
    ]  # nobody met them, so by name
    assert undo.acts(office, 1)[0].name == "邀请 2 家企业、1 家银行参加活动"
    page.inviting.open(held)
    settle(page)
    again = page.inviting.box
    assert again is not None
    again.lists["enterprises"].tick_all()
    assert len(again.chosen()["enterprises"]) == 1
    again.reject()


def test_that_a_guest_turns_from_expected_to_there_to_away(office: Office, page: MeetingsPage, held: str) -> None:
    world.asked(office, held, [ONE])
    page.open_meeting(held)
    settle(page)
    for came in (True, False, None):
        guest = page.view.guests.list
        guest.setCurrentIndex(guest.model().index(0, 0))
        guest.setFocus()
        press(page, Key.Key_Return)
        assert of(office, "participants", held)[0]["came"] is came


def test_that_a_whole_session_is_typed_without_a_click_and_becomes_records(
    office: Office, page: MeetingsPage, held: str
) -> None:
    world.asked(office, held, [ONE, TWO])
    in_the_room(page, held)
    say(page, "二期用电增容未批复")
    press(page, Key.Key_Return)
    typed("用能")
    settle(page)
    press(page, Key.Key_Return)  # takes what is offered
    press(page, Key.Key_Return)
    assert page.room.lines.place() == (0, "amount")
    press(page, Key.Key_Return)  # no money
    say(page, "区发改局")
    press(page, Key.Key_Return)
    press(page, Key.Key_Return)  # no remark: on to the next enterprise, past its name
    assert page.room.lines.place() == (1, "title")
    press(page, Key.Key_Return)
    press(page, Key.Key_Return)
    say(page, "1.2亿")
    press(page, Key.Key_Return, Control)
    issue, demand = of(office, "issues", held)[0], of(office, "financing", held)[0]
    assert (issue["title"], issue["category"]) == ("二期用电增容未批复", "用能(水电气)")
    assert isinstance(issue["lead_department"], Linked)
    assert issue["lead_department"].text == "区发改局"
    assert f"{demand['amount']:.0f}" == "12000"
    assert page.stack.currentWidget() is page.view
    assert [line.title for line in page.view.raised.list.lines] == ["二期用电增容未批复", "融资 12,000 万元"]


def test_that_every_key_is_kept_and_stands_there_again_after_the_program_was_killed(
    office: Office, page: MeetingsPage, held: str, opened: Opened, qtbot: QtBot
) -> None:
    world.asked(office, held, [ONE])
    in_the_room(page, held)
    typed("厂门口")
    page.desk.tasks.settle()
    page.desk.tasks.settle()
    assert [line.get("title") for line in rooms.room(office, held).lines] == ["厂门口"]
    other = page_of(opened, qtbot)
    in_the_room(other, held)
    assert other.room.lines.raw()[0]["title"] == "厂门口"


def test_that_leaving_waits_for_the_last_key(office: Office, page: MeetingsPage, held: str) -> None:
    world.asked(office, held, [ONE])
    in_the_room(page, held)
    typed("路灯不亮")
    assert page.may_leave()
    assert rooms.room(office, held).lines[0]["title"] == "路灯不亮"


def test_that_what_lacks_is_said_below_its_cell_and_the_cursor_goes_there(
    office: Office, page: MeetingsPage, held: str
) -> None:
    world.asked(office, held, [ONE])
    in_the_room(page, held)
    say(page, "没有类别")
    press(page, Key.Key_Return, Control)
    line = page.room.lines.lines[0]
    assert line.messages["category"].text() == "请选类别"
    assert page.room.lines.place() == (0, "category")
    assert of(office, "issues", held) == ()
    page.room.lines.lines[0].editors["category"].fill("其他")
    press(page, Key.Key_Return, Control)
    assert len(of(office, "issues", held)) == 1


def test_that_taking_the_act_back_brings_the_lines_back_into_the_room(
    office: Office, page: MeetingsPage, held: str
) -> None:
    world.asked(office, held, [ONE])
    in_the_room(page, held)
    say(page, "路灯不亮")
    press(page, Key.Key_Return)
    page.room.lines.lines[0].editors["category"].fill("园区配套")
    press(page, Key.Key_Return, Control)
    in_the_room(page, held)
    assert page.room.state.text() == "已整理出 1 条记录"
    page.desk.undo_stack.undo()
    settle(page)
    assert page.room.lines.raw()[0]["title"] == "路灯不亮"


def test_that_an_enterprise_that_nobody_knew_is_made_in_the_room_and_the_line_goes_on(
    office: Office, page: MeetingsPage, held: str
) -> None:
    in_the_room(page, held)
    typed(TWO)
    page.desk.tasks.settle()
    QTest.qWait(PAUSE + 80)
    settle(page)
    press(page, Key.Key_Return)  # 新建…
    form = page.room.findChild(FormDialog)
    assert form is not None
    assert form.form.raws()["name"] == TWO
    form.save()
    settle(page)
    [firm] = ledgers.ids(office, Question("enterprises"))
    assert page.room.lines.raw() == [{"enterprise": Linked(firm, TWO)}]
    assert rooms.room(office, held).lines[0]["enterprise"] == Linked(firm, TWO)


def test_that_an_empty_room_says_so_and_is_typed_in_again(page: MeetingsPage, held: str) -> None:
    said: list[BaseException] = []
    page.desk.complained.connect(said.append)
    in_the_room(page, held)
    page.room.turn_into_records()
    settle(page)
    assert str(said[0]) == "现场还没有记下问题或融资需求"
    assert page.room.lines.isEnabled()


def test_that_keys_that_could_not_be_kept_are_said_and_stay_on_the_screen(
    page: MeetingsPage, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_room(page, held)

    def full(*_: object) -> None:
        raise OSError("磁盘已满")

    monkeypatch.setattr(rooms, "keep", full)
    say(page, ONE)
    assert page.room.state.text() == "刚才的内容没有保存：磁盘已满"
    monkeypatch.undo()
    say(page, "。")
    assert page.room.state.text().startswith("已保存")
    assert page.room.lines.raw()[0]["enterprise"] == f"{ONE}。"


def test_that_what_the_last_session_left_open_stands_beside_this_one(
    office: Office, page: MeetingsPage, held: str
) -> None:
    before = world.meeting(office, "上一场", day=date(2026, 10, 20))
    world.asked(office, before, [ONE])
    line = {**rooms.room(office, before).lines[0], "title": "还没修好的路", "category": "园区配套"}
    rooms.finish(office, before, [line])
    page.open_meeting(held)
    settle(page)
    assert [line.title for line in page.view.left_over.list.lines] == ["还没修好的路"]
    assert page.view.left_over.title.text() == "上期未办结　2026-10-20　1 个问题、0 个融资需求"


def test_that_every_paper_is_shown_and_the_minutes_go_to_word(
    office: Office, page: MeetingsPage, held: str, tmp_path: Path
) -> None:
    world.asked(office, held, [ONE])
    for word, shown in (("通知", "的通知"), ("签到表", "签到表"), ("纪要", "装备制造企业专场")):
        page.papers.open(held, word)
        settle(page)
        preview = page.papers.preview
        assert preview is not None
        preview.tasks.settle()
        assert preview.set_paper is not None
        assert preview.paper.title.endswith(shown)
        press_word = preview.formats[".docx"]
        assert press_word.isEnabled()
        if word != "纪要":
            preview.reject()
    minutes = Format("", "file-text", ".docx", partial(write_word, meeting_papers.paper(office, "纪要", held)))
    preview.keep(minutes, tmp_path / "纪要.docx")
    preview.tasks.settle()
    assert ONE in "\n".join(c.text for t in Document(str(tmp_path / "纪要.docx")).tables for c in t._cells)
    preview.reject()


def test_that_photos_are_dropped_and_pasted_anywhere_on_a_meeting_small_and_without_their_place(
    office: Office, page: MeetingsPage, held: str, tmp_path: Path
) -> None:
    folder = tmp_path / "DCIM"
    folder.mkdir()
    placed(folder, "b.jpg", width=4000, height=3000, moment="2026:11:20 16:00:00")
    placed(folder, "a.jpg", width=800, height=600, moment="2026:11:20 17:00:00")
    page.open_meeting(held)
    settle(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    QGuiApplication.clipboard().setMimeData(data)
    page.view.back.setFocus()
    press(page, Key.Key_V, Control)
    found = attachments.of(office, held)
    assert [row["name"] for row in found] == ["b.jpg", "a.jpg"]
    assert page.view.files.printing.isVisible()
    page.view.files.photos.open("meetings", held)
    settle(page)
    preview = page.view.files.photos.preview
    assert preview is not None
    preview.tasks.settle()
    assert preview.set_paper is not None
    assert len(preview.set_paper.pages) == 1
    preview.reject()


def test_that_an_empty_page_opens_and_a_meeting_that_is_gone_leads_back(page: MeetingsPage) -> None:
    said: list[BaseException] = []
    page.desk.complained.connect(said.append)
    assert page.ledger.model.rowCount() == 0
    page.show_for(Target(record="01a21526-e402-74e5-8c6c-012d0348edde"))
    settle(page)
    assert said
    assert page.stack.currentWidget() is page.ledger


def test_that_a_hundred_enterprises_fit_into_the_room(office: Office, page: MeetingsPage, held: str) -> None:
    ids = [builders.enterprise(office, f"自贡第{at}有限公司") for at in range(60)]
    invitations.invite(office, held, {"enterprises": ids})
    in_the_room(page, held)
    assert len(page.room.lines.lines) == 61
    assert page.room.lines.place() == (0, "title")


def test_that_escape_closes_what_is_offered_before_it_leaves(office: Office, page: MeetingsPage, held: str) -> None:
    world.asked(office, held, [ONE])
    in_the_room(page, held)
    page.room.lines.go_to(0, "category")
    typed("用")
    assert QApplication.activePopupWidget() is not None
    press(page, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert page.stack.currentWidget() is page.room
    press(page, Key.Key_Escape)
    assert page.stack.currentWidget() is page.view
