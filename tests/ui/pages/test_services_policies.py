"""An officer brings policies to those entitled: all compared at once, each step noted, the notice handed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.domain.entitlement_steps import STEPS, step_named
from daan_desk.domain.questions import Question
from daan_desk.services import entitling, ledgers, policies, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from daan_desk.ui.pages.services.steps import StepDialog
from tests import builders
from tests.ui.pages.services_hands import WENT, Opened, choose, page_of, press_doing, settle

STRONG, BLANK, TITLE = "自贡天工机械有限公司", "大安区长兴机械厂", "技改奖补"
Enterprises = Callable[[Callable[[Desk], EnterprisesPage]], EnterprisesPage]


@pytest.fixture
def firm(office: Office) -> str:
    """An enterprise that is entitled, another of which nothing is known, and a policy with a benefit."""
    firm = builders.enterprise(office, STRONG, revenue_last_year=5200)
    builders.enterprise(office, BLANK)
    values = {"name": TITLE, "benefit": "定额", "fixed": 30, "window_to": "2026-12-01", "pay_days": 5}
    policy = records.add(office, "policies", values).first("policies")
    records.add(office, "conditions", {"policy": policy, "fact": "上年营业收入", "operator": "≥", "value": "2000"})
    return firm


def kept(office: Office) -> ledgers.Row:
    [row] = ledgers.rows(office, "entitlements", ledgers.ids(office, Question("entitlements")))
    return row


def test_that_all_policies_are_compared_shown_and_kept_by_one_button(office: Office, opened: Opened, firm: str) -> None:
    page = page_of(opened, "entitlements")
    choose(page, "全部比对")
    box = page.doors.whole.box
    assert box is not None
    assert "记入将新增 1 条、更新 0 条" in box.sentence.text()
    lines = {line.title: line for line in box.list.lines}
    assert lines[TITLE].detail == "符合 1，缺数据 1"
    assert lines[TITLE].pill is not None and lines[TITLE].pill.text == "符合 1 家"
    press_doing(page, box)
    assert (kept(office)["enterprise"].text, kept(office)["expected"]) == (STRONG, 30)  # type: ignore[attr-defined]
    choose(page, "全部比对")
    box = page.doors.whole.box
    assert box is not None and not box.doing.isEnabled()
    assert "没有要更新的" in box.sentence.text()
    box.reject()


def test_that_verdicts_that_turn_are_shown_before_they_are_kept(office: Office, opened: Opened, firm: str) -> None:
    entitling.carry_out(office, entitling.plan(office, 2026))
    records.change(office, "enterprises", firm, {"revenue_last_year": 100})
    page = page_of(opened, "policies")
    choose(page, "全部比对")
    box = page.doors.whole.box
    assert box is not None
    marked = box.marked()
    assert marked is not None
    assert marked.line.title == "结论有变化的"
    assert marked.points[0][1] == f"{STRONG}：{TITLE}，原为“符合”"
    box.reject()


def test_that_the_reminders_open_those_who_did_not_apply_and_those_without_data(
    office: Office, opened: Opened, firm: str
) -> None:
    entitling.carry_out(office, entitling.plan(office, 2026))
    page = page_of(opened, "policies")
    choose(page, "政策提醒")
    box = page.doors.reminders.box
    assert box is not None
    texts = {line.title: line.pill.text for line in box.list.lines if line.pill}
    assert texts == {
        "符合但未申报": "1 条",
        "已申报超时未拨付": "0 条",
        "申报窗口将关": "1 条",
        "缺“上年营业收入”": "1 家",
    }
    QTest.keyClick(box.list, Qt.Key.Key_Down)
    assert not box.doing.isEnabled()
    for _ in range(2):
        QTest.keyClick(box.list, Qt.Key.Key_Down)
    press_doing(page, box)
    target = WENT[-1].target
    assert WENT[-1].key == "enterprises" and target is not None and target.question is not None
    [row] = ledgers.rows(office, "enterprises", ledgers.ids(office, target.question))
    assert row["name"] == BLANK


def test_that_every_step_to_the_payment_is_taken_in_its_small_form(office: Office, opened: Opened, firm: str) -> None:
    entitling.carry_out(office, entitling.plan(office, 2026))
    page = page_of(opened, "entitlements")
    given: dict[str, dict[str, object]] = {
        "apply": {"applied_amount": "30"},
        "review": {"review": "通过"},
        "pay": {"paid_amount": "28.5"},
    }
    for step in STEPS:
        choose(page, f"{step.label}…", kept(office).id)
        dialog = page.doors.steps.dialog
        assert dialog is not None
        dialog.form.put(given.get(step.name, {}))
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        settle(page)
    row = kept(office)
    assert (row["stage"], float(str(row["paid_amount"])), row["told"]) == ("已拨付", 28.5, office.today())


def test_that_a_step_too_early_is_refused_beside_its_field(office: Office, opened: Opened, firm: str) -> None:
    entitling.carry_out(office, entitling.plan(office, 2026))
    page = page_of(opened, "entitlements")
    choose(page, "拨付…", kept(office).id)
    dialog = page.doors.steps.dialog
    assert isinstance(dialog, StepDialog)
    dialog.form.put({"paid_amount": "5"})
    dialog.save()
    settle(page)
    assert dialog.form.cells["paid"].problem == "还没有申报"
    assert kept(office)["paid"] is None
    dialog.reject()


def test_that_the_button_offers_every_step(office: Office, opened: Opened, firm: str) -> None:
    entitling.carry_out(office, entitling.plan(office, 2026))
    page = page_of(opened, "entitlements")
    choose(page, "办理…", kept(office).id)
    menu = page.doors.steps.menu
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [f"{step.label}…" for step in STEPS]
    menu.actions()[0].trigger()
    assert page.doors.steps.dialog is not None
    assert page.doors.steps.dialog.step is step_named("tell")
    page.doors.steps.dialog.reject()
    menu.close()


def test_that_an_enterprise_sees_its_policies_and_gets_its_notice(
    office: Office, opened: Enterprises, firm: str, tmp_path: Path
) -> None:
    page = opened(EnterprisesPage)
    page.view.open(firm)
    page.view.policies.click()
    for _ in range(3):
        page.desk.tasks.settle()
    box = page.policies.box
    assert box is not None
    found = policies.of_enterprise(office, firm)
    assert [line.title for line in box.list.lines] == [one.title for one in found]
    assert box.list.lines[0].title == TITLE
    page.policies.notice(firm)
    page.desk.tasks.settle()
    preview = page.policies.preview
    assert preview is not None
    preview.save_word(tmp_path / "告知单.docx")
    preview.tasks.settle(30)
    assert (tmp_path / "告知单.docx").stat().st_size > 5000
    preview.reject()
    QTest.mouseClick(box.doing, Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert kept(office)["told"] == office.today()
