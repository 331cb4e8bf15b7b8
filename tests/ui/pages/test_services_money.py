"""An officer follows the money: pushes a demand, hands each bank its list, sees what became of every sum."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from daan_desk.domain.questions import Question
from daan_desk.services import ledgers, records
from daan_desk.services.office import Office
from daan_desk.ui.kit.rows import LineList
from tests.services import services_world as world
from tests.services.services_world import BANK
from tests.ui.pages.services_hands import WENT, Opened, choose, page_of


def named(box: object) -> dict[str, LineList]:
    return {lines.accessibleName(): lines for lines in box.findChildren(LineList)}  # type: ignore[attr-defined]


def went_to() -> tuple[str, Question]:
    target = WENT[-1].target
    assert target is not None and target.question is not None
    return WENT[-1].key, target.question


def test_that_the_selected_demands_go_to_each_bank_as_a_workbook(
    office: Office, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = world.laid(office)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page = page_of(opened, "financing")
    choose(page, "推送清单…", made["financing"][1])
    door = page.doors.lists
    assert door.box is not None
    assert door.box.heading.text() == "已写好 1 家银行的推送清单"
    [file] = tmp_path.glob("*.xlsx")
    rows = list(openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["自贡华岭阀门有限公司 R2026-0002", "合计"]
    assert [line.title for line in door.lines.lines] == [BANK]
    door.box.reject()


def test_that_nothing_is_written_when_the_folder_is_not_chosen_or_nothing_waits(
    office: Office, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = world.laid(office)
    records.change(office, "bank_responses", made["bank_responses"][1], {"decision": "婉拒", "reason": "负债率高"})
    page = page_of(opened, "bank_responses")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    choose(page, "推送清单…")
    complaints: list[BaseException] = []
    page.desk.complained.connect(complaints.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    choose(page, "推送清单…")
    assert "没有等待银行答复的推送" in str(complaints[0])
    assert list(tmp_path.glob("*.xlsx")) == []


def test_that_first_borrowers_banks_and_reasons_open_their_own_rows(office: Office, opened: Opened) -> None:
    made = world.laid(office)
    records.change(office, "bank_responses", made["bank_responses"][1], {"decision": "婉拒", "reason": "负债率高"})
    page = page_of(opened, "financing")
    choose(page, "对接漏斗")
    lists = named(page.doors.funnel.box)
    first = lists["首贷户：成功率 0.0%（0/1）"]
    assert [line.detail for line in first.lines] == ["需求金额 300 万元", "授信金额 0 万元", "放款金额 0 万元"]
    [bank] = lists["各银行"].lines
    assert bank.detail == "答复 2，同意 1，婉拒 1；授信 500、放款 0 万元"
    [reason] = lists["未授信的原因"].lines
    assert (reason.title, reason.pill and reason.pill.text) == ("负债率高", "1 次")
    lists["未授信的原因"].chosen.emit(reason.key)
    ledger, question = went_to()
    assert (ledger, ledgers.ids(office, question)) == ("bank_responses", (made["bank_responses"][1],))
