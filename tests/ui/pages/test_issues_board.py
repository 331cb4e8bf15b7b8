"""The board: columns by state, keys, cards that are dragged on, and many issues."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from daan_desk.domain.issues import State
from daan_desk.services import ledgers, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.ledger_model import WINDOW
from daan_desk.ui.pages.issues.page import IssuesPage
from tests import builders
from tests.ui.pages.issues_hands import Opened, column, confirmed, dialog_of, drop, issue_at, page_of, settle, typed

Key, Mod = Qt.Key, Qt.KeyboardModifier
WORDS = Qt.ItemDataRole.AccessibleTextRole


def board_of(opened: Opened) -> IssuesPage:
    page = page_of(opened)
    QTest.keyClick(page.ledger.table, Key.Key_B, Mod.ControlModifier)
    settle(page)
    page.board.grab()
    settle(page)
    return page


def test_that_every_state_is_a_column_with_its_cards_and_its_count(office: Office, opened: Opened) -> None:
    issue_at(office, State.REGISTERED)
    issue_at(office, State.IN_PROGRESS, "用电增容")
    page = board_of(opened)
    counts = {one.state: one.count.text() for one in page.board.columns}
    assert (counts["待交办"], counts["办理中"], counts["已销号"]) == ("1", "1", "0")
    said = column(page, "办理中").model.index(0, 0).data(WORDS)
    assert said == "2026-0002，用电增容，自贡用电增容机械有限公司，区住房和城乡建设局，剩 7 个工作日"


def test_that_the_switch_is_remembered(office: Office, opened: Opened) -> None:
    page = board_of(opened)
    again = opened(IssuesPage)
    assert again.stack.currentWidget() is again.board
    assert page.switches[0].buttons["board"].isChecked()
    QTest.mouseClick(again.switches[1].buttons["ledger"], Qt.MouseButton.LeftButton)
    assert again.stack.currentWidget() is again.ledger


def test_that_the_board_is_walked_with_the_arrow_keys_and_enter_opens_a_card(office: Office, opened: Opened) -> None:
    issue_at(office, State.REGISTERED)
    last = issue_at(office, State.ANSWERED, "用电增容")
    page = board_of(opened)
    page.board.focus_first()
    first = column(page, "待交办").cards
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Key.Key_Right)
    there = column(page, "已办结").cards
    assert QApplication.focusWidget() is there
    assert there.current() == last
    QTest.keyClick(there, Key.Key_Return)
    settle(page)
    assert page.stack.currentWidget() is page.sheet
    assert page.sheet.issue == last


def test_that_a_card_dragged_to_another_column_opens_its_move(office: Office, opened: Opened) -> None:
    one = issue_at(office, State.REGISTERED)
    page = board_of(opened)
    drop(page, one, "已交办")
    dialog = dialog_of(page)
    assert dialog.step.name == "dispatch"
    typed(dialog, "lead_department", "区住建局")
    confirmed(page, dialog)
    assert ledgers.row(office, "issues", one)["state"] == "已交办"
    assert (column(page, "待交办").count.text(), column(page, "已交办").count.text()) == ("0", "1")


def test_that_a_card_that_may_not_go_there_stays_and_says_why(office: Office, opened: Opened) -> None:
    one = issue_at(office, State.REGISTERED)
    page = board_of(opened)
    said: list[str] = []
    page.desk.complained.connect(lambda failure: said.append(str(failure)))
    drop(page, one, "已销号")
    assert page.moving.dialog is None
    assert said == ["“待交办”的问题不能直接转为“已销号”，现在可以：交办、解释说明"]


def test_that_the_menu_key_offers_the_moves_of_a_card(office: Office, opened: Opened) -> None:
    issue_at(office, State.IN_PROGRESS)
    page = board_of(opened)
    page.board.focus_first()
    QTest.keyClick(column(page, "办理中").cards, Key.Key_M)
    settle(page)
    assert page.moving.menu is not None
    assert page.moving.menu.actions()[0].text() == "进展…"
    page.moving.menu.close()


def test_that_a_click_on_a_card_opens_it(office: Office, opened: Opened) -> None:
    one = issue_at(office, State.REGISTERED)
    page = board_of(opened)
    cards = column(page, "待交办").cards
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    settle(page)
    assert page.sheet.issue == one


def test_that_a_search_narrows_every_column_by_initials_too(office: Office, opened: Opened) -> None:
    issue_at(office, State.REGISTERED, "用电增容")
    issue_at(office, State.IN_PROGRESS, "用工短缺")
    page = board_of(opened)
    page.board.search_for("ydzr")
    settle(page)
    assert [one.count.text() for one in page.board.columns][:4] == ["1", "0", "0", "0"]
    page.board.search_for("没有这回事")
    settle(page)
    assert page.board.stack.currentWidget() is page.board.empty
    assert page.board.empty.sentence.text() == "没有符合条件的问题"


def test_that_an_empty_board_says_what_to_do_first(opened: Opened) -> None:
    page = board_of(opened)
    assert page.board.empty.sentence.text() == "还没有问题"
    QTest.mouseClick(page.board.empty.doing, Qt.MouseButton.LeftButton)
    settle(page)
    assert page.ledger.records.dialog is not None
    assert page.ledger.records.dialog.isVisible()


def test_that_a_long_column_reads_only_what_is_in_sight(office: Office, opened: Opened) -> None:
    one = builders.enterprise(office)
    with office.writing("许多问题") as act:
        rows = [{"enterprise": one, "title": f"第 {n} 个", "category": "融资", "state": "已销号"} for n in range(1500)]
        act.add_many("issues", rows)
    page = board_of(opened)
    closed = column(page, "已销号")
    page.board.area.ensureWidgetVisible(closed)
    page.board.grab()
    settle(page)
    assert closed.count.text() == "1,500"
    assert 0 < len(closed.model._rows) <= 2 * WINDOW


def test_that_a_board_out_of_sight_is_read_again_when_it_is_seen(office: Office, opened: Opened) -> None:
    one = issue_at(office, State.REGISTERED)
    page = board_of(opened)
    page.show_view("ledger")
    page.desk.act(lambda: records.change(office, "issues", one, {"title": "路灯损坏"}))
    settle(page)
    page.show_view("board")
    settle(page)
    page.board.grab()
    settle(page)
    assert "路灯损坏" in str(column(page, "待交办").model.index(0, 0).data(WORDS))
