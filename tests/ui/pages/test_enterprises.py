"""The page of enterprises: its lists, and the ways to one enterprise and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.domain.kinds import Linked
from daan_desk.services import records
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from daan_desk.ui.pages.enterprises.paper import sheet_paper
from tests import builders

Key, Mod = Qt.Key, Qt.KeyboardModifier


def settle(page: EnterprisesPage) -> None:
    for _ in range(4):
        page.desk.tasks.settle()


@pytest.fixture
def page(opened: Callable[[Any], Any], office: Office, went: list[Journey]) -> EnterprisesPage:
    """Two enterprises, of which the officer looks after one; journeys to the page itself lead back to it."""
    one = builders.enterprise(office, above_scale=True, operating_state="正常")
    builders.enterprise(office, "自贡大山盐业有限公司", operating_state="停产")
    builders.issue(office, one)
    given = {"enterprise": one, "officer": office.officer.id, "role": "专班", "since": "2026-01-01"}
    records.add(office, "assignments", given)
    made: EnterprisesPage = opened(EnterprisesPage)
    made.desk.went.connect(lambda journey: journey.key == made.key and made.show_for(journey.target))
    made.activateWindow()
    settle(made)
    return made


def id_of(page: EnterprisesPage, name: str = "自贡天工机械有限公司") -> str:
    return next(hit.id for hit in page.ledger.source.find(name, ("enterprises",)))


def test_that_every_list_says_how_many_it_has(page: EnterprisesPage) -> None:
    assert page.ledger.body.tabs.texts() == (
        "全部 2",
        "规上 1",
        "规下 1",
        "我的企业 1",
        "有未办结问题 1",
        "减产停产 1",
    )


def test_that_my_enterprises_follow_the_assignments(page: EnterprisesPage, office: Office) -> None:
    other = id_of(page, "自贡大山盐业有限公司")
    given = {"enterprise": other, "officer": office.officer.id, "role": "专班", "since": "2026-01-01"}
    page.desk.act(lambda: records.add(office, "assignments", given))
    settle(page)
    assert page.ledger.body.tabs.texts()[3] == "我的企业 2"


def test_that_enter_on_a_row_opens_the_enterprise_and_escape_leads_back(page: EnterprisesPage) -> None:
    table = page.ledger.table
    table.select_ids([id_of(page)])
    table.setFocus()
    QTest.keyClick(table, Key.Key_Return)
    settle(page)
    assert page.stack.currentWidget() is page.view
    assert page.view.head.name.text() == "自贡天工机械有限公司"
    QTest.keyClick(page.view.back, Key.Key_Escape)
    assert page.stack.currentWidget() is page.ledger


def test_that_the_form_keeps_the_order_of_the_roster(page: EnterprisesPage) -> None:
    form = page.ledger.records.form()
    settle(page)
    assert [group.accessibleName() for group in form.form.groups][:3] == ["基本信息", "人员联系", "所在位置"]
    assert list(form.form.cells)[:2] == ["name", "credit_code"]
    form.reject()


def test_that_a_visit_begins_at_the_selected_row(page: EnterprisesPage, went: list[Journey]) -> None:
    page.ledger.table.select_ids([id_of(page)])
    action = next(each for each in page.ledger.setup.actions if each.text == "登记走访")
    action.act(page.ledger.shown())
    settle(page)
    wanted = Linked(id_of(page), "自贡天工机械有限公司")
    assert went[-1] == Journey("visits", Target(fresh={"enterprise": wanted}))


def test_that_an_enterprise_that_is_gone_leads_back_to_the_list(
    page: EnterprisesPage, office: Office, real_desk: Desk
) -> None:
    heard: list[object] = []
    real_desk.complained.connect(heard.append)
    gone = id_of(page, "自贡大山盐业有限公司")
    records.remove(office, "enterprises", [gone])
    page.open_enterprise(gone)
    settle(page)
    assert page.stack.currentWidget() is page.ledger
    assert [str(one) for one in heard] == ["这家企业已不存在，可能刚被删除。"]


def test_that_the_palette_offers_what_the_open_enterprise_allows(page: EnterprisesPage) -> None:
    assert "新增企业" in [choice.text for choice in page.choices()]
    page.open_enterprise(id_of(page))
    settle(page)
    assert [choice.text for choice in page.choices()] == ["登记走访", "登记问题", "修改", "可享受的政策", "打印"]


def test_that_the_ledger_still_goes_out_and_in(page: EnterprisesPage) -> None:
    assert {"导入", "导出 Excel"} <= {action.text for action in page.ledger.actions_}


def test_that_printing_shows_the_paper_with_everything_but_private_notes(page: EnterprisesPage, office: Office) -> None:
    one = id_of(page)
    records.change(office, "enterprises", one, {"private_note": "不要写出去", "products": "泵" * 30})
    builders.visit(office, one, summary="看了二车间")
    paper = sheet_paper(office, one)
    words = repr(paper.blocks)
    assert paper.title == "自贡天工机械有限公司 企业情况"
    assert "看了二车间" in words and "厂区门口道路破损" in words and "不要写出去" not in words
    assert all(sum(box.span for box in row) == 18 for row in paper.blocks[2].rows)  # type: ignore[union-attr]
    page.print_sheet(one)
    settle(page)
    assert page.preview is not None and page.preview.paper.title == paper.title
    page.preview.tasks.settle()
    page.preview.close()


def test_that_an_empty_ledger_says_what_to_do_first(opened: Callable[[Any], Any]) -> None:
    made: EnterprisesPage = opened(EnterprisesPage)
    settle(made)
    assert made.ledger.body.empty.sentence.text() == "还没有企业"
    assert made.ledger.body.empty.isVisible()
