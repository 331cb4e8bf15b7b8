"""Writing beside the place: whole or not at all, and every trouble in words."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from daan_desk.domain.failures import Trouble
from daan_desk.exchange.ledgers_out import write_ledger
from daan_desk.exchange.targets import beside, trouble
from tests.exchange.tables import enterprises


def test_that_the_file_takes_the_others_place_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "台账.txt"
    path.write_text("旧")
    with beside(path) as draft:
        draft.write_text("新")
        assert path.read_text() == "旧"
    assert path.read_text() == "新"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_fault_on_the_way_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "台账.txt"
    path.write_text("旧")
    with pytest.raises(ZeroDivisionError), beside(path) as draft:
        draft.write_text("半")
        raise ZeroDivisionError
    assert path.read_text() == "旧"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_missing_folder_and_a_folder_in_the_way_are_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="不存在"):
        write_ledger(enterprises(1), tmp_path / "没有" / "a.xlsx")
    (tmp_path / "b.xlsx").mkdir()
    with pytest.raises(Trouble, match="文件夹"):
        write_ledger(enterprises(1), tmp_path / "b.xlsx")


def test_that_a_workbook_open_in_excel_is_named_and_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(b"old")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Trouble) as caught:
        write_ledger(enterprises(1), path)
    assert "“台账.xlsx”正在被别的程序使用" in caught.value.sentence
    assert "关闭" in caught.value.remedy
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "磁盘空间不够"),
        (PermissionError(errno.EACCES, "x"), "没有权限"),
        (OSError(errno.EROFS, "x"), "没有权限"),
        (OSError(errno.ENAMETOOLONG, "x"), "不能用作文件名"),
        (OSError(errno.EIO, "Input/output error"), "没有保存（系统错误 5）"),
    ],
)
def test_that_every_trouble_has_its_sentence_and_a_remedy(tmp_path: Path, error: OSError, words: str) -> None:
    told = trouble(error, tmp_path / "a.xlsx")
    assert words in told.sentence
    assert told.remedy
