"""Photos of a visit by the command line: put in from a telephone's folder, listed, printed, taken out again."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from daan_desk.domain.exif import located
from tests.journeys.command import Commands
from tests.photographs import placed, position

FIRM = "自贡天工机械有限公司"


@pytest.fixture
def visit(commands: Commands) -> str:
    """A visit to hang photos on; answers its id."""
    commands.run("add", "enterprises", "--values", json.dumps({"name": FIRM}))
    given = {"day": "2026-11-20", "enterprise": FIRM, "way": "实地", "companions": "李慧敏"}
    return str(commands.run("add", "visits", "--values", json.dumps(given))["id"])


@pytest.fixture
def camera(tmp_path: Path) -> Path:
    """The folder of a telephone: three photos, the later one first by name, and a film that is none."""
    folder = tmp_path / "DCIM"
    folder.mkdir()
    placed(folder, "a.jpg", width=3000, height=2000, moment="2026:11:20 16:00:00")
    placed(folder, "b.jpg", width=3000, height=2000, moment="2026:11:20 15:00:00")
    placed(folder, "c.jpg", width=1500, height=2000, moment="2026:11:20 15:30:00")
    return folder


def test_that_a_folder_of_photos_goes_in_by_one_act_in_their_order_and_comes_back_without_a_place(
    commands: Commands, visit: str, camera: Path, tmp_path: Path
) -> None:
    told = commands.run("attach", "走访记录", visit, camera)
    assert told["files"] == ["b.jpg", "c.jpg", "a.jpg"]
    first = commands.run("attachments", "visits", visit)["files"][0]
    assert (first["name"], first["taken"]) == ("b.jpg", "2026-11-20 15:00")
    files = [Path(file) for file in commands.run("take-out", "visits", visit, "--to", tmp_path / "out")["files"]]
    assert [file.name for file in files] == ["b.jpg", "c.jpg", "a.jpg"]
    assert position((camera / "a.jpg").read_bytes())
    assert not any(located(file.read_bytes()) for file in files)
    with Image.open(files[0]) as photo:
        assert max(photo.size) == 2560
    assert commands.run("undo", told["act"])["changed"]["attachments"] == 3
    assert commands.run("attachments", "visits", visit)["files"] == []


def test_that_photos_are_printed_two_to_a_page_with_their_captions(
    commands: Commands, visit: str, camera: Path, tmp_path: Path
) -> None:
    commands.run("attach", "visits", visit, camera / "a.jpg", camera / "b.jpg", camera / "c.jpg")
    for ending in ("docx", "pdf", "html"):
        file = tmp_path / f"走访照片.{ending}"
        assert commands.run("photos", "visits", visit, "--to", file)["photos"] == 3
        assert file.stat().st_size > 20_000
    pages = [page.extract_text() for page in PdfReader(tmp_path / "走访照片.pdf").pages]
    assert len(pages) == 2
    assert FIRM in pages[0] and "图 1" in pages[0] and "图 2" in pages[0] and "图 3" in pages[1]
    with zipfile.ZipFile(tmp_path / "走访照片.docx") as word:
        assert len([name for name in word.namelist() if name.startswith("word/media/")]) == 3


def test_that_a_record_without_photos_and_a_wrong_ending_are_sentences(
    commands: Commands, visit: str, tmp_path: Path
) -> None:
    commands.run("photos", "visits", visit, "--to", tmp_path / "照片.docx", status=1)
    assert "还没有可以打印的照片" in commands.sentences
    commands.run("photos", "visits", visit, "--to", tmp_path / "照片.xlsx", status=2)
    assert "不能写成“.xlsx”" in commands.sentences
