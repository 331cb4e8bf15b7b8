"""What an import leaves out, brings along, and shows afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from daan_desk.domain.imports import Verdict
from daan_desk.services import ledgers, undo
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Desk, Journey
from daan_desk.ui.pages.imports.page import ImportsPage
from tests import builders
from tests.ui.pages.rosters import FIRMS, load, names, plain, press, titled, wait

Opened = Callable[[type[ImportsPage]], ImportsPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(opened: Opened) -> ImportsPage:
    return opened(ImportsPage)


def test_that_rows_left_out_are_saved_with_reasons_and_come_in_again(
    page: ImportsPage, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "未导入.xlsx"
    load(page, titled(tmp_path))
    page.bringing.carry_out()
    wait(page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(to), ""))
    press(page.result.back)
    wait(page)
    QApplication.activeModalWidget().reject()  # type: ignore[attr-defined]
    sheet = load_workbook(to).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[1] for row in rows[3:]] == ["牛佛镇"]
    assert rows[3][-1] == "企业名称不能为空"
    sheet["A4"] = FIRMS[2]
    sheet.parent.save(to)
    load(page, to)
    assert page.study is not None
    assert page.study.plan is not None
    assert page.study.plan.counts[Verdict.ADDED] == 1
    assert names(office) == sorted(FIRMS[:2])


def test_that_new_names_can_be_left_out(page: ImportsPage, office: Office, tmp_path: Path) -> None:
    load(page, plain(tmp_path, (FIRMS[0], "王建国"), heads=("企业名称", "包联领导")))
    tick = page.bench.verdicts.ticks["officers"]
    assert tick.text() == "一并新增 1 个干部：王建国"
    assert tick.isChecked()
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    wait(page)
    assert not page.bench.verdicts.ticks["officers"].isChecked()
    press(page.bench.verdicts.bar.doing)
    wait(page)
    assert names(office) == [FIRMS[0]]
    assert "王建国" not in names(office, "officers")


def test_that_records_of_an_import_are_shown(page: ImportsPage, real_desk: Desk, tmp_path: Path) -> None:
    journeys: list[Journey] = []
    real_desk.went.connect(journeys.append)
    load(page, plain(tmp_path, (FIRMS[0], None)))
    page.bringing.carry_out()
    wait(page)
    press(page.result.open)
    question = journeys[0].target.question if journeys[0].target else None
    assert journeys[0].key == "enterprises"
    assert question is not None
    assert ledgers.totals(real_desk.office, question).count == 1


def test_that_work_of_others_is_judged_anew(page: ImportsPage, office: Office, tmp_path: Path) -> None:
    load(page, plain(tmp_path, (FIRMS[0], "13800000001")))
    builders.enterprise(office, FIRMS[0], contact_phone="13800000001")
    page.refresh(undo.undo(office, undo.acts(office, 1)[0].id))
    wait(page)
    assert page.bench.verdicts.tabs.texts()[0] == "新增 1"
    builders.enterprise(office, FIRMS[0], contact_phone="13800000001")
    page.bringing.again()
    wait(page)
    assert page.bench.verdicts.tabs.texts()[:3] == ("新增 0", "修改 0", "相同 1")
