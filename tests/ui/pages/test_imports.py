"""A roster comes in at the screen: read, mended, imported, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from daan_desk.services import care, imports, undo
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Journey, Message
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.imports.carrying import time_left
from daan_desk.ui.pages.imports.page import ImportsPage
from daan_desk.ui.pages.imports.verdict_step import ABSENT, REFUSED
from daan_desk.ui.pages.imports.workbench import VERDICTS
from tests import builders
from tests.ui.pages.rosters import FIRMS, load, names, plain, press, titled, type_into_cell, wait

Opened = Callable[[type[ImportsPage]], ImportsPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(opened: Opened) -> ImportsPage:
    return opened(ImportsPage)


def test_that_a_titled_roster_is_mended_imported_and_taken_back(
    page: ImportsPage, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(titled(tmp_path)), ""))
    press(page.start.choose)
    wait(page)
    verdicts, study = page.bench.verdicts, page.study
    assert study is not None
    assert study.layout.header_rows == (2, 3)
    assert page.bench.stack.currentIndex() == VERDICTS
    assert verdicts.tabs.texts()[:4] == ("新增 2", "修改 0", "相同 0", "不能导入 1")
    assert [verdicts.model.index(0, column).data() for column in range(4)] == ["5", "", "企业名称不能为空", "企业名称"]
    type_into_cell(page, 0, "ZG Bengye")
    wait(page)
    assert verdicts.tabs.texts()[:4] == ("新增 3", "修改 0", "相同 0", "不能导入 0")
    assert verdicts.bar.doing.text() == "导入 3 条"
    press(verdicts.bar.doing)
    wait(page)
    assert names(office) == sorted([FIRMS[0], FIRMS[1], "ZG Bengye"])
    assert [copy.stem.split("-")[-1] for copy in care.copies(office)] == ["导入前"]
    press(page.result.undo)
    wait(page)
    assert names(office) == []
    assert page.result.heading.text() == "这次导入已撤销"
    assert not page.result.undo.isEnabled()


def test_that_redoing_an_import_says_that_it_stands_again(page: ImportsPage, office: Office, tmp_path: Path) -> None:
    load(page, plain(tmp_path, (FIRMS[0], "13800000001")))
    page.bringing.carry_out()
    wait(page)
    page.desk.undo_stack.undo()
    wait(page)
    assert page.result.heading.text() == "这次导入已撤销"
    page.desk.undo_stack.redo()
    wait(page)
    assert page.result.heading.text() == "已导入企业名录 1 条"
    assert names(office) == [FIRMS[0]]


def test_that_changes_are_shown_cell_by_cell_and_absent_records_open(
    page: ImportsPage, office: Office, real_desk: Desk, tmp_path: Path
) -> None:
    builders.enterprise(office, FIRMS[0], contact_phone="13800000001")
    gone = builders.enterprise(office, FIRMS[2])
    journeys: list[Journey] = []
    real_desk.went.connect(journeys.append)
    load(page, plain(tmp_path, (FIRMS[0], "13800000002")))
    model, step = page.bench.verdicts.model, page.bench.verdicts
    assert [model.index(0, column).data() for column in range(5)] == [
        "2", FIRMS[0], "联系电话", "13800000001", "13800000002",
    ]  # fmt: skip
    step.turn(ABSENT)
    assert model.index(0, 0).data() == FIRMS[2]
    step.table.setFocus()
    step.table.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(step.table, Qt.Key.Key_Return)
    assert journeys == [Journey("enterprises", Target(gone))]


def test_that_a_stopped_import_leaves_nothing_behind(
    page: ImportsPage, office: Office, told: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(page, plain(tmp_path, (FIRMS[0], None), (FIRMS[1], None)))
    carry_out = imports.carry_out

    def stopped_meanwhile(*given: object, **more: object) -> object:
        page.bringing.carriage.stop()  # type: ignore[union-attr]
        return carry_out(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(imports, "carry_out", stopped_meanwhile)
    press(page.bench.verdicts.bar.doing)
    assert page.bench.verdicts.bar.stopping.isVisible()
    wait(page)
    assert names(office) == []
    assert undo.acts(office, 5, "导入") == ()
    assert [one.text for one in told if isinstance(one, Message)] == ["已取消，没有写入任何内容"]
    assert page.bench.verdicts.bar.doing.isVisible()


def test_that_the_cancel_button_stops_what_is_being_written(page: ImportsPage, office: Office, tmp_path: Path) -> None:
    load(page, plain(tmp_path, (FIRMS[0], None)))
    page.bringing.carry_out()
    press(page.bench.verdicts.bar.stopping)  # the worker hears of it before or while it writes, never after
    carriage = page.bringing.carriage
    assert carriage is not None
    assert carriage.stopped
    wait(page)
    assert page.bringing.carriage is None
    assert names(office) == ([FIRMS[0]] if page.changes else [])


@pytest.mark.parametrize(
    ("done", "total", "milliseconds", "words"),
    [(0, 10, 9000, ""), (10, 10, 9000, ""), (5, 10, 100, ""), (10, 100, 1000, "约还需 9 秒"), (9, 10, 9000, "马上就好"),
     (10, 1000, 10000, "约还需 16 分钟")],
)  # fmt: skip
def test_that_the_time_left_follows_from_the_part_that_is_done(
    done: int, total: int, milliseconds: int, words: str
) -> None:
    assert time_left(done, total, milliseconds) == words


def test_that_leaving_a_cell_unchanged_judges_nothing_anew(page: ImportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    load(page, titled(tmp_path))
    page.bench.verdicts.turn(REFUSED)
    before = page.study
    type_into_cell(page, 0, "")
    wait(page)
    assert page.study is before
