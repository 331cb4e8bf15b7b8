"""Data, logs, resources and workspaces are where each system's conventions put them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from daan_desk import paths

HOME = Path("/home-of-li")


def test_that_resources_are_found_beside_the_source() -> None:
    assert (paths.resources() / "icons" / "LICENCES.md").is_file()
    assert not paths.is_frozen()


def test_that_the_packed_program_finds_them_in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_that_one_variable_carries_everything_that_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert {folder.parent for folder in (paths.data(), paths.logs(), paths.workspaces())} == {tmp_path}


@pytest.mark.parametrize(
    ("platform", "environ", "data", "logs"),
    [
        ("linux", {}, ".local/share/daan-desk", ".local/state/daan-desk"),
        ("linux", {"XDG_DATA_HOME": "relative"}, ".local/share/daan-desk", ".local/state/daan-desk"),
        ("darwin", {}, "Library/Application Support/DaAn Desk", "Library/Logs/DaAn Desk"),
        ("win32", {}, "AppData/Local/DaAn Desk", "AppData/Local/DaAn Desk/Logs"),
    ],
)
def test_that_each_system_has_its_own_place(platform: str, environ: dict[str, str], data: str, logs: str) -> None:
    assert paths._data_of(platform, HOME, environ) == HOME / data
    assert paths._logs_of(platform, HOME, environ) == HOME / logs


def test_that_a_variable_of_the_system_moves_the_data(tmp_path: Path) -> None:
    assert paths._data_of("win32", HOME, {"LOCALAPPDATA": str(tmp_path)}) == tmp_path / "DaAn Desk"
    assert paths._data_of("linux", HOME, {"XDG_DATA_HOME": str(tmp_path)}) == tmp_path / "daan-desk"


def test_that_documents_are_where_the_desktop_put_them() -> None:
    assert paths._documents_line('XDG_DOCUMENTS_DIR="$HOME/文档"', HOME) == HOME / "文档"
    assert paths._documents_line('XDG_MUSIC_DIR="$HOME/音乐"', HOME) is None
    assert paths._documents_line('XDG_DOCUMENTS_DIR="$HOME"', HOME) is None
    assert paths._documents_line("# a remark", HOME) is None


def test_that_documents_fall_back_to_the_folder_that_exists(tmp_path: Path) -> None:
    assert paths._plain_documents(tmp_path) == tmp_path
    (tmp_path / "文档").mkdir()
    assert paths._plain_documents(tmp_path) == tmp_path / "文档"
