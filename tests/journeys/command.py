"""Runs a command in this process as a script would, and reads its answer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from daan_desk import cli
from tests.builders import PASSWORD


class Commands:
    """Calls the program; `answer` is the JSON object of the last command, `sentences` what it said beside it."""

    def __init__(self, workspace: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DAAN_DESK_PASSWORD", PASSWORD)
        self.workspace = workspace
        self._capsys = capsys
        self.sentences = ""

    def run(self, *words: object, status: int = 0, here: bool = True) -> Any:
        """Carry out one command with --json; the status must be the one expected."""
        out = self.told(*words, "--json", status=status, here=here)
        return json.loads(out) if out.strip() else None

    def told(self, *words: object, status: int = 0, here: bool = True) -> str:
        """Carry out one command as somebody at the terminal would; answers what it wrote."""
        said = [str(word) for word in words]
        place = ["--workspace", self.workspace] if here else []
        self._capsys.readouterr()
        try:
            found = cli.main([said[0], *place, *said[1:]])
        except SystemExit as left:
            found = int(left.code or 0)
        out, self.sentences = self._capsys.readouterr()
        assert found == status, self.sentences
        return out
