"""Making and opening workspaces: every failure has its sentence, and nothing is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import text

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.store import keys, schema, workspace
from tests.builders import PASSWORD

NOW = 1_795_000_000_000_000


def made(folder: Path) -> Path:
    path = folder / "desk.daan"
    workspace.make(path, PASSWORD, "510304", NOW).close()
    return path


def test_that_a_new_workspace_opens_with_its_password_and_with_its_recovery_sheet(tmp_path: Path) -> None:
    path = made(tmp_path)
    opened = workspace.unlock(path, PASSWORD)
    words = opened.recovery
    opened.close()
    again = workspace.unlock(path, words.lower().replace("-", " "), recovery=True)
    assert again.database.region == "510304"
    again.close()


def test_that_a_wrong_password_is_told_beside_the_password_and_changes_nothing(tmp_path: Path) -> None:
    path = made(tmp_path)
    before = path.read_bytes()
    with pytest.raises(Rejected) as refused:
        workspace.unlock(path, "别的密码")
    assert "密码不对" in refused.value.problems["password"]
    assert path.read_bytes() == before


def test_that_a_mistyped_recovery_sheet_is_told_from_one_of_another_workspace(tmp_path: Path) -> None:
    path = made(tmp_path)
    other = tmp_path / "other.daan"
    stranger = workspace.make(other, PASSWORD, "510304", NOW)
    words = stranger.recovery
    stranger.close()
    with pytest.raises(Trouble, match="不属于这个工作区"):
        workspace.unlock(path, words, recovery=True)
    with pytest.raises(Rejected, match="抄写有误"):
        workspace.unlock(path, "A" + words[1:] if words[0] != "A" else "B" + words[1:], recovery=True)


def test_that_no_word_of_the_contents_can_be_read_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "desk.daan"
    opened = workspace.make(path, PASSWORD, "510304", NOW)
    with opened.database.writing() as connection:
        connection.execute(text("INSERT INTO facts VALUES ('secret', '华夏阀门的难处')"))
    opened.close()
    raw = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert "华夏阀门".encode() not in raw
    assert b"CREATE TABLE" not in raw
    assert b"SQLite format" not in raw


def test_that_a_second_window_is_refused_while_the_first_has_the_workspace(tmp_path: Path) -> None:
    path = made(tmp_path)
    first = workspace.unlock(path, PASSWORD)
    with pytest.raises(Trouble, match="正在另一个窗口里使用"):
        workspace.unlock(path, PASSWORD)
    reader = workspace.unlock(path, PASSWORD, lease=False)
    reader.close()
    first.close()
    workspace.unlock(path, PASSWORD).close()


def test_that_a_newer_workspace_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = made(tmp_path)
    opened = workspace.unlock(path, PASSWORD)
    with opened.database.writing() as connection:
        connection.execute(text("UPDATE facts SET value = :v WHERE name = 'schema'"), {"v": str(schema.LATEST + 1)})
    opened.close()
    before = path.read_bytes()
    with pytest.raises(Trouble, match="更新的版本"):
        workspace.unlock(path, PASSWORD)
    assert path.read_bytes() == before


def test_that_damage_behind_the_first_page_is_told_as_damage_and_not_as_a_wrong_password(tmp_path: Path) -> None:
    path = made(tmp_path)
    raw = bytearray(path.read_bytes())
    raw[100:4000] = os.urandom(3900)
    path.write_bytes(raw)
    with pytest.raises(Trouble, match="损坏"):
        workspace.unlock(path, PASSWORD)


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"", "不是完整的"), (b"SQLite format 3\0" + b"\0" * 4080, "不是完整的")]
)
def test_that_other_files_are_told_apart(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "other.daan"
    path.write_bytes(content)
    with pytest.raises(Trouble, match=sentence):
        workspace.unlock(path, PASSWORD)


def test_that_a_missing_file_and_a_missing_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="找不到"):
        workspace.unlock(tmp_path / "none.daan", PASSWORD)
    with pytest.raises(Trouble, match="不存在"):
        workspace.make(tmp_path / "none" / "desk.daan", PASSWORD, "510304", NOW)


def test_that_an_existing_file_is_never_overwritten_by_a_new_workspace(tmp_path: Path) -> None:
    path = made(tmp_path)
    with pytest.raises(Rejected, match="已经存在"):
        workspace.make(path, PASSWORD, "510304", NOW)


def test_that_an_empty_password_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="不能为空"):
        workspace.make(tmp_path / "desk.daan", "", "510304", NOW)
    assert list(tmp_path.iterdir()) == []


def test_that_the_password_of_a_new_workspace_is_worked_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    derived = keys.derived
    monkeypatch.setattr(keys, "derived", lambda password, salt: asked.append(password) or derived(password, salt))
    made(tmp_path)
    assert asked == [PASSWORD]
