"""The foot of a ledger cuts no sum."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from daan_desk.domain.questions import Totals
from daan_desk.services import ledgers
from daan_desk.ui.kit.ledger_foot import LedgerFoot, sums_said

SUMS = {field.name: Decimal("1559174.16") for field in ledgers.ledger("figures").fields if field.total}


@pytest.mark.parametrize("width", [480, 900, 1600])
def test_that_sums_take_another_line_where_one_is_too_short(qtbot: QtBot, width: int) -> None:
    foot = LedgerFoot(ledgers.ledger("figures"))
    qtbot.addWidget(foot)
    foot.show_count(1656)
    foot.show_totals(Totals(1656, SUMS))
    foot.resize(width, 200)
    foot.show()
    QApplication.processEvents()
    said = foot.findChildren(QLabel)[1]
    lines = said.text().split("\n")
    assert " · ".join(lines).split(" · ") == list(sums_said(ledgers.ledger("figures"), Totals(1656, SUMS)))
    assert all(said.fontMetrics().horizontalAdvance(line) <= said.width() for line in lines)
    assert said.height() >= said.fontMetrics().lineSpacing() * len(lines)


def test_that_a_column_that_is_a_sum_itself_is_not_called_so_twice() -> None:
    said = sums_said(ledgers.ledger("financing"), Totals(1, {"credit": Decimal(120)}))
    assert said == ("授信金额合计 120 万元",)
