"""Parcels go out and come in at the screen, and a choice between two values is made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from daan_desk.domain.failures import Trouble
from daan_desk.exchange import parcels
from daan_desk.services import ledgers, merging, provisional, records, undo
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.merging.page import MergingPage
from tests import builders
from tests.laptops import carried, hand_over, laptop

Open = Callable[[Callable[[Desk], MergingPage]], MergingPage]
SECRET = "anyilong2026"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    monkeypatch.setattr("daan_desk.exchange.sealing.COST", 14)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Office]:
    """A leader's laptop."""
    made = laptop(tmp_path, "王建国")
    yield made.office
    made.close()


def parcel_of(office: Office, folder: Path) -> Path:
    file = folder / "from-wang.daanx"
    parcels.write(file, merging.pack(office), SECRET)
    return file


def settled(tasks: Tasks) -> None:
    for _ in range(3):
        tasks.settle()


def dropped(page: MergingPage, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, button, keys))


def planned(page: MergingPage, file: Path, tasks: Tasks, word: str = SECRET) -> Box:
    """The plan's box after the password was typed."""
    boxes: list[Box] = []
    page.taking.planned.connect(boxes.append)
    box = page.taking.open(file)
    QTest.keyClicks(box.line, word)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    settled(tasks)
    return boxes[-1]


def test_that_a_fresh_page_says_what_it_is_for(opened: Open) -> None:
    page = opened(MergingPage)
    assert page.shown.currentIndex() == 0
    assert page.asked.title.text() == "等您选择"
    assert [page.giving.scope.itemText(at) for at in range(page.giving.scope.count())] == ["全部内容"]
    assert [choice.text for choice in page.choices()] == ["打出交换包", "合并交换包"]


def test_that_a_parcel_is_packed_with_a_password(opened: Open, office: Office, tasks: Tasks, tmp_path: Path) -> None:
    builders.enterprise(office)
    page = opened(MergingPage)
    box = page.giving.pack_to(tmp_path / "out.daanx")
    assert not box.doing.isEnabled()
    QTest.keyClicks(box.line, SECRET)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    settled(tasks)
    got = parcels.read(tmp_path / "out.daanx", SECRET)
    assert "enterprises" in {entry.table for entry in got.entries}
    assert page.giving.press.isEnabled()
    (said,) = (box for box in page.findChildren(Box) if "已打包" in box.heading.text())
    said.reject()


def test_that_a_dropped_parcel_is_planned_in_words_and_merged_when_agreed(
    opened: Open, office: Office, other: Office, tasks: Tasks, tmp_path: Path
) -> None:
    builders.enterprise(other, "自贡乙公司")
    page = opened(MergingPage)
    file = parcel_of(other, tmp_path)
    dropped(page, file)
    asked = page.findChildren(Box)[-1]
    assert "from-wang.daanx" in asked.heading.text()
    asked.reject()
    box = planned(page, file, tasks)
    assert "王建国" in box.sentence.text()
    assert ledgers.totals(office, Question("enterprises")).count == 0
    QTest.mouseClick(box.doing, Qt.MouseButton.LeftButton)
    settled(tasks)
    assert ledgers.totals(office, Question("enterprises")).count == 1
    assert page.taking.press.isEnabled()
    assert page.giving.scope.count() == 2
    assert "王建国" in page.giving.scope.itemText(1)


def test_that_cancelling_the_plan_changes_nothing(
    opened: Open, office: Office, other: Office, tasks: Tasks, tmp_path: Path
) -> None:
    before = len(undo.acts(office))
    page = opened(MergingPage)
    QTest.keyClick(planned(page, parcel_of(other, tmp_path), tasks), Qt.Key.Key_Escape)
    settled(tasks)
    assert len(undo.acts(office)) == before


def test_that_a_wrong_password_asks_again_and_a_broken_file_is_complained_of(
    opened: Open, real_desk: Desk, other: Office, tasks: Tasks, tmp_path: Path
) -> None:
    complaints: list[BaseException] = []
    real_desk.complained.connect(complaints.append)
    page, file = opened(MergingPage), parcel_of(other, tmp_path)
    box = page.taking.open(file)
    QTest.keyClicks(box.line, "wrong")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    settled(tasks)
    again = [box for box in page.taking.findChildren(Box) if box.isVisible()][-1]
    assert "密码不对" in again.sentence.text()
    again.reject()
    file.write_bytes(file.read_bytes()[:-9])
    box = page.taking.open(file)
    QTest.keyClicks(box.line, SECRET)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    settled(tasks)
    assert [type(failure) for failure in complaints] == [Trouble]
    assert page.taking.press.isEnabled()


@pytest.mark.parametrize("together", [True, False])
def test_that_what_was_written_twice_becomes_one_unless_the_box_is_cleared(
    opened: Open, office: Office, other: Office, tasks: Tasks, tmp_path: Path, together: bool
) -> None:
    for each in (office, other):
        builders.enterprise(each, "自贡甲公司")
    page = opened(MergingPage)
    box = planned(page, parcel_of(other, tmp_path), tasks)
    (joining,) = box.findChildren(QCheckBox)
    joining.setChecked(together)
    QTest.mouseClick(box.doing, Qt.MouseButton.LeftButton)
    settled(tasks)
    assert ledgers.totals(office, Question("enterprises")).count == (1 if together else 2)


