"""Backups by command: made before an import, listed, proved, carried to a second place, told before a restore."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from tests.journeys.command import Commands

NAME = "自贡天工机械有限公司"


def roster(path: Path, products: str) -> Path:
    book = Workbook()
    book.active.append(["企业名称", "主要产品"])
    book.active.append([NAME, products])
    book.save(path)
    return path


def reasons(commands: Commands) -> list[object]:
    return [one["why"] for one in commands.run("backups")["copies"]]


def test_that_an_import_is_preceded_by_a_copy_unless_it_writes_nothing(commands: Commands, tmp_path: Path) -> None:
    file = roster(tmp_path / "名单.xlsx", "阀门")
    commands.run("import", file, "--dry-run")
    assert reasons(commands) == []
    commands.run("import", file)
    assert reasons(commands) == ["导入前"]
    commands.run("import", file)
    assert reasons(commands) == ["导入前"]


def test_that_copies_are_made_proved_and_carried_to_a_stick(commands: Commands, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    commands.run("backups", "--second", stick, status=1)
    stick.mkdir()
    told = commands.run("backups", "--second", stick, "--now", "--verify")
    assert (told["ok"], told["second"]) == (True, str(stick))
    assert [(one["why"], one["problems"]) for one in told["copies"]] == [("手动", []), ("手动", [])]
    here, there = (Path(one["file"]) for one in told["copies"])
    raw = bytearray(there.read_bytes())
    raw[-4096 + 200] ^= 1
    there.write_bytes(raw)
    told = commands.run("backups", "--verify", status=1)
    assert [bool(one["problems"]) for one in told["copies"]] == [False, True]
    assert Path(told["copies"][0]["file"]) == here
    assert commands.run("backups", "--no-second")["second"] == ""


def test_that_a_restore_tells_before_what_it_would_change(commands: Commands, tmp_path: Path) -> None:
    commands.run("import", roster(tmp_path / "名单.xlsx", "阀门"))
    copy = tmp_path / "copy.daan"
    commands.run("backup", "--to", copy)
    commands.run("import", roster(tmp_path / "名单.xlsx", "改错了"))
    commands.run("add", "enterprises", "--values", '{"name": "自贡后来有限公司"}')
    told = commands.run("restore", copy, "--dry-run")
    assert told["steps"] == 2
    assert {"ledger": "企业名录", "then": 1, "now": 2} in told["counts"]
    one = commands.run("restore", copy, "--record", f"企业名录:{NAME}", "--dry-run")
    assert one["fields"] == [{"field": "主要产品", "then": "阀门", "now": "改错了"}]
    assert commands.run("list", "enterprises")["total"] == 2
