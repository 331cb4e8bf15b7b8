"""A file of an older version is brought up when it is opened, after a copy of it was made."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from daan_desk.store import schema, workspace
from daan_desk.store.base import Base
from tests.builders import PASSWORD
from tests.older import old_file, program_of


@pytest.mark.parametrize("version", range(1, schema.LATEST))
def test_that_an_old_file_is_brought_up_and_keeps_what_was_in_it(version: int, tmp_path: Path) -> None:
    path = old_file(tmp_path, version)
    opened = workspace.unlock(path, PASSWORD)
    assert opened.database.schema == schema.LATEST
    with opened.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        assert connection.execute(text("SELECT title, meeting FROM issues")).all() == [("厂区道路破损", None)]
    opened.close()


def test_that_a_copy_of_the_old_file_is_made_first_and_is_still_old(tmp_path: Path) -> None:
    path = old_file(tmp_path, 1)
    workspace.unlock(path, PASSWORD).close()
    copy = path.with_name(f"{path.name}.before-v{schema.LATEST}.backup")
    assert copy.exists()
    with program_of(1):
        opened = workspace.unlock(copy, PASSWORD, lease=False)
        with opened.database.engine.connect() as connection:
            tables = inspect(connection).get_table_names()
        opened.close()
    assert "issues" in tables
    assert "financing" not in tables


def test_that_an_old_file_opened_for_reading_only_is_left_as_it_is(tmp_path: Path) -> None:
    path = old_file(tmp_path, 1)
    before = path.read_bytes()
    with pytest.raises(Exception, match="旧版本"):
        workspace.unlock(path, PASSWORD, lease=False)
    assert path.read_bytes() == before


def test_that_a_question_to_an_old_file_brings_it_up_first_and_leaves_it_free(tmp_path: Path) -> None:
    path = old_file(tmp_path, 1)
    reader = workspace.read(path, PASSWORD)
    assert reader.database.schema == schema.LATEST
    assert reader.lease is None
    assert path.with_name(f"{path.name}.before-v{schema.LATEST}.backup").exists()
    writer = workspace.unlock(path, PASSWORD)  # nobody holds a lease any more
    writer.close()
    reader.close()
