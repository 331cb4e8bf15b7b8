"""The program ends of itself when its window is closed, whatever stood in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from daan_desk.services.sample.filling import fill
from tests import builders

ROOT = Path(__file__).resolve().parents[2]
FEW = 12


def test_that_closing_the_window_after_every_page_ends_the_program_in_peace(tmp_path: Path) -> None:
    made = builders.workplace(tmp_path)
    fill(made.office, made.office.today(), FEW)
    made.close()
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "DAAN_DESK_HOME": str(tmp_path / "machine")}
    command = [sys.executable, "-m", "tests.journeys.leaving", str(tmp_path / "desk.daan")]
    left = subprocess.run(command, env=environ, capture_output=True, check=False, timeout=300)
    assert (left.returncode, left.stderr.decode("utf-8", "replace")) == (0, "")
    assert not any(log.stat().st_size for log in (tmp_path / "machine").rglob("*.log"))
