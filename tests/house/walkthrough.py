"""Puts the ledger of CONTRIBUTING.md in place as it says, alone in a process, and holds it to what it promises."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.house.tree import ROOT

HERE = Path(sys.argv[1])
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pieces() -> tuple[ModuleType, ModuleType]:
    """The description and the migration as modules."""
    found = []
    for name, code in zip(
        ("renewals", "migration"), BLOCK.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")), strict=True
    ):
        module = ModuleType(name)
        sys.modules[name] = module
        exec(compile(code, name, "exec"), vars(module))  # the page is ours
        found.append(module)
    return found[0], found[1]


def put_in_place() -> None:
    """The names in two of the three lists; the third is the menu's."""
    from daan_desk.store import schema, subjects

    description, migration = pieces()
    letters = {**schema.letters(), schema.LATEST + 1: migration}
    schema.letters, schema.LATEST = lambda: letters, schema.LATEST + 1
    subjects.SUBJECTS = (*subjects.SUBJECTS, description.Renewal)


def promised() -> None:
    """Kept, added up, found by pinyin, exported, brought in again, made a template of, undone, and in the window."""
    from daan_desk.domain.imports import Verdict
    from daan_desk.exchange.layouts import layouts
    from daan_desk.exchange.ledgers_out import write_ledger
    from daan_desk.exchange.templates_out import write_template
    from daan_desk.exchange.workbooks import read
    from daan_desk.services import imports, ledgers, records, undo
    from daan_desk.services.ledgers import Question
    from tests import builders

    place = builders.workplace(HERE)
    office = place.office
    firm = builders.enterprise(office)
    given = {"enterprise": firm, "equipment": "数控车床", "way": "新购", "amount": "1.2亿元", "ordered": "2026-11-02"}
    act = records.add(office, "renewals", given).act
    assert ledgers.totals(office, Question("renewals")).sums["amount"] == 12_000
    assert ledgers.totals(office, Question("renewals", text="skcc")).count == 1
    write_ledger(ledgers.table(office, Question("renewals")), HERE / "out.xlsx")
    plan = imports.plan(office, layouts(read(HERE / "out.xlsx"))[0])
    assert (plan.ledger, [row.verdict for row in plan.rows]) == ("renewals", [Verdict.SAME])
    assert write_template(ledgers.ledger("设备更新"), HERE / "blank.xlsx", ledgers.lists(office, "renewals")) == 5
    undo.undo(office, act)
    assert ledgers.totals(office, Question("renewals")).count == 0
    assert differences(place) == []
    place.close()


def differences(place: Any) -> list[Any]:
    """Where the migration made something else than what is declared."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    from daan_desk.store.base import Base

    with place.office.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))


if __name__ == "__main__":
    put_in_place()
    promised()
