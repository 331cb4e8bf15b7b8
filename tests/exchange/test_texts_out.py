"""A ledger as .csv."""

from __future__ import annotations

import csv
from pathlib import Path

from daan_desk.domain.kinds import Text
from daan_desk.domain.tables import Column, Table
from daan_desk.exchange.ledgers_out import write_ledger
from tests.exchange.tables import COLUMNS, enterprises


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_that_excel_knows_the_encoding_and_every_row_is_there(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert write_ledger(enterprises(3), path) == 3
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = read(path)
    assert rows[0] == [column.label for column in COLUMNS]
    assert rows[1] == [
        "自贡示例1号硬质合金有限公司", "0091510304MA000001", "龙井街道", "小型", "否",
        "013800000001", "3", "10.1", "2001-01-02", "",
    ]  # fmt: skip
    assert len(rows) == 4


def test_that_formulas_are_made_harmless_and_numbers_and_lone_signs_stay(tmp_path: Path) -> None:
    texts = ("=1+1", "+86 813", "-cmd", "@x", "\tx", "-", "中=1")
    write_ledger(Table("词", (Column("备注", Text()),), tuple((text,) for text in texts)), tmp_path / "out.csv")
    assert [row[0] for row in read(tmp_path / "out.csv")[1:]] == [
        "'=1+1", "'+86 813", "'-cmd", "'@x", "'\tx", "-", "中=1",
    ]  # fmt: skip


def test_that_commas_quotes_and_lines_come_back(tmp_path: Path) -> None:
    text = '甲,乙"丙"\n丁'
    write_ledger(Table("词", (Column("备注", Text()),), ((text,),)), tmp_path / "out.csv")
    assert read(tmp_path / "out.csv")[1] == [text]
