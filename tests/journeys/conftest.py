"""A workspace in a folder of its own, and the program to be called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.command import Commands


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Commands:
    made = Commands(str(tmp_path / "desk.daan"), capsys, monkeypatch)
    made.run("new", "--officer", "李慧敏")
    return made
