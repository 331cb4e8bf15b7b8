"""A file of an older version is brought up when it is opened, after a copy of it was made."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from daan_desk.store import schema, workspace
from daan_desk.store.base import Base
from tests.builders import PASSWORD

NOW = 1_795_000_000_000_000
STATEMENT = (
    "INSERT INTO issues (id, region, changed_at, changed_by, title) VALUES ('01', '510304', 1, 'li', '厂区道路破损')"
)


def only_to(version: int) -> object:
    """The raising of the schema as the program of that version did it."""

    def raised(connection: Connection, _before: int) -> int:
        operations = Operations(MigrationContext.configure(connection))
        for number, letter in sorted(schema.letters().items()):
            if number <= version:
                letter.upgrade(operations)
        connection.execute(text("UPDATE facts SET value = :v WHERE name = 'schema'"), {"v": str(version)})
        return version

    return raised


def old_file(folder: Path, version: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace as a program of that version left it, with an issue in it."""
    path = folder / "old.daan"
    with monkeypatch.context() as patch:
        patch.setattr(schema, "LATEST", version)
        patch.setattr(schema, "raise_to_latest", only_to(version))
        opened = workspace.make(path, PASSWORD, "510304", NOW)
        with opened.database.writing() as connection:
            connection.execute(text(STATEMENT))
        opened.close()
    return path


@pytest.mark.parametrize("version", range(1, schema.LATEST))
def test_that_an_old_file_is_brought_up_and_keeps_what_was_in_it(
    version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_file(tmp_path, version, monkeypatch)
    opened = workspace.unlock(path, PASSWORD)
    assert opened.database.schema == schema.LATEST
    with opened.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        assert connection.execute(text("SELECT title, meeting FROM issues")).all() == [("厂区道路破损", None)]
    opened.close()


def test_that_a_copy_of_the_old_file_is_made_first_and_is_still_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_file(tmp_path, 1, monkeypatch)
    workspace.unlock(path, PASSWORD).close()
    copy = path.with_name(f"{path.name}.before-v{schema.LATEST}.backup")
    assert copy.exists()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "LATEST", 1)
        opened = workspace.unlock(copy, PASSWORD, lease=False)
        with opened.database.engine.connect() as connection:
            tables = inspect(connection).get_table_names()
        opened.close()
    assert "issues" in tables
    assert "financing" not in tables


def test_that_an_old_file_opened_for_reading_only_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_file(tmp_path, 1, monkeypatch)
    before = path.read_bytes()
    with pytest.raises(Exception, match="旧版本"):
        workspace.unlock(path, PASSWORD, lease=False)
    assert path.read_bytes() == before


def test_that_a_question_to_an_old_file_brings_it_up_first_and_leaves_it_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = old_file(tmp_path, 1, monkeypatch)
    reader = workspace.read(path, PASSWORD)
    assert reader.database.schema == schema.LATEST
    assert reader.lease is None
    assert path.with_name(f"{path.name}.before-v{schema.LATEST}.backup").exists()
    writer = workspace.unlock(path, PASSWORD)  # nobody holds a lease any more
    writer.close()
    reader.close()
