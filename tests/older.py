"""Workspaces as programs of earlier versions left them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from daan_desk.store import schema, workspace
from daan_desk.store.journal import Chain
from tests.builders import PASSWORD

NOW = 1_795_000_000_000_000
TITLE, AUTHOR = "厂区道路破损", "li"
STATEMENT = (
    "INSERT INTO issues (id, region, changed_at, changed_by, title) "
    f"VALUES (:id, '510304', :stamp, '{AUTHOR}', '{TITLE}')"
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


@contextmanager
def program_of(version: int) -> Iterator[None]:
    """Inside the block the program knows no later version."""
    latest, raising = schema.LATEST, schema.raise_to_latest
    schema.LATEST, schema.raise_to_latest = version, only_to(version)  # type: ignore[assignment]
    try:
        yield
    finally:
        schema.LATEST, schema.raise_to_latest = latest, raising


def old_file(folder: Path, version: int, *, issues: int = 1, name: str = "old.daan") -> Path:
    """A workspace as a program of that version left it, with issues in it."""
    path = folder / name
    with program_of(version):
        opened = workspace.make(path, PASSWORD, "510304", NOW)
        with opened.database.writing() as connection:
            chain = Chain(connection, opened.database.replica, AUTHOR, NOW, version)
            ids = [f"{number:02d}" for number in range(1, issues + 1)]
            stamps = [chain.entry(("first", "issues", identity), {"title": TITLE}) for identity in ids]
            told = zip(ids, stamps, strict=True)
            connection.execute(text(STATEMENT), [{"id": identity, "stamp": stamp} for identity, stamp in told])
            chain.flush()
        opened.close()
    return path
