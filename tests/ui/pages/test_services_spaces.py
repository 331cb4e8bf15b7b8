"""An officer brings empty rooms to use: needs for an asset, before and after, the account of the land; climbers too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.domain.questions import Question
from daan_desk.services import assets, ledgers, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import NumberCard
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_actions import Shown
from daan_desk.ui.pages.registers import RegisterPage
from tests import builders
from tests.services import services_world as world
from tests.services.services_world import OTHER
from tests.ui.pages.services_hands import WENT, Opened, choose, page_of, press_doing, settle


def test_that_an_asset_finds_who_needs_it_and_the_match_is_followed_up(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    records.remove(office, "space_matches", made["space_matches"])
    page = page_of(opened, "assets")
    choose(page, "匹配需求", made["assets"][0])
    box = page.doors.takers.box
    assert box is not None
    assert [line.title for line in box.list.lines] == [OTHER]
    press_doing(page, box)
    [match] = ledgers.rows(office, "space_matches", ledgers.ids(office, Question("space_matches")))
    assert (match["state"], match["asset"].id) == ("已推荐", made["assets"][0])  # type: ignore[attr-defined]
    assert "层高 9 米" in str(match["fits"])


def test_that_what_is_in_use_again_is_told_before_and_after(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    records.change(office, "assets", made["assets"][0], {"since": "2025-01-01", "use_before": "纺织厂停产", "jobs": 40})
    assets.settle(office, made["space_needs"][0], made["assets"][0], done=True)
    page = page_of(opened, "assets")
    choose(page, "盘活前后")
    box = page.doors.revived.box
    assert box is not None
    assert box.sentence.text() == "2026 年盘活 1 处，面积 2,500 ㎡，带动就业 40 人"
    marked = box.marked()
    assert marked is not None
    assert [words for _, words in marked.points] == [
        "纺织厂停产，闲置 22 个月，闲置面积 3,200 ㎡",
        f"{OTHER}，盘活 2,500 ㎡，带动就业 40 人",
    ]
    press_doing(page, box)
    assert WENT[-1].target is not None and WENT[-1].target.record == made["assets"][0]


def test_that_the_sums_of_the_land_stand_apart_and_open_their_rows(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    page = page_of(opened, "land_accounts")
    choose(page, "用地总账")
    box = page.doors.land.box
    assert box is not None
    cards = {card.accessibleName().split(" ")[0]: card for card in box.findChildren(NumberCard)}
    assert cards["规划工业用地"].number.text() == "2,000 亩"
    assert cards["储备用地"].number.text() == "150 亩"
    assert cards["闲置土地（依法认定）"].number.text() == "32 亩"
    assert cards["低效闲置资源：土地"].number.text() == "35 亩"
    QTest.keyClick(cards["闲置土地（依法认定）"], Qt.Key.Key_Return)
    target = WENT[-1].target
    assert WENT[-1].key == "idle_lands" and target is not None and target.question is not None
    assert ledgers.ids(office, target.question) == tuple(made["idle_lands"])


def test_that_who_has_reached_the_next_step_is_taken_up(office: Office, opened: Opened) -> None:
    firm = builders.enterprise(office, employees=120, revenue_last_year=1950)
    page = page_of(opened, "cultivation")
    choose(page, "谁快到了")
    box = page.doors.climbers.box
    assert box is not None
    assert box.list.lines[0].key == (firm, "科技型中小企业")
    press_doing(page, box)
    [row] = ledgers.rows(office, "cultivation", ledgers.ids(office, Question("cultivation")))
    assert (row["enterprise"].id, row["target_year"]) == (firm, 2027)  # type: ignore[attr-defined]


def test_that_a_renewal_is_begun_and_the_new_certificate_starts_from_the_old_one(
    office: Office, opened: Callable[[Callable[[Desk], RegisterPage]], RegisterPage]
) -> None:
    firm = builders.enterprise(office)
    values = {"enterprise": firm, "kind": "高新技术企业", "awarded": "2023-12-20", "expires": "2026-12-19"}
    old = records.add(office, "qualifications", values).first("qualifications")
    page = opened(lambda desk: RegisterPage(desk, "qualifications"))
    WENT.clear()
    page.desk.went.connect(WENT.append)
    page.table.select_ids([old])
    page.desk.tasks.settle()
    QTest.mouseClick(page.bar.buttons["启动续期"][0], Qt.MouseButton.LeftButton)
    page.desk.tasks.settle()
    assert ledgers.row(office, "qualifications", old)["renewal"] == "已启动重新认定"
    act = next(action for action in page.actions_ if action.text == "登记新证").act
    act(Shown(Question("qualifications"), selected=(old,)))
    page.desk.tasks.settle()
    assert WENT[-1].target is not None and WENT[-1].target.fresh is not None
    assert WENT[-1].target.fresh["kind"] == "高新技术企业"


def test_that_the_boxes_say_what_to_do_in_an_empty_office(office: Office, opened: Opened) -> None:
    page = page_of(opened, "assets")
    choose(page, "盘活前后")
    box = page.doors.revived.box
    assert box is not None
    assert "在“用房对接”里签约" in box.sentence.text()
    assert not box.doing.isEnabled()
    box.reject()
    settle(page)
