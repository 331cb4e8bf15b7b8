"""Acts are carried out in the background, offered for undoing, and told to everybody."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from daan_desk.domain.failures import Cancelled, Rejected
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk, Journey, Message
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.tasks import Job, Progress
from tests.ui.conftest import UndoBook

ADDED = Changes("act-1", "新增走访", {"visits": ("v1",)})


def act(desk: Desk, changes: Changes = ADDED) -> None:
    desk.act(lambda: changes)
    desk.tasks.settle()


def test_that_an_act_is_told_with_its_undo(qtbot: QtBot, desk: Desk) -> None:
    told: list[Message] = []
    desk.told.connect(told.append)
    with qtbot.waitSignal(desk.acted) as acted:
        act(desk)
    assert acted.args == [ADDED]
    assert told == [Message("已新增走访", "act-1", "good")]
    assert desk.undo_stack.undoText() == "新增走访"


def test_that_remarks_of_an_act_are_told(desk: Desk) -> None:
    told: list[Message] = []
    desk.told.connect(told.append)
    act(desk, Changes("a", "合并企业", {"enterprises": ("e",)}, ("2 条走访已改到新企业",)))
    assert told[0].remedy == "2 条走访已改到新企业"


def test_that_an_act_that_touched_nothing_is_not_offered_for_undoing(qtbot: QtBot, desk: Desk) -> None:
    told: list[Message] = []
    desk.told.connect(told.append)
    heard: list[Changes] = []
    with qtbot.assertNotEmitted(desk.acted):
        desk.act(Changes, then=heard.append)
        desk.tasks.settle()
    assert not desk.undo_stack.canUndo()
    assert told[0].text == "没有需要改动的内容"
    assert heard == [Changes()]


def test_that_undo_and_redo_take_turns_at_the_newest_act(desk: Desk, undo_book: UndoBook) -> None:
    act(desk)
    for step in (desk.undo_stack.undo, desk.undo_stack.redo, desk.undo_stack.undo):
        step()
        desk.tasks.settle()
    assert undo_book.asked == ["act-1", "act-1'", "act-1''"]


def test_that_undo_pressed_twice_before_the_first_is_done_still_uses_the_right_act(
    desk: Desk, undo_book: UndoBook
) -> None:
    act(desk)
    desk.undo_stack.undo()
    desk.undo_stack.redo()
    desk.tasks.settle()
    assert undo_book.asked == ["act-1", "act-1'"]


def test_that_undoing_says_so_and_pages_hear_of_it(desk: Desk) -> None:
    act(desk)
    told: list[Message] = []
    heard: list[Changes] = []
    desk.told.connect(told.append)
    desk.acted.connect(heard.append)
    desk.undo_stack.undo()
    desk.tasks.settle()
    assert told[0].text == "已撤销：新增走访"
    assert heard[0].act == "act-1'"


def test_that_an_undo_that_is_refused_says_why_and_is_not_offered_again(desk: Desk, undo_book: UndoBook) -> None:
    complaints: list[BaseException] = []
    desk.complained.connect(complaints.append)
    act(desk)
    undo_book.failure = Rejected("这一步之后又改过了，不能再撤销。")
    desk.undo_stack.undo()
    desk.tasks.settle()
    undo_book.failure = None
    desk.undo_stack.redo()
    desk.tasks.settle()
    assert [str(failure) for failure in complaints] == ["这一步之后又改过了，不能再撤销。"]
    assert undo_book.asked == ["act-1"]
    assert not desk.undo_stack.canUndo()


def test_that_the_toast_takes_back_the_last_act_through_the_stack(desk: Desk, undo_book: UndoBook) -> None:
    act(desk)
    desk.take_back("act-1")
    desk.tasks.settle()
    assert undo_book.asked == ["act-1"]
    assert desk.undo_stack.canRedo()


def test_that_an_older_act_is_taken_back_by_an_act_of_its_own(desk: Desk, undo_book: UndoBook) -> None:
    act(desk)
    act(desk, Changes("act-2", "新增企业", {"enterprises": ("e",)}))
    desk.take_back("act-1")
    desk.tasks.settle()
    assert undo_book.asked == ["act-1"]
    assert desk.undo_stack.count() == 3


def test_that_a_refused_act_goes_to_its_page_and_otherwise_to_the_window(desk: Desk) -> None:
    def refused() -> Changes:
        raise Rejected({"name": "企业名称不能为空。"})

    complaints: list[BaseException] = []
    mine: list[BaseException] = []
    desk.complained.connect(complaints.append)
    desk.act(refused, failed=mine.append)
    desk.act(refused)
    desk.tasks.settle()
    assert len(mine) == len(complaints) == 1


def test_that_a_long_act_reports_and_can_be_stopped(desk: Desk, qtbot: QtBot) -> None:
    def work(job: Job) -> Changes:
        job.report(1, 1)
        job.cancel()
        job.report(2, 2)
        return ADDED

    seen: list[Progress] = []
    failures: list[BaseException] = []
    with qtbot.assertNotEmitted(desk.acted):
        desk.act(work, failed=failures.append, progress=seen.append)
        desk.tasks.settle()
    assert isinstance(failures[0], Cancelled)


def test_that_going_somewhere_is_asked_of_the_window(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.went) as went:
        desk.go("visits", Target(record="v1"))
    assert went.args == [Journey("visits", Target(record="v1"))]


def test_that_a_target_cannot_be_changed_on_the_way() -> None:
    with pytest.raises(AttributeError):
        Target().record = "x"  # type: ignore[misc]
