"""A month and a week are typed into one grid: Enter goes down, nothing typed is lost, everything is kept at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from daan_desk.domain.questions import Question
from daan_desk.services import figures, ledgers, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.entry_grid import EntryGrid
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.tasks import Tasks
from daan_desk.ui.pages.services.figures import FiguresPage
from daan_desk.ui.pages.services.projects import ProgressPage
from daan_desk.ui.pages.services.shares_table import SharesTable
from daan_desk.ui.pages.services.weekly import WeeklyPage
from tests import builders

Opened = Callable[[Callable[[Desk], FiguresPage]], FiguresPage]
MONTH = "2026-10"
FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司")


@pytest.fixture
def firms(office: Office) -> tuple[str, str]:
    one, two = (builders.enterprise(office, name, above_scale=True) for name in FIRMS)
    records.add(office, "figures", {"enterprise": one, "month": "2026-09", "output": 120})
    return one, two


def type_down(page: FiguresPage, *texts: str) -> None:
    """Into the current cell and those below it, by keys alone."""
    grid = page.board.grid
    grid.setFocus()
    for text in texts:
        QTest.keyClicks(grid, text[0])
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClicks(here, text[1:])
        QTest.keyClick(here, Qt.Key.Key_Return)


def outputs(office: Office) -> set[object]:
    rows = ledgers.rows(office, "figures", ledgers.ids(office, Question("figures")))
    return {row["output"] for row in rows if row["month"] == MONTH}


def test_that_names_and_heads_of_a_sheet_are_whole(opened: Opened, office: Office) -> None:
    firm = builders.enterprise(office, "四川自贡大安粉末冶金有限责任公司")
    name = "四川自贡大安粉末冶金热处理车间节能改造"
    records.add(office, "projects", {"name": name, "enterprise": firm, "stage": "在建"})
    grid = opened(ProgressPage).findChildren(EntryGrid)[0]
    words = grid.fontMetrics().horizontalAdvance
    assert grid.verticalHeader().width() > words(name)
    assert grid.columnWidth(1) > words(str(grid.model().headerData(1, Qt.Orientation.Horizontal)))


def test_that_a_column_is_typed_from_top_to_bottom_and_kept_in_one_act(
    opened: Opened, office: Office, tasks: Tasks, firms: tuple[str, str]
) -> None:
    page = opened(FiguresPage)
    board = page.board
    assert board.head.period.text() == "2026年10月"
    assert [board.model.row(at).title for at in range(2)] == sorted(FIRMS)
    type_down(page, "300", "130")
    assert board.model.counts()[0] == 2
    assert board.head.save.isEnabled()
    board.save()
    tasks.settle()
    assert outputs(office) == {300, 130}
    assert board.model.counts()[0] == 0


def test_that_what_cannot_be_read_is_marked_and_keeps_the_button_shut(
    opened: Opened, office: Office, firms: tuple[str, str]
) -> None:
    page = opened(FiguresPage)
    type_down(page, "many")
    assert page.board.model.counts()[1] == 1
    assert not page.board.head.save.isEnabled()
    assert "填错 1 格" in page.board.foot.counts.text()
    assert outputs(office) == set()


def test_that_what_was_typed_and_not_kept_is_there_again(
    opened: Opened, office: Office, tasks: Tasks, firms: tuple[str, str]
) -> None:
    first = opened(FiguresPage)
    type_down(first, "300")
    first.board.drafts.keep()
    tasks.settle()
    again = opened(FiguresPage)
    tasks.settle()
    assert again.board.model.counts()[0] == 1
    assert "已找回" in again.board.told.text()


def test_that_a_locked_month_says_so_and_takes_no_key(
    opened: Opened, office: Office, tasks: Tasks, firms: tuple[str, str]
) -> None:
    records.add(office, "figures", {"enterprise": firms[0], "month": MONTH, "output": 7})
    figures.lock(office, MONTH)
    page = opened(FiguresPage)
    assert "锁定" in page.board.told.text()
    QTest.keyClicks(page.board.grid, "9")
    assert page.board.model.counts()[0] == 0


def test_that_shares_and_the_ledger_stand_beside_the_sheet(
    opened: Opened, office: Office, tasks: Tasks, firms: tuple[str, str]
) -> None:
    records.add(office, "figures", {"enterprise": firms[0], "month": MONTH, "output": 75})
    records.add(office, "figures", {"enterprise": firms[1], "month": MONTH, "output": 25})
    page = opened(FiguresPage)
    for view in ("shares", "ledger", "sheet"):
        page.show_view(view)
        tasks.settle()
        assert page.stack.currentWidget() is page.faces[view]
    page.show_for(Target(words="ledger"))
    assert page.faces["ledger"].search.text() == ""  # type: ignore[attr-defined]
    shares = page.faces["shares"]
    assert shares.found is not None and shares.found.tables[0].shares[0].sum == 100  # type: ignore[attr-defined]


def test_that_the_names_of_shares_are_read_in_a_narrow_window(opened: Opened, tasks: Tasks) -> None:
    page = opened(FiguresPage)
    page.show_view("shares")
    tasks.settle()
    table = page.findChildren(SharesTable)[0]
    for width in (780, 1500):
        table.resize(width, 400)
        assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("金属新材料(硬质合金)及制品")


def test_that_an_empty_week_says_what_to_do_first(opened: Callable[..., WeeklyPage]) -> None:
    page = opened(WeeklyPage)
    board = page.faces["sheet"]
    assert board.empty.isVisible()  # type: ignore[attr-defined]
    assert not board.card.isVisible()  # type: ignore[attr-defined]
