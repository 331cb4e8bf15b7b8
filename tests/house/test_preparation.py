"""The set-up with real pip and a real environment, on a package made for it, without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer import environment, preparation, turns
from tests.house import launching
from tests.house.tree import ROOT


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    launching.without_network(monkeypatch)


def desk(root: Path, version: str = "1.0") -> Path:
    """A root whose locked wheel was brought along in its folder `wheels`; answers the lock."""
    return launching.lock(root, launching.wheel(root / "wheels", version))


def version_in(folder: Path) -> str:
    asked = [str(environment.interpreter(folder)), "-c", f"import {launching.NAME} as it; print(it.VERSION)"]
    return subprocess.run(asked, capture_output=True, encoding="utf-8", check=True).stdout.strip()


def test_that_wheels_brought_along_suffice_where_there_is_no_network(tmp_path: Path) -> None:
    lock, folder = desk(tmp_path), tmp_path / ".venv"
    assert preparation.succeeds(tmp_path, folder, [lock])
    assert environment.marks_wanted([lock]) <= environment.marks(folder)
    assert version_in(folder) == "1.0"


def test_that_a_second_start_asks_neither_pip_nor_anybody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock, folder = desk(tmp_path), tmp_path / ".venv"
    assert preparation.succeeds(tmp_path, folder, [lock])
    capsys.readouterr()
    (tmp_path / "wheels").rename(tmp_path / "gone")
    assert preparation.succeeds(tmp_path, folder, [lock])
    assert capsys.readouterr().err == ""


def test_that_a_changed_lock_brings_the_environment_up_to_date(tmp_path: Path) -> None:
    folder = tmp_path / ".venv"
    assert preparation.succeeds(tmp_path, folder, [desk(tmp_path)])
    newer = desk(tmp_path, "1.1")
    assert not environment.marks_wanted([newer]) <= environment.marks(folder)
    assert preparation.succeeds(tmp_path, folder, [newer])
    assert version_in(folder) == "1.1"


def test_that_an_interrupted_set_up_is_begun_again_from_nothing(tmp_path: Path) -> None:
    lock, folder = desk(tmp_path), tmp_path / ".venv"
    assert preparation.succeeds(tmp_path, folder, [lock])
    half = folder / "half-written"
    half.mkdir()
    (folder / environment.STAMP).unlink()
    (folder / preparation.UNFINISHED).touch()
    assert preparation.succeeds(tmp_path, folder, [lock])
    assert not half.exists()
    assert version_in(folder) == "1.0"


def test_that_an_environment_whose_interpreter_went_away_is_made_anew(tmp_path: Path) -> None:
    lock, folder = desk(tmp_path), tmp_path / ".venv"
    assert preparation.succeeds(tmp_path, folder, [lock])
    stamp = folder / environment.STAMP
    stamp.write_text(
        f"{environment.MADE_FROM}{tmp_path / 'no-python'}\n{environment.mark_of(lock)}\n", encoding="utf-8"
    )
    environment.interpreter(folder).unlink()
    assert environment.marks(folder) == set()
    assert preparation.succeeds(tmp_path, folder, [lock])
    assert version_in(folder) == "1.0"


def test_that_no_network_is_one_plain_sentence_with_a_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = launching.lock(tmp_path, launching.wheel(tmp_path / "elsewhere"))
    assert not preparation.succeeds(tmp_path, tmp_path / ".venv", [lock])
    said = capsys.readouterr().err
    assert "连不上软件源" in said
    assert "pip download" in said
    assert "Traceback" not in said
    assert not environment.marks_wanted([lock]) <= environment.marks(tmp_path / ".venv")


def test_that_a_file_with_another_hash_is_not_installed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = launching.lock(tmp_path, launching.wheel(tmp_path / "wheels"), digest="0" * 64)
    assert not preparation.succeeds(tmp_path, tmp_path / ".venv", [lock])
    assert "校验值不符" in capsys.readouterr().err
    assert not list((tmp_path / ".venv").rglob(f"{launching.NAME}*"))


def test_that_two_first_starts_at_once_make_one_whole_environment(tmp_path: Path) -> None:
    lock, folder = desk(tmp_path), tmp_path / ".venv"
    start = f"""
import sys; from pathlib import Path; from installer import preparation
sys.exit(not preparation.succeeds(Path({str(tmp_path)!r}), Path({str(folder)!r}), [Path({str(lock)!r})]))"""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", "-c", start]
    starts = [subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, encoding="utf-8") for _ in range(3)]
    said = [process.communicate()[1] for process in starts]
    assert [process.returncode for process in starts] == [0, 0, 0], said
    assert sum("只有第一次" in text for text in said) == 1
    assert version_in(folder) == "1.0"


def test_that_a_lock_is_free_again_when_its_holder_left(tmp_path: Path) -> None:
    waited: list[str] = []
    for _ in range(2):
        with turns.turn(tmp_path / "lock", lambda: waited.append("waited")):
            descriptor = os.open(tmp_path / "lock", os.O_RDWR)
            assert turns.is_taken(descriptor)
            os.close(descriptor)
    assert waited == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows frees a lock with the process that took it")
def test_that_a_child_which_outlives_its_parent_keeps_the_lock_until_it_ends(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with turns.turn(lock, lambda: None):
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False)
    descriptor = os.open(lock, os.O_RDWR)
    assert turns.is_taken(descriptor)
    child.communicate(b"\n")
    assert not turns.is_taken(descriptor)
    os.close(descriptor)


def test_that_a_folder_which_cannot_be_written_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert not preparation.succeeds(tmp_path, in_the_way / ".venv", [desk(tmp_path)])
    assert "写不进去" in capsys.readouterr().err