@pytest.fixture
def conflict(office: Office, other: Office, tmp_path: Path) -> str:
    one = builders.enterprise(office, employees=300)
    hand_over(office, other, tmp_path)
    records.change(office, "enterprises", one, {"employees": 310})
    records.change(other, "enterprises", one, {"employees": 320})
    merging.carry_out(office, merging.plan(office, carried(other, tmp_path)))
    return one


@pytest.mark.parametrize(("typed", "value"), [("", 310), ("345", 345)])
def test_that_a_conflict_is_listed_and_settled_by_keys(
    qtbot: QtBot, opened: Open, office: Office, tasks: Tasks, conflict: str, typed: str, value: int
) -> None:
    page = opened(MergingPage)
    assert page.asked.title.text() == "等您选择（1 处）"
    (line,) = page.lines.lines
    assert "从业人数" in line.title
    assert "我：310" in line.detail
    assert "原来：300" in line.detail
    page.lines.setCurrentIndex(page.lines.model().index(0, 0))
    QTest.keyClick(page.lines, Qt.Key.Key_Return)
    assert page.box is not None
    mine = next(at for at, side in enumerate(page.box.conflict.sides) if side.mine)
    page.box.choices[mine].click()
    if typed:
        page.box.line.selectAll()
        QTest.keyClicks(page.box.line, typed)
        assert page.box.other.isChecked()
    QTest.mouseClick(page.box.doing, Qt.MouseButton.LeftButton)
    settled(tasks)
    assert ledgers.row(office, "enterprises", conflict)["employees"] == value
    assert page.shown.currentIndex() == 0


def test_that_a_choice_that_is_given_up_leaves_everything_open(
    opened: Open, office: Office, tasks: Tasks, conflict: str
) -> None:
    page = opened(MergingPage)
    page.decide(page.lines.lines[0].key)
    assert page.box is not None
    QTest.keyClick(page.box, Qt.Key.Key_Escape)
    settled(tasks)
    assert len(merging.conflicts(office)) == 1


def test_that_an_officer_with_enterprises_is_offered_and_gets_nothing_else(
    opened: Open, office: Office, tasks: Tasks, tmp_path: Path
) -> None:
    one = builders.enterprise(office)
    builders.enterprise(office, "自贡别家公司")
    builders.officer(office)
    records.add(office, "assignments", {"officer": "王建国", "enterprise": one, "role": "县级领导"})
    page = opened(MergingPage)
    assert page.giving.scope.itemText(1) == "给王建国（县级领导）的笔记本：只带所包联的 1 家"
    page.giving.scope.setCurrentIndex(1)
    box = page.giving.pack_to(tmp_path / "out.daanx")
    QTest.keyClicks(box.line, SECRET)
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    settled(tasks)
    got = parcels.read(tmp_path / "out.daanx", SECRET)
    assert {entry.row for entry in got.entries if entry.table == "enterprises"} == {one}
    (said,) = (box for box in page.findChildren(Box) if "已打包" in box.heading.text())
    said.reject()


def test_that_what_this_computer_is_stands_there_and_can_be_changed(opened: Open, office: Office, tasks: Tasks) -> None:
    page = opened(MergingPage)
    assert "企服办主库" in page.station.words.text()
    page.station.changing.click()
    box = page.station.findChildren(Box)[-1]
    QTest.mouseClick(box.doing, Qt.MouseButton.LeftButton)
    settled(tasks)
    assert "临2026-李慧敏-" in page.station.words.text()
    assert provisional.station(office).laptop


@pytest.fixture
def pair(office: Office, other: Office, tmp_path: Path) -> str:
    """A visit that two people wrote down."""
    one = builders.enterprise(office)
    hand_over(office, other, tmp_path)
    builders.visit(office, one, summary="看了车间", staff=80)
    builders.visit(other, one, summary="谈了用电", staff=85)
    merging.carry_out(office, merging.plan(office, carried(other, tmp_path)))
    return one


@pytest.mark.parametrize("together", [True, False])
def test_that_a_visit_written_twice_is_laid_side_by_side_and_made_one_or_told_apart(
    opened: Open, office: Office, tasks: Tasks, pair: str, together: bool
) -> None:
    page = opened(MergingPage)
    assert page.twins.title.text() == "像是同一条（1 对）"
    page.twins.lines.setCurrentIndex(page.twins.lines.model().index(0, 0))
    QTest.keyClick(page.twins.lines, Qt.Key.Key_Return)
    settled(tasks)
    box = page.twins.box
    assert box is not None
    texts = {box.table.item(at, 0).text(): box.table.item(at, 3).text() for at in range(box.table.rowCount())}
    assert texts["走访内容"] == "看了车间\n谈了用电"
    assert "在岗人数两边不一样" in box.sentence.text()
    QTest.mouseClick(box.doing if together else box.parting, Qt.MouseButton.LeftButton)
    settled(tasks)
    assert page.twins.shown.currentIndex() == 0
    assert ledgers.totals(office, Question("visits")).count == (1 if together else 2)
