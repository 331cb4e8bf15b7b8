"""An officer brings back what went wrong: all of it in two clicks, or one record, and carries copies to a stick."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit

from daan_desk.services import care, copies, guarding, ledgers, records
from daan_desk.services.ledgers import Question
from daan_desk.ui.kit.caring import SecondPlace
from daan_desk.ui.kit.dialogs import Box
from daan_desk.ui.pages.backups.page import BackupsPage
from daan_desk.ui.pages.backups.record_box import RecordBox
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from tests import builders
from tests.builders import MONDAY, PASSWORD
from tests.journeys.sitting import Key, Sitting, button, click, in_front, sit_down

FIRST, SECOND = "自贡一号有限公司", "自贡二号有限公司"


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    """One enterprise in a copy; afterwards its products are spoilt and another enterprise is there."""
    place = builders.workplace(tmp_path)
    one = builders.enterprise(place.office, FIRST, products="阀门")
    care.daily(place.office)
    records.change(place.office, "enterprises", one, {"products": "改错了"})
    builders.enterprise(place.office, SECOND)
    place.close()
    made = sit_down(tmp_path / "desk.daan", MONDAY + timedelta(minutes=5))
    yield made
    made.close()


def names(sitting: Sitting) -> list[str]:
    return sorted(str(row["name"]) for row in sitting.rows("enterprises"))


def box_of(page: BackupsPage) -> Box:
    assert page.bringing is not None
    box = page.bringing.box
    assert box is not None
    return box


def test_that_two_clicks_bring_everything_back_and_every_page_reads_again(sitting: Sitting) -> None:
    list_page = sitting.go(EnterprisesPage)
    page = sitting.go(BackupsPage)
    click(page.presses["恢复全部…"])
    sitting.settle()
    (told,) = box_of(page).findChildren(QPlainTextEdit)
    assert "企业名录：现在 2 条，恢复后 1 条" in told.toPlainText()
    assert SECOND in told.toPlainText()
    click(box_of(page).doing)
    sitting.settle()
    assert names(sitting) == [FIRST]
    assert "原来的文件留作" in sitting.shell.toast.words.text()
    assert not sitting.shell.desk.undo_stack.canUndo()
    assert sitting.go(EnterprisesPage) is list_page
    assert list_page.ledger.table.model().rowCount() == 1
    builders.enterprise(sitting.office, "自贡三号有限公司")
    assert care.check(sitting.office).problems == ()


def test_that_leaving_the_box_changes_nothing(sitting: Sitting) -> None:
    page = sitting.go(BackupsPage)
    click(page.presses["恢复全部…"])
    sitting.settle()
    sitting.press(Key.Key_Escape)
    assert names(sitting) == [FIRST, SECOND]


def test_that_one_record_is_seen_then_and_now_and_comes_back_alone(sitting: Sitting) -> None:
    page = sitting.go(BackupsPage)
    click(page.presses["只恢复一条…"])
    sitting.settle()
    box = box_of(page)
    assert isinstance(box, RecordBox)
    cells = [[box.fields.item(row, at).text() for at in range(3)] for row in range(box.fields.rowCount())]
    assert cells == [["主要产品", "阀门", "改错了"]]
    click(box.doing)
    sitting.settle()
    assert {str(row["name"]): row["products"] for row in sitting.rows("enterprises")} == {FIRST: "阀门", SECOND: None}
    in_front(sitting.shell)
    sitting.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {row["products"] for row in sitting.rows("enterprises")} == {"改错了", None}


def test_that_a_ledgers_page_leads_to_what_the_last_backup_has_of_it(sitting: Sitting) -> None:
    more = sitting.go(EnterprisesPage).ledger.bar.more_menu()
    next(line for line in more.actions() if line.text().startswith("从备份找回")).trigger()
    sitting.settle()
    page = sitting.shell.page
    assert isinstance(page, BackupsPage)
    box = box_of(page)
    assert isinstance(box, RecordBox)
    assert (box.ledger.currentText(), [one.text for one in box.found]) == ("企业名录", [FIRST])
    box.reject()


def test_that_a_ledger_without_a_difference_says_so_and_offers_nothing(sitting: Sitting) -> None:
    page = sitting.go(BackupsPage)
    click(page.presses["只恢复一条…"])
    sitting.settle()
    box = box_of(page)
    assert isinstance(box, RecordBox)
    box.ledger.setCurrentText("走访记录")
    sitting.settle()
    assert "没有要恢复的" in box.status.text()
    assert not box.doing.isEnabled()
    box.reject()


def test_that_a_copy_of_an_earlier_password_asks_for_it(sitting: Sitting) -> None:
    guarding.change_password(sitting.place, PASSWORD, "盐都灯会2027")
    page = sitting.go(BackupsPage)
    row = next(at for at, one in enumerate(page.table.copies) if not one.ours)
    page.table.setCurrentCell(row, 0)
    click(page.presses["恢复全部…"])
    sitting.settle()
    (line,) = box_of(page).findChildren(QLineEdit)
    line.setText(PASSWORD)
    click(box_of(page).doing)
    sitting.settle()
    click(box_of(page).doing)
    sitting.settle()
    assert names(sitting) == [FIRST]
    assert guarding.right(sitting.office, PASSWORD)


def test_that_a_copy_is_made_and_carried_to_a_stick(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = sitting.go(BackupsPage)
    stick = tmp_path / "U盘"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    click(page.second.choosing)
    sitting.settle()
    click(page.now.press)
    sitting.settle()
    assert [one.place for one in page.table.copies].count(copies.THERE) == 2
    assert str(stick) in page.second.state.text()
    click(page.second.ending)
    sitting.settle()
    assert "没有另存" in page.second.state.text()


def test_that_a_stick_that_is_not_there_is_told_when_the_window_opens(sitting: Sitting, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    copies.set_second(sitting.office, stick)
    stick.rmdir()
    carrying = SecondPlace(sitting.shell.desk)
    carrying.begin()
    sitting.settle()
    carrying.tasks.settle(60)
    sitting.settle()
    assert "插好U盘" in sitting.shell.toast.words.text()
    assert "找不到" in sitting.go(BackupsPage).second.state.text()


def test_that_a_copy_from_elsewhere_stands_first_and_is_proved(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = care.back_up(sitting.office, tmp_path / "带回来的.daan")
    page = sitting.go(BackupsPage)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    click(page.presses["用别处的备份…"])
    sitting.settle()
    assert (page.table.currentRow(), page.table.copies[0].file) == (0, copy)
    click(page.presses["核对"])
    sitting.settle()
    assert sitting.shell.toast.words.text().startswith("备份完好")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    click(page.presses["打开所在文件夹"])
    assert opened == [str(tmp_path)]


def test_that_the_thorough_check_is_on_the_page(sitting: Sitting) -> None:
    page = sitting.go(BackupsPage)
    click(button(page, "检查工作区"))
    sitting.settle()
    assert sitting.shell.toast.words.text().startswith("工作区完好")
    assert ledgers.totals(sitting.office, Question("enterprises")).count == 2
