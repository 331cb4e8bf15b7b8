"""Pack on one machine, merge on another, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.command import Commands


@pytest.fixture
def other(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Commands:
    made = Commands(str(tmp_path / "laptop.daan"), capsys, monkeypatch)
    made.run("new", "--officer", "王建国", "--role", "县级领导")
    return made


def test_that_what_one_packs_another_merges_once(commands: Commands, other: Commands, tmp_path: Path) -> None:
    other.run("add", "enterprises", "--values", '{"name": "自贡甲公司", "employees": 5}')
    packed = other.run("pack", "--to", tmp_path / "a.daanx")
    assert packed["changes"] > 40
    dry = commands.run("merge", tmp_path / "a.daanx", "--dry-run")
    assert (dry["applied"], dry["new"]) == (0, {"enterprises": 1, "officers": 1})
    assert commands.run("list", "enterprises")["total"] == 0
    done = commands.run("merge", tmp_path / "a.daanx")
    assert (done["applied"], done["conflicts"]) == (dry["planned"], [])
    again = commands.run("merge", tmp_path / "a.daanx")
    assert (again["applied"], again["already"]) == (0, packed["changes"])
    assert commands.run("list", "enterprises")["total"] == 1
    assert commands.run("check")["ok"]
    commands.run("undo", done["act"])
    assert commands.run("list", "enterprises")["total"] == 0


def test_that_conflicts_and_later_parcels_are_told(commands: Commands, other: Commands, tmp_path: Path) -> None:
    file = tmp_path / "a.daanx"
    other.run("add", "parks", "--values", '{"name": "新材料园"}')
    other.run("pack", "--to", file)
    commands.run("merge", file)
    commands.run("pack", "--to", file, "--since", "王建国")
    small = other.run("merge", file)
    assert small["already"] == 0
    assert commands.run("list", "parks")["total"] == other.run("list", "parks")["total"]
    commands.run("pack", "--to", file, "--since", "2099-01-01")
    assert other.run("merge", file)["applied"] == 0


def test_that_wrong_words_and_files_have_their_status(commands: Commands, tmp_path: Path) -> None:
    commands.run("pack", "--to", tmp_path / "a.daanx", "--since", "2026-13-01", status=2)
    assert "2026-11-23" in commands.sentences
    commands.run("pack", "--to", tmp_path / "a.daanx", "--since", "赵六", status=1)
    assert "没有从“赵六”合并过" in commands.sentences
    (tmp_path / "b.daanx").write_bytes(b"PK nothing")
    commands.run("merge", tmp_path / "b.daanx", status=3)
    assert "不是交换包" in commands.sentences
