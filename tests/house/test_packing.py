"""What is handed out: the packed program's first step, the Debian package, the Windows installer."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import daan_desk
from installer import debian_package
from installer.packages import ALWAYS, FOR_A_SCREEN
from tests.house.tree import ROOT

WINDOWS = ROOT / "installer" / "windows"


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A folder as PyInstaller leaves it, with next to nothing in it."""
    folder = tmp_path / "dist" / "daan-desk"
    (folder / "_internal").mkdir(parents=True)
    (folder / "daan-desk").write_text("#!/bin/sh\necho packed\n", encoding="utf-8")
    (folder / "daan-desk").chmod(0o755)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="a Debian package is made on Debian")
def test_that_a_debian_package_lays_the_program_where_the_desktop_and_the_shell_find_it(
    packed: Path, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    debian_package.tree(packed, root)
    entry = (root / "usr/share/applications/daan-desk.desktop").read_text(encoding="utf-8")
    command = re.search(r'^Exec="(.+)"$', entry, re.MULTILINE)
    assert command is not None
    assert command[1] == "/opt/daan-desk/DaAn Desk"
    assert (root / "usr/bin/daan-desk").readlink() == Path("/opt/daan-desk/daan-desk")
    assert (root / "usr/share/icons/hicolor/scalable/apps/daan-desk.svg").is_file()
    assert "DaAn Desk contributors" in (root / "usr/share/doc/daan-desk/copyright").read_text(encoding="utf-8")


def test_that_the_package_asks_for_every_library_of_the_set_up(packed: Path) -> None:
    said = debian_package.control(packed, "arm64")
    fields = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line and line[0] != " ")
    wanted = {name for entry in fields["Depends"].split(", ") for name in entry.split(" | ")}
    assert {need.apt for need in (*ALWAYS, *FOR_A_SCREEN)} <= wanted
    assert fields["Architecture"] == "arm64"
    assert fields["Version"] == daan_desk.VERSION
    assert "{" not in said


def test_that_the_recipe_packs_both_programs_with_the_resources() -> None:
    recipe = (ROOT / "installer" / "daan-desk.spec").read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(recipe)) if isinstance(node, ast.Call)]
    named = [node.args[0].value for node in calls if getattr(node.func, "id", "") == "program"
             and isinstance(node.args[0], ast.Constant)]  # fmt: skip
    assert named == ["daan-desk", "DaAn Desk"]
    assert '"resources"' in recipe


def test_that_the_packed_program_reads_a_workbook_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "installer.packed", "--read-workbook", "名册.csv"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run(command, input=b"a,b\n1,2\n", env=environ, cwd=ROOT, capture_output=True, check=False)
    assert said.returncode == 0, said.stderr.decode("utf-8", "replace")
    assert b"daan_desk.domain.sheets" in said.stdout


def test_that_the_windows_installer_is_read_with_its_chinese_names() -> None:
    script = (WINDOWS / "daan-desk.iss").read_bytes()
    assert script.startswith(b"\xef\xbb\xbf")
    text = script.decode("utf-8-sig")
    sections = re.findall(r"^\[(\w+)\]", text, re.MULTILINE)
    assert sections == ["Setup", "Languages", "Tasks", "InstallDelete", "Files", "Icons", "Run"]
    programs = {Path(name.replace("\\", "/")).name for name in re.findall(r'Filename: "\{app\}\\([^"]+)"', text)}
    assert programs == {"DaAn Desk.exe"}


def test_that_a_batch_file_has_the_line_ends_that_windows_reads() -> None:
    lines = (WINDOWS / "fresh-machine.cmd").read_bytes().split(b"\n")
    assert all(line.endswith(b"\r") for line in lines[:-1])
    assert lines[-1] == b""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_that_the_script_for_bare_linux_hands_its_words_on(tmp_path: Path) -> None:
    """With a Python that fits, which here only says what it was asked to run."""
    python = tmp_path / "python3.13"
    python.write_text('#!/bin/sh\n[ "$1" = -c ] && exit 0\necho "ran $*"\n', encoding="utf-8")
    python.chmod(0o755)
    environ = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    command = ["sh", str(ROOT / "installer" / "fresh-machine.sh"), "check", "--workspace", "a b.daan"]
    said = subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=False)
    assert said.stdout == "ran main.py check --workspace a b.daan\n"
