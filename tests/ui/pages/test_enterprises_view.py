"""One enterprise: its head, its numbers, its story, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.domain.kinds import Linked
from daan_desk.services import attachments, ledgers, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.enterprises.view import EnterpriseView
from tests import builders

Key, Mod = Qt.Key, Qt.KeyboardModifier
NAME = "自贡天工机械有限公司"


@pytest.fixture
def one(office: Office) -> str:
    given = {"contact_name": "李厂长", "contact_phone": "13800000001", "town": "大山铺镇"}
    return builders.enterprise(office, NAME, employees=120, revenue_last_year=5000, size_class="微型", **given)


@pytest.fixture
def shown(qtbot: QtBot, real_desk: Desk, went: list[Journey]) -> Callable[[str], EnterpriseView]:
    def made(enterprise: str) -> EnterpriseView:
        view = EnterpriseView(real_desk)
        qtbot.addWidget(view)
        real_desk.acted.connect(view.refresh)
        view.resize(1150, 700)
        with qtbot.waitActive(view):
            view.show()
        view.open(enterprise)
        settle(view)
        return view

    return made


Shown = Callable[[str], EnterpriseView]


def settle(view: EnterpriseView) -> None:
    for _ in range(3):
        view.desk.tasks.settle()


def test_that_the_head_says_who_it_is_and_what_is_odd(one: str, shown: Shown) -> None:
    head = shown(one).head
    assert head.name.text() == NAME
    assert {"李厂长 · 13800000001", "大山铺镇", "5,000 万元", "120 人"} <= set(head.words())
    pills = [head.pills.itemAt(at).widget().pill.text for at in range(head.pills.count())]  # type: ignore[union-attr]
    assert pills == ["规下", "微型", "正常", "营收已达标未入库", "按工业划型标准测算为小型"]


def test_that_numbers_open_their_rows(one: str, office: Office, shown: Shown, went: list[Journey]) -> None:
    builders.visit(office, one, day="2026-11-20")
    builders.visit(office, one, day="2025-11-20")
    builders.issue(office, one, raised="2026-11-02")
    view = shown(one)
    assert [view.numbers[key].number.text() for key in ("visits", "issues", "last")] == ["1", "1", "3 天前"]
    assert view.numbers["issues"].note.text() == "其中逾期 1 个"
    for key in ("visits", "issues", "last"):
        QTest.keyClick(view.numbers[key], Key.Key_Return)
    counts = [ledgers.totals(office, j.target.question).count for j in went if j.target and j.target.question]
    assert ([j.key for j in went], counts) == (["visits", "issues", "visits"], [1, 1, 2])


def test_that_nobody_was_ever_there_stands_in_words(one: str, shown: Shown) -> None:
    view = shown(one)
    assert view.numbers["last"].note.text() == "还没有当面走访过"
    assert view.story.empty.isVisible() and not view.figures.isVisible()
    assert view.qualifications.nothing.isVisible() and view.assignments.nothing.isVisible()


def test_that_an_empty_list_of_an_enterprise_offers_the_form_of_its_first_record(
    one: str, shown: Shown, went: list[Journey]
) -> None:
    view = shown(one)
    assert view.qualifications.link.text() == "登记"
    QTest.mouseClick(view.qualifications.link, Qt.MouseButton.LeftButton)
    assert went == [Journey("qualifications", Target(fresh={"enterprise": one}))]


def test_that_the_story_grows_with_every_act_and_leads_to_what_it_tells_of(
    one: str, office: Office, shown: Shown, went: list[Journey]
) -> None:
    view = shown(one)
    view.desk.act(lambda: records.add(office, "visits", {
        "enterprise": one, "day": "2026-11-20", "way": "实地", "companions": "李慧敏", "summary": "看了二车间",
    }))  # fmt: skip
    settle(view)
    moment = view.story.timeline.moments[0]
    assert (moment.title, moment.when, moment.text) == ("实地走访", "2026-11-20 · 李慧敏", "看了二车间")
    view.story.timeline.followed.emit(moment.key)
    assert went[-1] == Journey("visits", Target(record=moment.key.record))  # type: ignore[attr-defined]


def test_that_chips_choose_a_kind_and_the_rest_comes_on_demand(one: str, office: Office, shown: Shown) -> None:
    for day in range(1, 24):
        builders.visit(office, one, day=f"2026-11-{day:02d}")
        builders.visit(office, one, day=f"2026-10-{day:02d}")
    builders.issue(office, one)
    view = shown(one)
    assert (len(view.story.timeline.moments), view.story.more.text()) == (40, "再看以前的 7 条")
    QTest.mouseClick(view.story.more, Qt.MouseButton.LeftButton)
    settle(view)
    assert len(view.story.timeline.moments) == 47 and not view.story.more.isVisible()
    assert view.story.chips[""].text() == "全部 47" and not view.story.chips["figures"].isVisible()
    QTest.mouseClick(view.story.chips["issues"], Qt.MouseButton.LeftButton)
    settle(view)
    assert [moment.title for moment in view.story.timeline.moments] == ["提出问题：2026-0001 厂区门口道路破损"]
    assert "待交办" in view.story.timeline.moments[0].when


def test_that_qualifications_and_officers_stand_with_their_state(one: str, office: Office, shown: Shown) -> None:
    given = {"enterprise": one, "kind": "专精特新", "level": "省", "awarded": "2022-05-01", "expires": "2025-04-30"}
    records.add(office, "qualifications", given)
    for name, until in (("王建国", None), ("赵晓", "2026-01-01")):
        officer = builders.officer(office, name)
        link = {"enterprise": one, "officer": officer, "role": "县级领导", "since": "2025-01-01", "until": until}
        records.add(office, "assignments", link)
    view = shown(one)
    assert [(line.title, line.pill.text) for line in view.qualifications.list.lines if line.pill] == [
        ("专精特新（省）", "已过期")
    ]
    assert [(line.title, line.pill.text) for line in view.assignments.list.lines if line.pill] == [
        ("王建国", "县级领导"),
        ("赵晓", "已结束"),
    ]


def test_that_figures_are_drawn_and_a_column_opens_its_month(
    one: str, office: Office, shown: Shown, went: list[Journey]
) -> None:
    made = [
        records.add(office, "figures", {"enterprise": one, "month": month, "output": 100, "revenue": 90}).first(
            "figures"
        )
        for month in ("2026-09", "2026-10")
    ]
    view = shown(one)
    values = view.figures.values
    assert values is not None and values.numbers()[0][1:] == (("26.9", "100", "90"), ("26.10", "100", "90"))
    view.figures.chosen.emit(made[1])
    assert went[-1] == Journey("figures", Target(record=made[1]))


def test_that_keys_begin_visits_and_issues_with_the_enterprise(one: str, shown: Shown, went: list[Journey]) -> None:
    view = shown(one)
    for key in (Key.Key_N, Key.Key_I):
        QTest.keyClick(view.back, key, Mod.ControlModifier)
    begun = Target(fresh={"enterprise": Linked(one, NAME)})
    assert went == [Journey("visits", begun), Journey("issues", begun)]


def test_that_files_of_the_enterprise_stand_on_its_page(one: str, office: Office, shown: Shown, tmp_path: Path) -> None:
    licence = tmp_path / "执照.pdf"
    licence.write_bytes(b"x")
    attachments.attach(office, "enterprises", one, [licence])
    view = shown(one)
    assert [line.title for line in view.files.list.lines] == ["执照.pdf"]


def test_that_an_answer_for_the_enterprise_before_is_not_shown(one: str, office: Office, shown: Shown) -> None:
    other = builders.enterprise(office, "自贡大山盐业有限公司")
    view = shown(one)
    view.open(other)
    view.open(one)
    settle(view)
    assert view.head.name.text() == NAME


@pytest.mark.parametrize("dark", [False, True])
def test_that_nothing_is_wider_than_a_small_window(one: str, shown: Shown, real_desk: Desk, dark: bool) -> None:
    real_desk.theme.switch(dark)
    view = shown(one)
    view.resize(1366 - 208, 700)
    settle(view)
    inside: Any = view.head.parentWidget()
    assert inside.minimumSizeHint().width() <= inside.width()
