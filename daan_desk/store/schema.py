"""The schema's version: a new file is built, an old one is brought up after a copy was made, a newer one is refused."""

from __future__ import annotations

from types import ModuleType

from sqlalchemy import Connection, text

from daan_desk.domain.failures import Trouble

LATEST = 7


def letters() -> dict[int, ModuleType]:
    """The migrations by the version that they lead to; Alembic is imported only when one is needed."""
    from daan_desk.store.migrations import m0001_first, m0002_merging, m0003_services, m0004_indexes, m0005_activities
    from daan_desk.store.migrations import m0006_figure_sums as m0006
    from daan_desk.store.migrations import m0007_money_and_land as m0007

    first = {1: m0001_first, 2: m0002_merging, 3: m0003_services, 4: m0004_indexes, 5: m0005_activities}
    return {**first, 6: m0006, 7: m0007}


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
            "请先把本程序升级到最新版，再打开它；文件没有被改动。",
        )
