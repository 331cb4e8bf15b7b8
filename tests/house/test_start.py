"""A command starts without what it does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.tree import ROOT

# What opens windows, reads and writes papers, builds tables, makes parcels: each is imported where it is first used.
HEAVY = {
    *("PySide6", "pyqtgraph", "numpy", "openpyxl", "xlsxwriter", "docx", "lxml", "python_calamine", "pypdf"),
    *("alembic", "sqlalchemy.orm", "pypinyin", "cryptography", "hypothesis"),
}
ASK = "import sys, daan_desk.cli, daan_desk.commands.{}; sys.stdout.write(' '.join(sys.modules))"


@pytest.mark.parametrize("module", ["records", "rosters", "roster_acts", "workspaces"])
def test_that_a_command_imports_nothing_that_only_windows_papers_or_migrations_need(module: str) -> None:
    said = subprocess.run(
        [sys.executable, "-c", ASK.format(module)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert HEAVY.isdisjoint(said.stdout.split()), sorted(HEAVY.intersection(said.stdout.split()))


def test_that_a_list_does_not_wait_for_the_rules_of_other_commands() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ASK.format("records")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    others = {f"daan_desk.services.{name}" for name in ("home", "undo", "imports", "summary")}
    assert others.isdisjoint(said.stdout.split())
