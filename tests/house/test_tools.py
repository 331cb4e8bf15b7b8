"""The tools that hold the house find nothing to say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.tree import ROOT

TOOLS = {
    "ruff": ["-m", "ruff", "check", "--no-cache", "--quiet", "."],
    "mypy": ["-m", "mypy", "daan_desk", "main.py", "installer"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_that_the_tool_has_nothing_to_say(tool: str) -> None:
    said = subprocess.run([sys.executable, *TOOLS[tool]], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert said.returncode == 0, said.stdout + said.stderr


def test_that_the_linter_would_say_something_about_a_clock_that_is_asked() -> None:
    asking = "from datetime import date\n\nprint(date.today())\n"
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--no-cache",
        "--stdin-filename",
        "daan_desk/domain/asking.py",
        "-",
    ]
    said = subprocess.run(command, cwd=ROOT, input=asking, capture_output=True, encoding="utf-8", check=False)
    assert said.returncode == 1
    assert "DTZ011" in said.stdout
    assert "T201" in said.stdout
