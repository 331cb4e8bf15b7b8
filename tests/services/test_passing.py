"""Passing files lie in one folder, go with the program, and with the next one where it was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from daan_desk.exchange import targets
from daan_desk.services import passing
from daan_desk.store.lease import Lease

DYING = """
import sys, tempfile, time
from pathlib import Path
from daan_desk.services import passing
with passing.folder(Path(sys.argv[1])):
    with tempfile.NamedTemporaryFile(delete=False, suffix=".xlsx") as file:
        file.write("自贡天工机械 13812345678".encode())
    print(file.name, flush=True)
    time.sleep(60)
"""


def test_that_what_is_put_down_for_a_moment_goes_with_the_program(tmp_path: Path) -> None:
    before = tempfile.gettempdir(), os.environ.get("TMPDIR")
    with passing.folder(tmp_path) as own:
        assert own is not None
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(b"x")
        assert Path(file.name).parent == own == Path(os.environ["TMPDIR"])
    assert list((tmp_path / passing.NAME).iterdir()) == []
    assert (tempfile.gettempdir(), os.environ.get("TMPDIR")) == before


def test_that_what_a_killed_program_left_goes_at_the_next_start(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", DYING, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    ) as dying:
        assert dying.stdout is not None
        left = Path(dying.stdout.readline().strip())
        assert left.exists()
        with passing.folder(tmp_path):
            assert left.exists()  # its program still works
        dying.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        dying.wait()
    assert left.exists()
    with passing.folder(tmp_path):
        assert not left.exists()
    assert list((tmp_path / passing.NAME).iterdir()) == []


def test_that_where_nothing_may_be_written_the_systems_folder_does(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder", encoding="utf-8")
    with passing.folder(tmp_path / "data") as own:
        assert own is None
        with tempfile.TemporaryFile() as file:
            file.write(b"x")


def test_that_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    base = tmp_path / passing.NAME
    base.mkdir()
    used = Lease(base / "77-ab")
    (base / "77-ab").mkdir()
    passing.sweep(base)
    assert (base / "77-ab").is_dir()
    used.release()
    passing.sweep(base)
    assert list(base.iterdir()) == []


@pytest.mark.parametrize(("age", "stays"), [(10, True), (targets.STALE + 10, False)])
def test_that_a_draft_of_a_killed_export_goes_when_nobody_can_still_write_it(
    tmp_path: Path, age: int, stays: bool
) -> None:
    draft, other = tmp_path / targets.DRAFT.format("0123456789ab"), tmp_path / "名录.xlsx"
    for file in (draft, other):
        file.write_bytes(b"x")
    now = draft.stat().st_mtime + age
    targets.sweep(tmp_path, now)
    assert (draft.exists(), other.exists()) == (stays, True)
