"""The sample district goes out, ledger by ledger, and nothing of it is new, changed or passed over when it comes in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from daan_desk.domain.imports import Verdict
from daan_desk.exchange import layouts, workbooks
from daan_desk.exchange.ledgers_out import write_ledger
from daan_desk.services import imports, ledgers
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.services.sample.filling import fill
from tests import builders

ENTERPRISES = 40


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = builders.workplace(tmp_path_factory.mktemp("small"))
    fill(made.office, made.office.today(), ENTERPRISES)
    yield made.office
    made.close()


@pytest.mark.parametrize("ledger", [described.name for described in ledgers.ledgers()])
def test_that_a_ledger_of_the_district_comes_in_as_it_went_out(small: Office, ledger: str, tmp_path: Path) -> None:
    table = ledgers.table(small, Question(ledger), private=True)
    rows = write_ledger(table, tmp_path / f"{ledger}.xlsx")
    layout = imports.chosen(small, layouts.layouts(workbooks.read(tmp_path / f"{ledger}.xlsx")))
    plan = imports.plan(small, layout)
    verdicts = {verdict: plan.counts.get(verdict, 0) for verdict in Verdict}
    assert plan.ledger == ledger
    assert verdicts == {verdict: rows if verdict is Verdict.SAME else 0 for verdict in Verdict}
    assert {skipped.why for skipped in layout.skipped} <= {"合计行"}
