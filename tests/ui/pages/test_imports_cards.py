"""Forms that every enterprise filled in come in at the screen, one sheet or one block each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from daan_desk.services import ledgers
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.ui.pages.imports.page import ImportsPage
from tests.ui.pages.rosters import FIRMS, book, load, wait


@pytest.fixture
def page(opened: Callable[[type[ImportsPage]], ImportsPage]) -> ImportsPage:
    return opened(ImportsPage)


def card(firm: str, contact: str) -> tuple[tuple[object, ...], ...]:
    return (
        ("企业情况登记表",),
        ("企业名称", firm, "联系人", contact),
        ("联系电话", "13812345678", "所在镇街", "大山铺镇"),
        ("主要产品", "阀门", "从业人数", 120),
        (),
    )


def test_that_cards_come_in_as_enterprises(page: ImportsPage, office: Office, tmp_path: Path) -> None:
    load(page, book(tmp_path / "登记表.xlsx", *card(FIRMS[0], "张三"), *card(FIRMS[1], "李四")))
    page.bringing.carry_out()
    wait(page)
    rows = ledgers.rows(office, "enterprises", ledgers.ids(office, Question("enterprises", sort=("name",))))
    told = {str(row["name"]): (row["contact_name"], row["employees"]) for row in rows}
    assert {told[FIRMS[0]], told[FIRMS[1]]} == {("张三", 120), ("李四", 120)}
