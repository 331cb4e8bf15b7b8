"""A page reads when somebody looks at it, and once."""

from __future__ import annotations

from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.page import Page

VISIT = Changes("act", "登记走访", {"visits": ("1",)})
TOWN = Changes("act", "新增镇街", {"towns": ("1",)})


class Counting(Page):
    """Counts how often it was asked to read."""

    reads: ClassVar[tuple[str, ...]] = ("visits", "issues")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.readings = 0

    def read(self) -> None:
        self.readings += 1


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Counting:
    made = Counting(desk)
    qtbot.addWidget(made)
    return made


def test_that_a_page_in_sight_reads_at_once_what_concerns_it(page: Counting) -> None:
    page.show()
    page.refresh(VISIT)
    page.refresh(TOWN)
    assert page.readings == 1


def test_that_a_page_out_of_sight_reads_once_when_it_is_next_seen(page: Counting) -> None:
    page.refresh(VISIT)
    page.refresh(VISIT)
    assert page.readings == 0
    page.show()
    assert page.readings == 1
    page.hide()
    page.show()
    assert page.readings == 1
