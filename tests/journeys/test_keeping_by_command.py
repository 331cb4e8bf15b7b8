"""The workspace kept from the command line: another password, one record brought back, a damaged file salvaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import PASSWORD
from tests.journeys.command import Commands

NEW = "盐都灯会2027"


def name_of(commands: Commands) -> set[object]:
    return {row["name"] for row in commands.run("list", "enterprises")["rows"]}


def test_that_a_new_password_takes_the_place_of_the_old_one(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    commands.run("add", "enterprises", "--values", '{"name": "自贡天工机械有限公司"}')
    commands.run("password", status=2)
    assert "DAAN_DESK_NEW_PASSWORD" in commands.sentences
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    changed = commands.run("password", "--new-password-file", tmp_path / "new.txt", "--forget-copies")
    assert (changed["ok"], changed["older_copies"]) == (True, [])
    assert len(changed["recovery"].split("-")) == 14
    commands.run("list", "enterprises", status=1)
    monkeypatch.setenv("DAAN_DESK_PASSWORD", NEW)
    assert name_of(commands) == {"自贡天工机械有限公司"}
    assert commands.run("check")["ok"] is True


def test_that_guessing_gets_slow_and_the_wait_is_told(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAAN_DESK_PASSWORD", "geraten")
    for _ in range(4):
        commands.run("list", "enterprises", status=1)
    monkeypatch.setenv("DAAN_DESK_PASSWORD", PASSWORD)
    commands.run("list", "enterprises", status=1)
    assert "秒再试" in commands.sentences


def test_that_one_record_is_brought_back_by_its_name(commands: Commands, tmp_path: Path) -> None:
    commands.run("add", "enterprises", "--values", '{"name": "自贡天工机械有限公司", "products": "阀门"}')
    copy = tmp_path / "copy.daan"
    commands.run("backup", "--to", copy)
    act = commands.run("add", "enterprises", "--values", '{"name": "自贡后来有限公司"}')
    commands.run("restore", copy, "--record", "企业名录:没有这家", status=1)
    assert "没有" in commands.sentences
    one = commands.run("search", "天工机械")["hits"][0]["id"]
    commands.run("import", changed(tmp_path))
    assert commands.run("list", "enterprises", "--where", f"id={one}")["rows"][0]["products"] == "改错了"
    restored = commands.run("restore", copy, "--record", "enterprises:自贡天工机械有限公司")
    assert (restored["id"], restored["ledger"]) == (one, "enterprises")
    assert commands.run("list", "enterprises", "--where", f"id={one}")["rows"][0]["products"] == "阀门"
    assert "自贡后来有限公司" in name_of(commands)
    assert act["act"] != restored["act"]


def changed(folder: Path) -> Path:
    file = folder / "roster.csv"
    file.write_text("企业名称,主要产品\n自贡天工机械有限公司,改错了\n", encoding="utf-8-sig")
    return file


def test_that_a_damaged_workspace_is_salvaged_with_an_account(commands: Commands, tmp_path: Path) -> None:
    for number in range(20):
        commands.run("add", "enterprises", "--values", f'{{"name": "自贡{number}号有限公司"}}')
    path = Path(commands.workspace)
    raw = path.read_bytes()
    path.write_bytes(raw[: 10 * 4096] + bytes(len(raw) - 10 * 4096 - 4096) + raw[-4096:])
    commands.run("list", "enterprises", status=3)
    commands.run("salvage", "--to", tmp_path / "new.daan", status=3)
    assert "没有能读出来的内容" in commands.sentences
    path.write_bytes(raw[:-4096] + bytes(4096))
    told = commands.run("salvage", "--to", tmp_path / "new.daan")
    assert told["damaged_pages"] == 1
    assert told["rows"]["企业名录"] == 20
