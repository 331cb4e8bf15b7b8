"""Every column goes where the officer says, and what was confirmed is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from daan_desk.services import imports
from daan_desk.services.office import Office
from daan_desk.ui.pages.imports.columns_model import CERTAINTY, PILL, REASON, RULE, TARGET
from daan_desk.ui.pages.imports.page import ImportsPage
from daan_desk.ui.pages.imports.workbench import COLUMNS, VERDICTS
from tests import builders
from tests.ui.pages.rosters import FIRMS, choose, load, plain, wait

Opened = Callable[[type[ImportsPage]], ImportsPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(opened: Opened) -> ImportsPage:
    return opened(ImportsPage)


def test_that_doubtful_columns_come_first_and_are_asked(page: ImportsPage, office: Office, tmp_path: Path) -> None:
    load(page, plain(tmp_path, (FIRMS[0], "阀门"), heads=("企业名称", "主导产品名")))
    model, step = page.bench.columns.model, page.bench.columns
    assert page.bench.stack.currentIndex() == COLUMNS
    assert model.index(0, TARGET).data() == "可能是“主要产品”"
    assert model.index(0, CERTAINTY).data(PILL).text == "请确认"
    assert "主要产品" in model.index(0, REASON).data()
    QTest.mouseClick(step.agree, LEFT)
    wait(page)
    assert page.study is not None
    assert page.study.doubtful == ()
    assert {match.field for match in page.study.columns} == {"name", "products"}
    assert not step.agree.isVisible()


def test_that_a_confirmed_matching_is_remembered(page: ImportsPage, office: Office, tmp_path: Path) -> None:
    path = plain(tmp_path, (FIRMS[0], "阀门"), heads=("企业名称", "主导产品名"))
    load(page, path)
    QTest.mouseClick(page.bench.columns.refuse, LEFT)
    wait(page)
    page.bringing.carry_out()
    wait(page)
    assert [one.fields for one in imports.remembered(office)] == [("name", "")]
    load(page, path)
    assert page.study is not None
    assert page.study.found.reason == "与上次确认过的表头相同"
    assert page.study.doubtful == ()


def test_that_a_matching_that_nobody_touched_is_not_remembered(
    page: ImportsPage, office: Office, tmp_path: Path
) -> None:
    load(page, plain(tmp_path, (FIRMS[0], None)))
    page.bringing.carry_out()
    wait(page)
    assert imports.remembered(office) == ()


def test_that_a_column_is_sent_to_another_field_and_takes_it_from_its_owner(page: ImportsPage, tmp_path: Path) -> None:
    load(page, plain(tmp_path, (FIRMS[0], "0813-5550001", "13800000001"), heads=("企业名称", "联系电话", "随手记")))
    places = [match.column for match in page.bench.columns.model.matches]
    choose(page, places.index(2), TARGET, "联系电话")
    assert page.study is not None
    assert [match.field for match in page.study.columns] == ["name", "", "contact_phone"]
    choose(page, [m.column for m in page.bench.columns.model.matches].index(1), TARGET, "联系电话")
    assert [match.field for match in page.study.columns] == ["name", "contact_phone", ""]


def test_that_a_column_that_must_be_there_is_missed_in_words(page: ImportsPage, tmp_path: Path) -> None:
    load(page, plain(tmp_path, (FIRMS[0], "13800000001")))
    choose(page, 0, TARGET, "不导入")
    assert "企业名称" in page.bench.head.refusal.text()
    page.bench.go_to(VERDICTS)
    assert not page.bench.verdicts.bar.doing.isEnabled()
    choose(page, 0, TARGET, "企业名称")
    assert not page.bench.head.refusal.isVisible()


def test_that_a_rule_keeps_what_is_already_there(page: ImportsPage, office: Office, tmp_path: Path) -> None:
    builders.enterprise(office, FIRMS[0], contact_phone="13800000001")
    load(page, plain(tmp_path, (FIRMS[0], "13800000002")))
    assert page.study is not None
    assert page.study.writes == 1
    choose(page, 1, RULE, "只填空白")
    assert page.study.writes == 0
    assert not page.bench.verdicts.bar.doing.isEnabled()
    choose(page, 1, RULE, "覆盖")
    assert page.study.writes == 1
