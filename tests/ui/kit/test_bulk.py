"""Many records are changed only after every change was shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.bulk import SHOWN, BulkDialog
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form_desk import FormDesk
from tests.ui.kit.made_up import MadeUpSource

Bulk = Callable[..., BulkDialog]


@pytest.fixture
def bulk_of(qtbot: QtBot, desk: Desk) -> Bulk:
    def made(source: MadeUpSource, ids: list[str]) -> BulkDialog:
        dialog = BulkDialog(Around(source, desk.tasks), FormDesk(desk.act, desk.complain), ids)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return made


def test_that_many_records_are_not_begun_with_what_tells_them_apart(bulk_of: Bulk, source: MadeUpSource) -> None:
    dialog = bulk_of(source, list(source.kept)[:3])
    ledger = source.ledger
    assert dialog.field.name not in ledger.title.split()
    assert sorted(f.name for f in dialog.fields) == sorted(f.name for f in ledger.typed if f.kept)


def chosen(dialog: BulkDialog, name: str, text: str) -> None:
    dialog.choose(name)
    assert dialog.editor is not None
    dialog.editor.fill(text)
    dialog.editor.changed.emit()
    dialog.work_out()
    dialog.around.tasks.settle()


def test_that_old_and_new_are_shown_with_their_counts_before_anything_happens(
    bulk_of: Bulk, source: MadeUpSource
) -> None:
    dialog = bulk_of(source, [*list(source.kept)[:8], "gone"])
    assert not dialog.doing.isEnabled()
    chosen(dialog, "state", "停产")
    assert dialog.counts.text() == "将修改 6 条，2 条本来就是这样，1 条已不存在"
    cells = [[dialog.rows.item(row, column).text() for column in range(3)] for row in range(dialog.rows.rowCount())]
    assert cells[0] == ["宏达电子00000号有限公司", "正常", "停产"]
    assert len(cells) == 6
    assert source.acts == []


def test_that_the_plan_is_carried_out_as_one_act(bulk_of: Bulk, source: MadeUpSource, qtbot: QtBot) -> None:
    dialog = bulk_of(source, list(source.kept)[:8])
    chosen(dialog, "state", "停产")
    with qtbot.waitSignal(dialog.done_with):
        QTest.mouseClick(dialog.doing, Qt.MouseButton.LeftButton)
    assert [name for name, _ in source.acts] == ["carry_out"]
    assert all(row["state"] == "停产" for row in list(source.kept.values())[:8])
    assert not dialog.isVisible()


def test_that_a_value_that_cannot_be_read_is_said_and_nothing_can_be_done(bulk_of: Bulk, source: MadeUpSource) -> None:
    dialog = bulk_of(source, list(source.kept)[:3])
    chosen(dialog, "staff", "abc")
    assert "abc" in dialog.problem.text()
    assert dialog.problem.isVisible()
    assert not dialog.doing.isEnabled()


def test_that_an_empty_value_empties_the_field(bulk_of: Bulk, source: MadeUpSource) -> None:
    dialog = bulk_of(source, list(source.kept)[:3])
    chosen(dialog, "staff", "")
    assert dialog.rows.item(1, 2).text() == "（空）"
    dialog.carry_out()
    dialog.around.tasks.settle()
    assert source.row("r000001")["staff"] is None


def test_that_changing_the_value_takes_the_old_plan_away(bulk_of: Bulk, source: MadeUpSource) -> None:
    dialog = bulk_of(source, list(source.kept)[:3])
    chosen(dialog, "state", "停产")
    assert dialog.plan is not None
    dialog.choose("above")
    assert dialog.plan is None
    assert not dialog.doing.isEnabled()


def test_that_a_long_list_says_how_much_of_it_is_shown(bulk_of: Bulk) -> None:
    source = MadeUpSource(500)
    dialog = bulk_of(source, list(source.kept))
    chosen(dialog, "state", "停产")
    assert dialog.rows.rowCount() == SHOWN
    assert f"下面列出前 {SHOWN} 条" in dialog.counts.text()
