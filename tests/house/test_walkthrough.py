"""What CONTRIBUTING.md says about adding a ledger is true to the letter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT


def test_that_the_ledger_of_the_walk_through_keeps_every_promise(tmp_path: Path) -> None:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "DAAN_DESK_HOME": str(tmp_path / "machine")}
    command = [sys.executable, "-m", "tests.house.walkthrough", str(tmp_path)]
    done = subprocess.run(command, env=environ, capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr.decode("utf-8", "replace")) == (0, "")
