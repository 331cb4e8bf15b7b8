"""A full disk: every way in which one is met is told in a sentence, nothing half is left, and work goes on after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from daan_desk.domain.failures import Trouble
from daan_desk.services import care, ledgers, workspaces
from daan_desk.services.ledgers import Question
from daan_desk.services.workspaces import Workplace
from daan_desk.store import workspace
from daan_desk.store.engine import engine_for
from tests import builders


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    made = builders.workplace(tmp_path)
    yield made
    made.close()


@contextmanager
def full(place: Workplace, pages: int = 1) -> Iterator[None]:
    """No page more than the file has: SQLite says then what it says of a full disk."""

    def bound(connection: Any, _record: object, _proxy: object) -> None:
        have = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {have + pages}")

    engine = place.office.database.engine
    event.listen(engine, "checkout", bound)
    yield
    event.remove(engine, "checkout", bound)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")


def left(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if "unfinished" in file.name)


def enterprises(place: Workplace) -> int:
    return ledgers.totals(place.office, Question("enterprises")).count


def test_that_an_act_on_a_full_disk_is_told_and_what_was_there_stays(place: Workplace) -> None:
    builders.enterprise(place.office)
    with full(place), pytest.raises(Trouble, match="磁盘已满，这一步没有保存"):
        for number in range(50):
            builders.enterprise(place.office, f"自贡{number}号有限公司", notes="长" * 900)
    kept = enterprises(place)
    assert care.check(place.office).problems == ()
    builders.enterprise(place.office, "腾出空间后有限公司")
    assert enterprises(place) == kept + 1


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on the disk has no room for a whole further workspace."""

    def begin() -> None:
        real = engine_for

        def bounded(*given: Any, **more: Any) -> Any:
            engine = real(*given, **more)
            event.listen(engine, "connect", lambda c, _: c.execute("PRAGMA max_page_count = 8"))
            return engine

        monkeypatch.setattr(workspace, "engine_for", bounded)

    return begin


def test_that_a_workspace_that_finds_no_room_leaves_nothing(tmp_path: Path, crowded: Callable[[], None]) -> None:
    crowded()
    with pytest.raises(Trouble, match="磁盘已满"):
        builders.workplace(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_that_a_workspace_is_made_where_one_found_no_room_before(
    tmp_path: Path, crowded: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    crowded()
    with pytest.raises(Trouble, match="磁盘已满"):
        builders.workplace(tmp_path)
    monkeypatch.undo()
    place = builders.workplace(tmp_path)
    assert enterprises(place) == 0
    place.close()


def test_that_a_copy_whose_place_vanished_is_told_and_leaves_nothing(place: Workplace, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="打不开工作区文件"):
        care.back_up(place.office, tmp_path / "U盘" / "备份.daan")
    assert left(tmp_path) == []


def test_that_a_copy_that_cannot_be_renamed_is_told_and_leaves_nothing(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Access is denied", str(target))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(Trouble, match="备份没有写成"):
            care.back_up(place.office, tmp_path / "备份.daan")
    assert left(tmp_path) == []
    assert not (tmp_path / "备份.daan").exists()
    made = care.back_up(place.office, tmp_path / "备份.daan", builders.PASSWORD)
    copy = workspaces.unlock(made, builders.PASSWORD, builders.at(), writing=False)
    assert enterprises(copy) == 0
    copy.close()
