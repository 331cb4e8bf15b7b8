"""The schema's version: a new file is built, an old one is brought up after a copy was made, a newer one is refused."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from sqlalchemy import Connection, text

from daan_desk.domain.failures import Trouble
from daan_desk.store import migrations

LATEST = 8


def letters() -> dict[int, ModuleType]:
    """The migrations (m0008_….py) by the version that they lead to; imported, with Alembic, only when one is needed."""
    names = [each.name for each in iter_modules(migrations.__path__) if each.name[1:5].isdecimal()]
    return {int(name[1:5]): import_module(f"{migrations.__name__}.{name}") for name in sorted(names)}


def raise_to_latest(connection: Connection, version: int) -> int:
    """Carry out every migration after `version` inside the caller's transaction; answers the version reached."""
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    operations = Operations(MigrationContext.configure(connection))
    for number, letter in sorted(letters().items()):
        if number > version:
            letter.upgrade(operations)
            connection.execute(text("UPDATE facts SET value = :v WHERE name = 'schema'"), {"v": str(number)})
    return LATEST


def refuse_newer(version: int) -> None:
    """A file written by a newer program is never touched by an older one."""
    if version > LATEST:
        raise Trouble(
            f"这个工作区是用更新的版本建立的（数据版本 {version}，本程序只认识到 {LATEST}）。",
            "请先把本程序升级到最新版，再打开它；工作区没有被改动。",
        )
