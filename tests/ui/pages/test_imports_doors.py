"""Every way in for a file, and what is told where it is none of ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daan_desk.domain.questions import Question
from daan_desk.services.office import Office
from daan_desk.ui.kit.page import Target
from daan_desk.ui.pages.imports.page import ImportsPage
from daan_desk.ui.pages.imports.workbench import VERDICTS
from tests.ui.pages.rosters import FIRMS, book, load, names, plain, press, wait

Opened = Callable[[type[ImportsPage]], ImportsPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(opened: Opened) -> ImportsPage:
    return opened(ImportsPage)


def test_that_a_file_that_cannot_be_read_is_told_and_another_can_be_chosen(
    page: ImportsPage, told: list[object], tmp_path: Path
) -> None:
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"\x00" * 64)
    load(page, broken)
    assert len(told) == 1
    assert page.stack.currentWidget() is page.start
    assert page.start.choose.isVisible()


def test_that_reading_can_be_given_up(page: ImportsPage, tmp_path: Path) -> None:
    page.open(plain(tmp_path, (FIRMS[0], None)))
    assert page.start.heading.text().startswith("正在读取")
    press(page.start.stop)
    wait(page)
    assert page.study is None
    assert page.stack.currentWidget() is page.start


def test_that_a_sheet_that_is_no_ledger_says_why(page: ImportsPage, tmp_path: Path) -> None:
    load(page, book(tmp_path / "人员.xlsx", ("姓名", "身份证号"), ("张三", "510304199001011234")))
    assert "人员名单" in page.bench.head.refusal.text()
    assert page.bench.head.refusal.isVisible()
    page.bench.go_to(VERDICTS)
    assert not page.bench.verdicts.bar.doing.isEnabled()
    assert "人员名单" in page.bench.verdicts.empty.sentence.text()


@pytest.mark.parametrize("head", ["单位名称", "责任单位"])
def test_that_the_page_from_which_somebody_came_decides_what_the_words_leave_open(
    page: ImportsPage, tmp_path: Path, head: str
) -> None:
    page.show_for(Target(question=Question("departments")))
    load(page, plain(tmp_path, ("区经信局", "0813-5550001"), heads=(head, "联系电话")))
    assert page.study is not None
    assert page.study.found.ledger == "departments"


def test_that_plain_words_weigh_more_than_where_somebody_came_from(page: ImportsPage, tmp_path: Path) -> None:
    page.show_for(Target(question=Question("enterprises")))
    heads = ("走访日期", "企业名称", "走访方式", "带队领导", "走访内容")
    load(page, plain(tmp_path, ("2026-11-02", FIRMS[0], "实地", "王建国", "了解生产"), heads=heads))
    assert page.study is not None
    assert page.study.found.ledger == "visits"


def test_that_a_table_is_pasted_from_the_clipboard(page: ImportsPage, office: Office) -> None:
    QGuiApplication.clipboard().setText(f"企业名称\t联系电话\n{FIRMS[0]}\t13800000001\n{FIRMS[1]}\t13800000002")
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(page)
    press(page.bench.verdicts.bar.doing)
    wait(page)
    assert names(office) == sorted(FIRMS[:2])


def test_that_a_file_is_dropped_on_the_page(page: ImportsPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(plain(tmp_path, (FIRMS[0], None))))])
    how = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), *how))
    wait(page)
    assert page.study is not None
    assert page.study.writes == 1


def test_that_an_old_result_makes_room_when_somebody_comes_to_import(page: ImportsPage, tmp_path: Path) -> None:
    load(page, plain(tmp_path, (FIRMS[0], None)))
    page.bringing.carry_out()
    wait(page)
    page.show_for(None)
    assert page.stack.currentWidget() is page.result
    page.show_for(Target(question=Question("enterprises")))
    assert page.stack.currentWidget() is page.start


def test_that_the_keyboard_goes_along_from_the_file_to_the_rows_and_to_the_result(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(ImportsPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    assert page.start.choose.hasFocus()
    load(page, plain(tmp_path, (FIRMS[0], "13800000000")))
    assert page.bench.verdicts.table.hasFocus()
    page.bench.verdicts.bar.doing.setFocus()
    press(page.bench.verdicts.bar.doing)
    wait(page)
    assert page.result.open.hasFocus()
    press(page.result.more)
    assert page.start.choose.hasFocus()
