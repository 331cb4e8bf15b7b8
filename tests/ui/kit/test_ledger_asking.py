"""Tabs, saved views, chips, and numbers elsewhere: what is asked, in one value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Where
from daan_desk.ui.kit.ledger_asking import Asking, SavedView, Tab, said, unpacked_view
from daan_desk.ui.kit.ledger_page import LedgerPage
from daan_desk.ui.kit.page import Target
from tests.ui.kit.conftest import Shelf
from tests.ui.kit.made_up import THINGS, MadeUpSource

Key = Qt.Key
Pages = Callable[..., LedgerPage]
TABS = (Tab("全部"), Tab("停产", (Where("state", "is", "停产"),)))


def test_that_tabs_add_their_condition_and_count_within_search_and_filters(
    page_of: Pages, source: MadeUpSource
) -> None:
    page = page_of(source, tabs=TABS)
    assert page.body.tabs.texts() == ("全部 30", "停产 7")
    page.control.filter("above", (Where("above", "in", ("是",)),))
    page.desk.tasks.settle()
    assert page.body.tabs.texts() == ("全部 10", "停产 2")
    QTest.mouseClick(page.body.tabs._group.button(1), Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert page.model.rowCount() == 2
    assert page.shown().question.where == (Where("state", "is", "停产"), Where("above", "in", ("是",)))


def test_that_a_view_keeps_words_filters_order_and_columns(page_of: Pages, source: MadeUpSource) -> None:
    shelf = Shelf()
    page = page_of(source, tabs=TABS, views=shelf)
    asking = Asking(
        "号", 1, (Where("above", "in", ("是",)), Where("founded", "to", "2020-01-01")), ("-revenue", "name")
    )
    page.control.ask(asking)
    page.body.columns.show_names(("name", "revenue"))
    page.views.keep("停产的规上")
    page.control.show_view(SavedView(""))
    page.desk.tasks.settle()
    assert page.control.asking == Asking()
    assert "town" in page.body.columns.names()
    again = page_of(source, tabs=TABS, views=shelf)
    again.control.show_view(again.views.views[0])
    assert again.control.asking == asking
    assert again.body.columns.names() == ("name", "revenue")
    assert again.search.text() == "号"


def test_that_views_are_offered_in_a_menu_and_can_be_deleted(page_of: Pages, source: MadeUpSource) -> None:
    shelf = Shelf()
    page = page_of(source, views=shelf)
    page.views.keep("我的")
    words = [action.text() for action in page.views.menu_lines().actions()]
    assert words == ["全部（默认）", "我的", "", "保存当前视图…", "删除视图"]
    page.views.forget("我的")
    page.desk.tasks.settle()
    assert shelf.kept == {"things": []}


def test_that_a_view_of_fields_that_are_gone_still_opens() -> None:
    packed = {"name": "旧", "asking": {"where": [["gone", "is", "x"], ["state", "in", ["停产"]]], "sort": ["-gone"]}}
    view = unpacked_view(packed, THINGS)
    assert view == SavedView("旧", Asking(where=(Where("state", "in", ("停产",)),)))
    assert unpacked_view({}, THINGS) == SavedView("")


@pytest.mark.parametrize(
    ("name", "where", "words"),
    [
        ("state", (Where("state", "in", ("正常", "减产", "停产", "注销")),), "经营状态：正常、减产、停产 等 4 项"),
        ("revenue", (Where("revenue", "from", "2000"), Where("revenue", "to", "5000")), "上年营业收入：≥ 2000，≤ 5000"),
        ("founded", (Where("founded", "from", date(2024, 5, 3)),), "成立日期：2024-05-03 起"),
        ("above", (Where("above", "is", True),), "是否规上：是"),
        ("name", (Where("name", "filled"),), "企业名称：不为空"),
        ("id", (Where("id", "in", ("a", "b")),), "指定的 2 条"),
        ("town", (Where("town", "is", Linked("t1", "凉高山街道")),), "镇街：凉高山街道"),
        ("town", (Where("town", "is", "01234567-89ab-7def-8123-456789abcdef"),), "镇街：所选的一条"),
    ],
)
def test_that_a_chip_says_its_filter_in_words(name: str, where: tuple[Where, ...], words: str) -> None:
    assert said(THINGS, name, where) == words


def test_that_changing_a_filter_keeps_its_place_among_the_chips() -> None:
    asking = Asking(where=(Where("state", "is", "停产"), Where("above", "is", True)))
    changed = asking.with_filter("state", (Where("state", "is", "正常"),))
    assert changed.filtered() == ("state", "above")
    assert asking.with_filter("state", ()).filtered() == ("above",)


def test_that_a_number_elsewhere_opens_the_rows_behind_it(page_of: Pages, source: MadeUpSource) -> None:
    page = page_of(source)
    page.show_for(Target(question=Question("things", where=(Where("state", "is", "停产"),), sort=("-revenue",))))
    page.desk.tasks.settle()
    assert page.model.rowCount() == 7
    assert "state" in page.body.chips.chips
    page.show_for(Target(words="00003"))
    page.desk.tasks.settle()
    assert page.search.text() == "00003"
    assert page.model.ids() == ("r000003",)
