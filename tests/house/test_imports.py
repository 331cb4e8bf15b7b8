"""Importing builds nothing: no engine, no widget, no opened file, no thread, in any module."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT, sources


def said_of(package: str, place: Path = ROOT) -> list[str]:
    """What importing every module of the package did, in a process of its own."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(place)))}
    command = [sys.executable, "-P", "-m", "tests.house.importing", package]
    said = subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=False)
    assert said.returncode == 0, said.stderr
    return said.stdout.splitlines()


def test_that_importing_every_module_builds_nothing() -> None:
    count, *built = said_of("daan_desk")
    assert count == f"imported {len(sources('daan_desk'))}"
    assert built == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("text = open(__file__).read()", "open"),
        ("import sqlite3; db = sqlite3.connect(':memory:')", "a Connection"),
        ("import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()", "the thread"),
        ("import sqlalchemy; engine = sqlalchemy.create_engine('sqlite://')", "a Engine"),
        ("from PySide6.QtCore import QObject; thing = QObject()", "a QObject"),
    ],
)
def test_that_a_module_which_builds_something_would_be_found(tmp_path: Path, line: str, found: str) -> None:
    package = tmp_path / "eager"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "module.py").write_text(line + "\n", encoding="utf-8")
    _, *built = said_of("eager", tmp_path)
    assert any(found in said for said in built)
