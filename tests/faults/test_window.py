"""The window under ill treatment: closed while it works, a fault below it, a hundred thousand rows pasted into it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from daan_desk.domain.imports import Verdict
from daan_desk.domain.issues import State
from daan_desk.services import ledgers, records, undo, workspaces
from daan_desk.services.changes import Changes
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.ui.pages.enterprises.page import EnterprisesPage
from daan_desk.ui.pages.imports.page import ImportsPage
from daan_desk.ui.pages.issues.page import IssuesPage
from tests import builders
from tests.builders import MONDAY, PASSWORD, at
from tests.journeys.sitting import Key, Mod, Sitting, button, click, sit_down
from tests.ui.pages.rosters import plain

MANY = 100_000
FIRM = "自贡天工机械有限公司"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path / "machine"))
    builders.workplace(tmp_path).close()
    return tmp_path / "desk.daan"


@pytest.fixture
def desk(file: Path, qapp: QApplication) -> Iterator[Sitting]:
    sitting = sit_down(file, MONDAY)
    yield sitting
    sitting.close()


def slowly(office: Office, begun: Event, closed: Event) -> Changes:
    """An act that is still at work when the window goes."""
    begun.set()
    assert closed.wait(20)
    return records.add(office, "enterprises", {"name": "自贡天工机械有限公司"})


def test_that_an_act_under_way_is_finished_when_the_window_is_closed(desk: Sitting, file: Path) -> None:
    begun, closed = Event(), Event()
    desk.shell.desk.act(partial(slowly, desk.office, begun, closed))
    assert begun.wait(20)
    desk.shell.close()
    assert not desk.shell.isVisible()
    closed.set()
    desk.close()
    place = workspaces.unlock(file, PASSWORD, at())
    assert ledgers.totals(place.office, Question("enterprises")).count == 1
    place.close()


def test_that_a_fault_is_reported_without_names_and_the_program_goes_on(
    desk: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = builders.enterprise(desk.office)

    def broken(*_: object) -> Changes:
        raise KeyError(FIRM)

    with monkeypatch.context() as patched:
        patched.setattr(records, "change", broken)
        desk.shell.desk.act(lambda: records.change(desk.office, "enterprises", one, {"products": "泵"}))
        desk.settle()
    box = desk.shell.complaints.box
    assert box is not None
    click(button(box, "复制报告"))
    report = QGuiApplication.clipboard().text()
    assert "KeyError" in report and FIRM not in report
    click(button(box, "继续使用"))
    desk.settle()
    desk.shell.desk.act(lambda: records.change(desk.office, "enterprises", one, {"products": "泵"}))
    desk.settle()
    assert ledgers.row(desk.office, "enterprises", one)["products"] == "泵"
    page = desk.go(EnterprisesPage)
    assert page.ledger.model.ids() == (one,)


def test_that_a_hundred_thousand_pasted_rows_are_judged_and_can_be_let_go(desk: Sitting) -> None:
    page = desk.go(ImportsPage)
    lines = (f"自贡{number}号有限公司\t{number % 900}" for number in range(MANY))
    QGuiApplication.clipboard().setText("企业名称\t从业人数\n" + "\n".join(lines))
    click(page.start.paste)
    desk.settle()
    assert page.study is not None and page.study.plan is not None
    assert page.study.plan.counts[Verdict.ADDED] == MANY
    page.restart()
    assert page.study is None
    assert desk.rows("enterprises") == ()


def test_that_ctrl_z_on_what_somebody_used_since_keeps_it_and_says_so(desk: Sitting, tmp_path: Path) -> None:
    page = desk.go(ImportsPage)
    page.open(plain(tmp_path, ("自贡天工机械有限公司", "13800000001"), ("自贡华岭阀门有限公司", "13800000002")))
    desk.settle()
    click(page.bench.verdicts.bar.doing)
    desk.settle()
    used = next(row.id for row in desk.rows("enterprises") if "天工" in str(row["name"]))
    builders.issue(desk.office, used)
    desk.press(Key.Key_Z, Mod.ControlModifier)
    assert [row.id for row in desk.rows("enterprises")] == [used]
    said = desk.shell.toast.words.text()
    assert "自贡天工机械有限公司" in said and "保留" in said
    assert undo.acts(desk.office, 1)[0].name.startswith("撤销“导入")


def test_that_the_longest_issue_is_read_on_board_and_sheet(desk: Sitting) -> None:
    text = "自贡天工机械有限公司反映的情况。" * 2048
    issue = builders.issue(desk.office, builders.enterprise(desk.office), title="长" * 200, description=text[:32_767])
    page = desk.go(IssuesPage)
    page.show_view("board")
    desk.settle()
    column = next(one for one in page.board.columns if one.state == State.REGISTERED)
    assert column.cards.model().rowCount() == 1
    assert not page.board.grab().isNull()
    page.open_issue(issue)
    desk.settle()
    assert page.sheet.title.text().endswith("长" * 200)
    assert not page.grab().isNull()
    page.show_view("ledger")
