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


def test_that_a_parcel_for_an_officer_brings_his_enterprises_only(
    commands: Commands, other: Commands, tmp_path: Path
) -> None:
    file = tmp_path / "a.daanx"
    for name in ("自贡甲公司", "自贡乙公司"):
        commands.run("add", "enterprises", "--values", f'{{"name": "{name}"}}')
    commands.run("add", "officers", "--values", '{"name": "王建国", "role": "县级领导"}')
    given = '{"officer": "王建国", "enterprise": "自贡甲公司", "role": "县级领导"}'
    commands.run("add", "assignments", "--values", given)
    commands.run("pack", "--to", file, "--for", "王建国")
    other.run("merge", file)
    assert [row["name"] for row in other.run("list", "enterprises")["rows"]] == ["自贡甲公司"]
    commands.run("pack", "--to", file, "--for", "赵六", status=1)
    assert "赵六" in commands.sentences
    commands.run("pack", "--to", file, "--for", "王建国", "--since", "2026-11-01", status=2)


def test_that_a_laptop_is_made_from_a_parcel_and_its_issue_gets_the_final_number(
    commands: Commands, other: Commands, tmp_path: Path
) -> None:
    file, made = tmp_path / "a.daanx", str(tmp_path / "fresh.daan")
    commands.run("add", "enterprises", "--values", '{"name": "自贡甲公司"}')
    commands.run("add", "officers", "--values", '{"name": "王建国", "role": "县级领导"}')
    commands.run(
        *("add", "assignments", "--values", '{"officer": "王建国", "enterprise": "自贡甲公司", "role": "县级领导"}')
    )
    commands.run("pack", "--to", file, "--for", "王建国")
    other.workspace = made
    assert other.run("new", "--from", file)["counts"]["enterprises"] == 1
    assert other.run("station") == {
        "station": "笔记本",
        "numbers": "临2026-王建国-",
        "provisional": 0,
    }
    issue = '{"enterprise": "自贡甲公司", "title": "缺电", "category": "用能(水电气)"}'
    other.run("add", "issues", "--values", issue)
    (row,) = other.run("list", "issues")["rows"]
    assert row["number"].startswith("临")
    other.run("pack", "--to", file, "--since", "李慧敏")
    (given,) = commands.run("merge", file)["renumbered"]
    assert given["old"] == row["number"]
    commands.run("pack", "--to", file, "--for", "王建国")
    other.run("merge", file)
    assert (
        other.run("issue", row["number"], "dispatch", "--values", '{"lead_department": "区交通局"}')["state"]
        == "已交办"
    )
    assert other.run("list", "issues")["rows"][0]["number"] == given["new"]
    assert commands.run("station")["station"] == "主库"
    assert "笔记本" in commands.told("station", "笔记本")


def test_that_twins_are_listed_made_one_and_told_apart_by_command(
    commands: Commands, other: Commands, tmp_path: Path
) -> None:
    file = tmp_path / "a.daanx"
    for each, staff in ((commands, 5), (other, 6)):
        for name in ("自贡甲公司", "自贡乙公司"):
            each.run("add", "enterprises", "--values", f'{{"name": "{name}", "employees": {staff}}}')
    other.run("pack", "--to", file)
    commands.run("merge", file)
    assert "像是同一条" in commands.told("twins")
    first, second = commands.run("twins")["twins"]
    (employees,) = (field for field in first["fields"] if field["label"] == "从业人数")
    assert (employees["kept"], employees["other"], employees["after"], employees["differs"]) == ("5", "6", "5", True)
    left = commands.run("twins", "--join", first["kept"], first["other"])
    assert [pair["text"] for pair in left["twins"]] == [second["text"]]
    assert commands.run("twins", "--apart", second["kept"], second["other"])["twins"] == []
    commands.run("undo", left["act"])
    assert len(commands.run("twins")["twins"]) == 1
    commands.run("twins", "--join", "x", "y", status=1)
    assert "像是同一条" in commands.sentences
