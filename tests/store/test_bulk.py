"""Many rows at once are kept exactly as one by one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy import insert, select

from daan_desk.store import workspace
from daan_desk.store.base import table_of
from daan_desk.store.bulk import insert_rows
from daan_desk.store.enterprises import Enterprise
from daan_desk.store.journal import KEPT, JournalRow
from tests.builders import PASSWORD

NAMES = ("id", "region", "changed_at", "changed_by", "name", "above_scale", "employees", "revenue_last_year", "founded")
FIRST = ("1", "510304", 7, "某某", "华夏阀门", True, 120, Decimal("1234.567891"), date(2015, 6, 1))
SECOND = ("2", "510304", 8, "某某", "天工机械", False, None, Decimal("-0.5"), None)


def test_that_rows_written_in_bulk_read_back_as_rows_written_one_by_one(tmp_path: Path) -> None:
    opened = workspace.make(tmp_path / "desk.daan", PASSWORD, "510304", 1)
    table = table_of(Enterprise)
    with opened.database.writing() as connection:
        insert_rows(connection, table, NAMES, [FIRST, SECOND])
        for row in (FIRST, SECOND):
            connection.execute(insert(table).values(dict(zip(NAMES, (f"{row[0]}b", *row[1:]), strict=True))))
        found = {row.id: tuple(row)[1:] for row in connection.execute(select(*(table.c[name] for name in NAMES)))}
    assert found == {"1": FIRST[1:], "1b": FIRST[1:], "2": SECOND[1:], "2b": SECOND[1:]}
    opened.close()


def test_that_the_order_of_the_names_does_not_matter(tmp_path: Path) -> None:
    opened = workspace.make(tmp_path / "desk.daan", PASSWORD, "510304", 1)
    table = table_of(Enterprise)
    with opened.database.writing() as connection:
        insert_rows(connection, table, NAMES[::-1], [FIRST[::-1]])
        assert connection.execute(select(*(table.c[name] for name in NAMES))).one() == FIRST
    opened.close()


def test_that_no_rows_are_no_statement(tmp_path: Path) -> None:
    opened = workspace.make(tmp_path / "desk.daan", PASSWORD, "510304", 1)
    with opened.database.writing() as connection:
        insert_rows(connection, table_of(Enterprise), NAMES, [])
        assert connection.execute(select(table_of(Enterprise).c.id)).all() == []
    opened.close()


def test_that_every_part_of_an_entry_is_a_column_of_the_journal() -> None:
    assert set(KEPT) == set(table_of(JournalRow).c.keys()) - {"arrived"}
