"""A visit with two issues, from the open window to the ledgers, without touching the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from daan_desk import app
from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.services import ledgers
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.pages.visits.form import VisitForm
from daan_desk.ui.pages.visits.page import VisitsPage
from daan_desk.ui.shell import Shell
from tests import builders

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A workspace with one enterprise that was visited before, and another one."""
    made = builders.workplace(tmp_path)
    one = builders.enterprise(made.office, "自贡天工机械有限公司")
    builders.enterprise(made.office, "自贡大山盐业有限公司")
    leader = builders.officer(made.office)
    before = {"led_by": leader, "met": "张厂长", "staff": 80, "production": "正常", "next_step": "联系供电公司"}
    builders.visit(made.office, one, day="2026-11-02", **before)
    builders.issue(made.office, one, raised="2026-11-02")
    return made


@pytest.fixture
def window(qtbot: QtBot, place: Workplace) -> Iterator[Shell]:
    program = app.Program(app.application())
    shell = program.open(place)
    shell.resize(1366, 768)
    with qtbot.waitActive(shell):
        shell.show()
    settle(shell)
    yield shell
    program.close()


def settle(shell: Shell) -> None:
    for _ in range(3):
        shell.desk.tasks.settle()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """A key goes where the screen would send it: to an open list first, else to what has the focus."""
    here = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert isinstance(here, QWidget)
    QTest.keyClick(here, key, modifier)


def type_(text: str) -> None:
    here = QApplication.focusWidget()
    assert isinstance(here, QWidget)
    QTest.keyClicks(here, text)


def chosen(shell: Shell, qtbot: QtBot, text: str) -> None:
    """Type into an editor that finds or lists, and take what it marks."""
    type_(text)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press(Key.Key_Return)
    settle(shell)


def form_opened(shell: Shell, qtbot: QtBot) -> VisitForm:
    """Ctrl+3 goes to the visits, Ctrl+N asks for a new one."""
    keys = list(shell._entries).index("visits") + 1
    QTest.keyClick(shell, Key(Key.Key_0 + keys), Mod.ControlModifier)
    settle(shell)
    page = shell.page
    assert isinstance(page, VisitsPage)
    press(Key.Key_N, Mod.ControlModifier)
    form = page.ledger.records.dialog
    assert isinstance(form, VisitForm)
    settle(shell)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def rows(office: Office, ledger: str, *where: Where) -> tuple[Row, ...]:
    return ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger, where=where)))


def what_changed(form: VisitForm) -> None:
    """Only the number of workers, what became of the promise, and of the open issue."""
    for _ in range(8):  # from the enterprise over day, way, leader, companions, met, production, output to staff
        press(Key.Key_Return)
    assert form.form.cells["staff"].isAncestorOf(QApplication.focusWidget())
    type_("85")
    press(Key.Key_R, Mod.ControlModifier)
    press(Key.Key_Y)
    press(Key.Key_N)


def issue_lines(shell: Shell, qtbot: QtBot) -> None:
    press(Key.Key_I, Mod.ControlModifier)
    for title, category in (("Power supply too small", "yn"), ("No workers for the second shift", "yg")):
        type_(title)
        press(Key.Key_Return)
        chosen(shell, qtbot, category)
        press(Key.Key_Return)  # to the grade
        press(Key.Key_Return)  # to the next line


def logged(shell: Shell, qtbot: QtBot) -> Changes:
    """The whole visit, from the open window to the saved act."""
    form = form_opened(shell, qtbot)
    saved: list[Changes] = []
    form.saved.connect(saved.append)
    chosen(shell, qtbot, "zgtg")
    assert form.banner.recent.pill.text == "近 30 天已有 1 批走访"
    assert "未办结问题 1 个" in form.banner.words.text()
    what_changed(form)
    issue_lines(shell, qtbot)
    press(Key.Key_Return, Mod.ControlModifier)
    settle(shell)
    return saved[0]


def test_that_a_visit_is_logged_with_keys_alone_and_only_what_changed_is_typed(
    window: Shell, place: Workplace, qtbot: QtBot
) -> None:
    changes = logged(window, qtbot)
    assert changes.counts == {"visits": 1, "issues": 2}
    visit = ledgers.row(place.office, "visits", changes.first("visits"))
    assert isinstance(visit["enterprise"], Linked) and isinstance(visit["led_by"], Linked)
    assert (visit["enterprise"].text, visit["led_by"].text) == ("自贡天工机械有限公司", "王建国")
    assert (visit["day"], visit["way"], visit["met"]) == (date(2026, 11, 23), "实地", "张厂长")
    assert (visit["staff"], visit["production"], visit["output"]) == (85, "正常", None)
    assert visit["follow_up"] == "已落实：联系供电公司\n未落实：2026-0001 厂区门口道路破损"


def test_that_the_issues_stand_in_their_ledger_and_one_undo_takes_all_of_it_back(
    window: Shell, place: Workplace, qtbot: QtBot
) -> None:
    changes = logged(window, qtbot)
    issues = rows(place.office, "issues", Where("visit", "is", changes.first("visits")))
    assert {(row["title"], row["category"], row["grade"]) for row in issues} == {
        ("Power supply too small", "用能(水电气)", "一般"),
        ("No workers for the second shift", "用工人才", "一般"),
    }
    assert {(row["source"], row["raised"], row["state"]) for row in issues} == {("走访", date(2026, 11, 23), "待交办")}
    assert sorted(str(row["number"]) for row in issues) == ["2026-0002", "2026-0003"]
    window.activateWindow()  # a screen does that by itself when a dialog closes
    qtbot.waitUntil(window.isActiveWindow)
    press(Key.Key_Z, Mod.ControlModifier)
    settle(window)
    assert len(rows(place.office, "visits")) == 1
    assert len(rows(place.office, "issues")) == 1
