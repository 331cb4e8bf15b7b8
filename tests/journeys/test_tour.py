"""The tour shows the main job on a machine without a screen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from openpyxl import load_workbook

from daan_desk import cli, paths
from daan_desk.menu import entries


def names_and_numbers(files: Sequence[Path]) -> set[str]:
    """The enterprises, people and telephone numbers of the tour's own workbook."""
    (book,) = (file for file in files if "企业名录" in file.name and file.suffix == ".xlsx")
    head, *rows = load_workbook(book).active.iter_rows(values_only=True)
    columns = [at for at, label in enumerate(head) if label in ("企业名称", "法定代表人", "联系人", "联系电话")]
    return {str(row[at]) for row in rows for at in columns if row[at]}


def assert_that_no_log_tells(words: set[str]) -> None:
    logs = [file for file in paths.logs().rglob("*") if file.is_file()]
    assert logs, "the tour opens the log"
    assert len(words) > 100
    told = "".join(file.read_text(encoding="utf-8") for file in logs)
    assert [word for word in words if word in told] == []


def test_that_the_tour_leaves_every_paper_and_a_picture_of_every_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    assert cli.main(["tour", "--to", str(tmp_path), "--json"]) == 0
    files = [Path(one["file"]) for one in json.loads(capsys.readouterr().out)["files"]]
    assert all(file.stat().st_size > 0 for file in files)
    endings = {file.suffix for file in files}
    assert {".daan", ".xlsx", ".docx", ".pdf", ".html", ".png"} <= endings
    assert_that_no_log_tells(names_and_numbers(files))
    start = files[-1].read_text(encoding="utf-8")
    assert all(f'href="{quote(file.name)}"' in start for file in files[:-1])
    pictures = [file for file in files if file.suffix == ".png"]
    assert len(pictures) == len(entries()) + 1
    assert all(picture.read_bytes().startswith(b"\x89PNG") and picture.stat().st_size > 15_000 for picture in pictures)
