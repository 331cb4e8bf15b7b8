"""Telephone numbers leave hidden unless they are asked for, and a hidden one never takes the place of a whole one."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from daan_desk import paths
from daan_desk.domain.tables import Table
from daan_desk.exchange import ledgers_out
from daan_desk.services import passing
from tests.journeys.command import Commands

NAME, NUMBER = "自贡天工机械有限公司", "13812345678、0813-5501234"


@pytest.fixture
def known(commands: Commands) -> Commands:
    """A workspace with one enterprise that can be called."""
    values = {"name": NAME, "contact_name": "李四", "contact_phone": NUMBER, "private_note": "欠税"}
    commands.run("add", "enterprises", "--values", json.dumps(values, ensure_ascii=False))
    return commands


def roster(path: Path, *rows: tuple[str, str]) -> Path:
    book = Workbook()
    book.active.append(["企业名称", "联系人及电话"])
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def words_of(path: Path) -> str:
    return " ".join(str(cell.value) for row in load_workbook(path).active.iter_rows() for cell in row)


def phone(commands: Commands, name: str = NAME) -> object:
    return commands.run("list", "enterprises", "--where", f"name={name}")["rows"][0]["contact_phone"]


def test_that_numbers_and_private_notes_are_not_in_an_export(known: Commands, tmp_path: Path) -> None:
    known.run("export", "enterprises", "--to", tmp_path / "名录.xlsx")
    words = words_of(tmp_path / "名录.xlsx")
    assert "138****5678、081****1234" in words
    assert "12345678" not in words
    assert "欠税" not in words


def test_that_numbers_are_in_an_export_that_asks_for_them(known: Commands, tmp_path: Path) -> None:
    known.run("export", "enterprises", "--to", tmp_path / "名录.xlsx", "--phones")
    assert NUMBER in words_of(tmp_path / "名录.xlsx")


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_that_an_export_comes_in_again_as_the_same_and_says_nothing(
    known: Commands, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"名录{ending}"
    known.run("export", "enterprises", "--to", out)
    again = known.run("import", out)
    assert (again["added"], again["changed"], again["same"]) == (0, 0, 1)
    assert again["warnings"] == []
    assert phone(known) == NUMBER


def test_that_a_hidden_number_that_is_another_one_is_told_and_changes_nothing(known: Commands, tmp_path: Path) -> None:
    told = known.run("import", roster(tmp_path / "名单.xlsx", (NAME, "李四 139****1111")))
    assert (told["changed"], told["same"]) == (0, 1)
    assert any("隐去" in one["text"] and "保留原来" in one["text"] for one in told["warnings"])
    assert phone(known) == NUMBER


def test_that_a_new_enterprise_with_a_hidden_number_gets_none(known: Commands, tmp_path: Path) -> None:
    told = known.run("import", roster(tmp_path / "名单.xlsx", ("自贡华瑞有限公司", "王五 139****1111")))
    assert told["added"] == 1
    assert any("隐去" in one["text"] and "已留空" in one["text"] for one in told["warnings"])
    row = known.run("list", "enterprises", "--where", "name=自贡华瑞有限公司")["rows"][0]
    assert (row["contact_name"], row["contact_phone"]) == ("王五", None)


def test_that_a_hidden_number_that_is_typed_is_refused(known: Commands) -> None:
    values = json.dumps({"name": "自贡华瑞有限公司", "contact_phone": "138****5678"}, ensure_ascii=False)
    told = known.run("add", "enterprises", "--values", values, status=1)
    assert "完整号码" in told["problems"]["contact_phone"]


def test_that_a_command_puts_passing_files_into_a_folder_of_its_own_and_clears_it(
    known: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path / "home"))
    seen: list[str] = []
    write = ledgers_out.write_ledger

    def watched(table: Table, path: Path) -> int:
        seen.append(tempfile.gettempdir())
        return write(table, path)

    monkeypatch.setattr(ledgers_out, "write_ledger", watched)
    known.run("export", "enterprises", "--to", tmp_path / "名录.xlsx")
    folder = paths.data() / passing.NAME
    assert [Path(one).parent for one in seen] == [folder]
    assert list(folder.iterdir()) == []
