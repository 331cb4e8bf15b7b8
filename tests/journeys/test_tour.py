"""The tour shows the main job on a machine without a screen."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from daan_desk import cli
from daan_desk.menu import entries


def test_that_the_tour_leaves_every_paper_and_a_picture_of_every_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    assert cli.main(["tour", "--to", str(tmp_path), "--json"]) == 0
    files = [Path(one["file"]) for one in json.loads(capsys.readouterr().out)["files"]]
    assert all(file.stat().st_size > 0 for file in files)
    endings = {file.suffix for file in files}
    assert {".daan", ".xlsx", ".docx", ".pdf", ".html", ".png"} <= endings
    start = files[-1].read_text(encoding="utf-8")
    assert all(f'href="{quote(file.name)}"' in start for file in files[:-1])
    pictures = [file for file in files if file.suffix == ".png"]
    assert len(pictures) == len(entries()) + 1
    assert all(picture.read_bytes().startswith(b"\x89PNG") and picture.stat().st_size > 15_000 for picture in pictures)
