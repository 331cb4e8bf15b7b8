"""The model holds ids, fetches windows, and sorts nothing by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from daan_desk.domain.questions import Question
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.ledger_model import ID, KEPT, VALUE, WAITING, WINDOW, LedgerModel, header_of
from daan_desk.ui.kit.ledger_table import LedgerTable
from daan_desk.ui.kit.tasks import Tasks
from tests.ui.kit.made_up import THINGS, MadeUpSource

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@pytest.fixture
def big() -> MadeUpSource:
    return MadeUpSource(20_000)


def asked(source: MadeUpSource, tasks: Tasks, **question: object) -> LedgerModel:
    model = LedgerModel(source, tasks)
    model.ask(Question("things", **question))
    tasks.settle()
    return model


def test_that_the_model_keeps_qts_own_rules(tasks: Tasks, source: MadeUpSource) -> None:
    model = asked(source, tasks)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.refresh()
    tasks.settle()
    assert tester.model() is model
    assert model.rowCount() == 30


def test_that_only_ids_are_read_until_a_row_is_looked_at(tasks: Tasks, big: MadeUpSource) -> None:
    model = asked(big, tasks)
    assert model.rowCount() == 20_000
    assert big.asked_rows == []
    assert model.index(0, 0).data(WAITING)
    tasks.settle()
    assert big.asked_rows == [WINDOW]
    assert model.index(0, 0).data() == "宏达电子00000号有限公司"
    assert not model.index(WINDOW - 1, 0).data(WAITING)
    assert big.asked_rows == [WINDOW]


def test_that_rows_that_went_by_while_dragging_are_never_fetched(tasks: Tasks, big: MadeUpSource) -> None:
    model = asked(big, tasks)
    for row in range(0, 20_000, 50):
        model.index(row, 0).data()
    tasks.settle()
    assert len(big.asked_rows) <= 4
    assert not model.index(19_950, 0).data(WAITING)


def test_that_old_windows_are_forgotten(tasks: Tasks, big: MadeUpSource) -> None:
    model = asked(big, tasks)
    for start in range(0, KEPT + 5 * WINDOW, WINDOW):
        model.index(start, 0).data()
        tasks.settle()
    assert len(model._rows) <= KEPT
    assert model.index(0, 0).data(WAITING)


def test_that_an_answer_to_an_older_question_is_dropped(tasks: Tasks, source: MadeUpSource) -> None:
    model = LedgerModel(source, tasks)
    model.ask(Question("things", text="没有这样的"))
    model.ask(Question("things", text="宏达"))
    tasks.settle()
    assert model.rowCount() == len([row for row in source.kept.values() if "宏达" in str(row["name"])])


def test_that_sorting_is_the_questions_business(tasks: Tasks, source: MadeUpSource) -> None:
    model = asked(source, tasks, sort=("-revenue",))
    model.index(0, 0).data()
    tasks.settle()
    column = [field.name for field in model.fields].index("revenue")
    values = [model.index(row, column).data(VALUE) for row in range(5)]
    assert values == sorted((row["revenue"] for row in source.kept.values()), reverse=True)[:5]


def test_that_numbers_stand_at_the_right_and_headers_name_their_unit(tasks: Tasks, source: MadeUpSource) -> None:
    model = asked(source, tasks)
    column = [field.name for field in model.fields].index("revenue")
    assert model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) == RIGHT
    assert model.headerData(column, Qt.Orientation.Horizontal) == "上年营业收入(万元)"
    assert header_of(THINGS["name"]) == "企业名称"


def test_that_only_quick_fields_can_be_edited_and_an_edit_is_told_not_done(
    tasks: Tasks, source: MadeUpSource, qtbot: QtBot
) -> None:
    model = asked(source, tasks)
    names = [field.name for field in model.fields]
    assert not model.index(0, names.index("name")).flags() & Qt.ItemFlag.ItemIsEditable
    quick = model.index(0, names.index("state"))
    assert quick.flags() & Qt.ItemFlag.ItemIsEditable
    with qtbot.waitSignal(model.edited) as heard:
        model.setData(quick, "停产")
    assert heard.args == ["r000000", "state", "停产"]
    assert source.acts == []


def test_that_the_same_answer_keeps_the_rows_where_they_are(tasks: Tasks, source: MadeUpSource, qtbot: QtBot) -> None:
    model = asked(source, tasks)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.refresh(["r000001"])
        tasks.settle()
    assert model.index(1, 0).data(ID) == "r000001"


def test_that_two_thousand_frames_of_a_ledger_are_painted(qtbot: QtBot, tasks: Tasks, big: MadeUpSource) -> None:
    model = asked(big, tasks)
    table = LedgerTable(model, Around(big, tasks), {"state": {"停产": "red"}})
    qtbot.addWidget(table)
    table.resize(900, 400)
    with qtbot.waitExposed(table):
        table.show()
    bar = table.verticalScrollBar()
    for frame in range(2_000):
        bar.setValue((frame * 977) % bar.maximum())
        table.viewport().repaint()
        if frame % 200 == 0:
            tasks.settle()
    tasks.settle()
    last = table.rowAt(table.viewport().height() // 2)
    assert not model.index(last, 0).data(WAITING)
    assert table.grab().toImage().pixelColor(450, 200).isValid()
