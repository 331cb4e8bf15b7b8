"""The pages of the services: tabs and lights, ways to what belongs to a record, and the boxes that explain."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Where
from daan_desk.services import figures, ledgers, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import NumberCard
from daan_desk.ui.kit.rows import LineList
from daan_desk.ui.pages.services.setups import COLUMNS, SETUPS
from tests import builders
from tests.services import services_world as world
from tests.services.services_world import FIRM, OTHER, POLICY, PROJECT
from tests.ui.pages.services_hands import WENT, Opened, choose, page_of, press_doing, settle, shown

Key = Qt.Key
MONTHS = "project_months"


@pytest.mark.parametrize("ledger", sorted(SETUPS))
def test_that_every_page_opens_empty_and_full_and_counts_its_tabs(office: Office, opened: Opened, ledger: str) -> None:
    empty = page_of(opened, ledger)
    assert empty.model.rowCount() == (3 if ledger == "policies" else 0)
    made = world.laid(office)
    page = page_of(opened, ledger)
    page.table.grab()
    assert page.model.rowCount() >= len(made.get(ledger, ()))
    assert all(text[-1].isdigit() for text in page.body.tabs.texts())
    assert set(COLUMNS.get(ledger, ())) <= {field.name for field in page.ledger.fields}


def test_that_lights_stand_in_words_with_the_tone_of_their_colour(office: Office, opened: Opened) -> None:
    world.laid(office)
    page = page_of(opened, "projects")
    page.table.grab()
    settle(page)
    assert "应开工未开工，晚 5 个月" in shown(page, "start_light")
    assert page.setup.tones["start_light"]["应开工未开工，晚 5 个月"] == "red"


def test_that_a_policy_is_compared_explained_and_kept(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    [firm] = ledgers.ids(office, Question("enterprises", where=(Where("name", "is", FIRM),)))
    records.change(office, "enterprises", firm, {"revenue_last_year": 5000, "above_scale": True})
    page = page_of(opened, "policies")
    choose(page, "比对企业", made["policies"][0])
    box = page.doors.entitled.box
    assert box is not None
    assert box.sentence.text() == "符合 1 家，差一点 0 家，缺数据 1 家，不符合 0 家"
    marked = box.marked()
    assert marked is not None
    assert [pill.text for pill, _ in marked.points] == ["符合", "符合", "预计金额"]
    QTest.keyClick(box.list, Key.Key_Down)
    marked = box.marked()
    assert marked is not None
    assert marked.line.title == OTHER
    assert "缺“上年营业收入”" in marked.points[0][1]
    records.remove(office, "entitlements", made["entitlements"])
    press_doing(page, box)
    [kept] = ledgers.rows(office, "entitlements", ledgers.ids(office, Question("entitlements")))
    assert (kept["enterprise"].text, kept["verdict"]) == (FIRM, "符合")  # type: ignore[attr-defined]


def test_that_the_search_box_narrows_what_is_explained(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    page = page_of(opened, "policies")
    choose(page, "比对企业", made["policies"][1])
    box = page.doors.entitled.box
    assert box is not None
    assert not box.doing.isEnabled()
    box.search.setText("华岭")
    assert [line.title for line in box.list.lines] == [OTHER]
    box.search.setText("没有这家")
    assert box.marked() is None
    assert box.named.text() == ""
    QTest.keyClick(box, Key.Key_Escape)


def test_that_demands_are_pushed_to_the_banks_that_are_ticked(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    page = page_of(opened, "financing")
    choose(page, "推送银行", *made["financing"])
    door = page.doors.push
    assert door.box is not None
    assert not door.box.doing.isEnabled()
    door.banks.setCurrentRow(0)
    QTest.keyClick(door.banks, Key.Key_Space)
    assert len(door.ticked()) == 1
    press_doing(page, door.box)
    assert ledgers.totals(office, Question("bank_responses")).count > 2


def test_that_the_funnel_keeps_its_sums_apart_and_opens_its_rows(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    page = page_of(opened, "financing")
    choose(page, "对接漏斗")
    box = page.doors.funnel.box
    assert box is not None
    cards = box.findChildren(NumberCard)
    assert [card.number.text() for card in cards] == ["2", "2", "1", "0"]
    assert cards[2].note.text() == "授信金额 500 万元"
    cards[2].setFocus()
    QTest.keyClick(cards[2], Key.Key_Return)
    assert WENT[-1].key == "financing"
    target = WENT[-1].target
    assert target is not None and target.question is not None
    assert ledgers.ids(office, target.question) == (made["financing"][0],)


def test_that_a_need_is_brought_together_with_the_asset_that_is_marked(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    page = page_of(opened, "space_needs")
    choose(page, "匹配资产", made["space_needs"][0])
    box = page.doors.spaces.box
    assert box is not None
    assert box.list.lines[0].pill is not None
    assert box.list.lines[0].pill.text == "合适"
    press_doing(page, box)
    row = ledgers.row(office, "space_needs", made["space_needs"][0])
    assert (row["state"], row["asset"]) == ("对接中", Linked(made["assets"][0], "东区 3 号厂房"))
    assert shown(page, "state") == ["对接中"]


def test_that_who_was_told_is_noted_for_all_selected(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    page = page_of(opened, "entitlements")
    choose(page, "已告知", *made["entitlements"])
    assert ledgers.row(office, "entitlements", made["entitlements"][0])["told"] == office.today()


@pytest.mark.parametrize(
    ("ledger", "text", "to"),
    [
        ("policies", "条件", "conditions"),
        ("projects", "月度进展", "project_months"),
    ],
)
def test_that_a_record_leads_to_the_rows_that_belong_to_it(
    office: Office, opened: Opened, ledger: str, text: str, to: str
) -> None:
    made = world.laid(office)
    page = page_of(opened, ledger)
    choose(page, text, made[ledger][0])
    journey = WENT[-1]
    assert journey.key == to
    assert journey.target is not None and journey.target.question is not None
    assert ledgers.ids(office, journey.target.question) == ledgers.ids(office, Question(to))


def test_that_a_new_month_of_a_project_begins_with_the_project(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    page = page_of(opened, "projects")
    choose(page, "登记本月进展", made["projects"][0])
    assert WENT[-1].key == "project_months"
    assert WENT[-1].target is not None
    assert WENT[-1].target.fresh == {"project": Linked(made["projects"][0], PROJECT)}


def test_that_a_month_is_checked_locked_and_opened_again(office: Office, opened: Opened) -> None:
    firm = builders.enterprise(office)
    for month, output in (("2026-09", 1000), ("2026-10", 2400)):
        records.add(office, "figures", {"enterprise": firm, "month": month, "output": output})
    page = page_of(opened, "figures")
    for text in ("核对", "锁定月份", "重新打开月份"):
        choose(page, text)
        press_doing(page, page.doors.months.box)
        box = page.doors.months.box
        assert box is not None
        if text == "核对":
            [lines] = box.findChildren(LineList)
            assert "增长 140%" in lines.lines[0].detail
            QTest.keyClick(lines, Key.Key_Return)
            assert WENT[-1].key == "figures"
        if text == "锁定月份":
            assert figures.locked(office) == ("2026-10",)
    box = page.doors.months.box
    assert box is not None
    QTest.keyClicks(box.focusWidget(), "wrong")
    press_doing(page, box)
    assert figures.locked(office) == ()


def test_that_the_policy_of_the_tab_is_the_one_whose_window_closes(office: Office, opened: Opened) -> None:
    world.laid(office)
    page = page_of(opened, "policies")
    page.control.show_question(Question("policies", where=(Where("window_to", "filled"),)))
    settle(page)
    assert shown(page, "name") == [POLICY]


def test_that_a_lead_that_landed_begins_its_project_with_what_is_known_of_it(office: Office, opened: Opened) -> None:
    firm = builders.enterprise(office, "苏州明辉精密科技有限公司")
    values = {"company": "苏州明辉精密科技公司", "stage": "落地", "intention": "精密零件加工"}
    landed = records.add(office, "leads", values).first("leads")
    page = page_of(opened, "leads")
    choose(page, "转为项目", landed)
    assert WENT[-1].key == "projects"
    assert WENT[-1].target is not None
    assert WENT[-1].target.fresh == {
        "name": "苏州明辉精密科技公司投资项目",
        "enterprise": Linked(firm, "苏州明辉精密科技有限公司"),
        "kind": "招商",
        "stage": "落地",
        "content": "精密零件加工",
    }
