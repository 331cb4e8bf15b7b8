"""What is asked at every start: is the environment ready, where is it, and who takes over."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main as launcher
from installer import environment, interpreters
from tests.house.tree import ROOT


def lock(folder: Path, text: str = "a==1\n") -> Path:
    file = folder / "requirements.lock"
    file.write_text(text, encoding="utf-8")
    return file


def ready(folder: Path, *marks: str) -> None:
    """An environment that says so, made from the Python that runs."""
    python = environment.interpreter(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    lines = [f"{environment.MADE_FROM}{sys.executable}", *marks]
    (folder / environment.STAMP).write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def headless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment.HEADLESS, "1")


def test_that_a_stamp_counts_only_for_the_lock_that_it_names(tmp_path: Path, headless: None) -> None:
    ready(tmp_path / ".venv", environment.mark_of(lock(tmp_path)))
    (tmp_path / ".venv" / environment.SYSTEM_STAMP).write_text("system\n", encoding="utf-8")
    assert environment.marks_wanted([lock(tmp_path)]) <= environment.marks(tmp_path / ".venv")
    assert not environment.marks_wanted([lock(tmp_path, "a==2\n")]) <= environment.marks(tmp_path / ".venv")


def test_that_a_damaged_stamp_counts_for_nothing(tmp_path: Path) -> None:
    ready(tmp_path)
    (tmp_path / environment.STAMP).write_bytes(b"\xff\xfe\x00")
    assert environment.marks(tmp_path) == set()


def test_that_a_ready_environment_beside_the_program_is_used_even_where_nothing_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(tmp_path / ".venv", "mark")
    monkeypatch.setattr("os.access", lambda *_: False)
    assert environment.home(tmp_path, {"mark"}) == tmp_path / ".venv"


def test_that_a_read_only_checkout_gets_its_environment_among_the_persons_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path / "home"))
    first = environment.home(tmp_path / "one", {"mark"})
    assert first.is_relative_to(tmp_path / "home" / "data" / "environments")
    assert first != environment.home(tmp_path / "two", {"mark"})


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells by variables whether there is a screen")
def test_that_a_screen_is_one_that_a_variable_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", environment.HEADLESS):
        monkeypatch.delenv(name, raising=False)
    assert not environment.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert environment.has_display()
    monkeypatch.setenv(environment.HEADLESS, "1")
    assert not environment.has_display()


def test_that_words_go_to_the_command_line_and_none_to_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    assert launcher.errand(["check", "--json"]) == ["daan_desk.cli", "check", "--json"]
    monkeypatch.setattr(environment, "has_display", lambda: True)
    assert launcher.errand([]) == ["daan_desk.app"]


def test_that_without_a_screen_a_tour_is_made_into_a_new_folder_that_is_named(
    tmp_path: Path, headless: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DAAN_DESK_HOME", str(tmp_path))
    first = launcher.errand([])
    assert first[:3] == ["daan_desk.cli", "tour", "--to"]
    assert first[3] in capsys.readouterr().err
    Path(first[3]).mkdir(parents=True)
    assert launcher.errand([])[3] != first[3]


def test_that_what_takes_over_finds_our_modules_and_not_those_of_the_folder_it_stands_in(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')\n", encoding="utf-8")
    folder = Path(sys.prefix)
    step = f"from pathlib import Path; from installer import environment as e; import sys; sys.exit(e.hand_over(\
Path({str(ROOT)!r}), Path({str(folder)!r}), ['-c', 'import json, daan_desk, sys; sys.exit(7)']))"
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {step}"]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 7


def test_that_a_python_which_does_not_fit_says_which_one_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert not interpreters.fits()
    assert interpreters.hand_to_a_fitting_one(["main.py"]) == interpreters.WRONG_USE
    assert "这里是 3.9.2" in capsys.readouterr().err


READ_BY_ANY_PYTHON = ("main.py", "tests/__main__.py", "installer/__init__.py", "installer/interpreters.py",
                      "installer/environment.py", "daan_desk/__init__.py", "daan_desk/paths.py")  # fmt: skip


@pytest.mark.parametrize("name", READ_BY_ANY_PYTHON)
def test_that_an_older_python_can_read_what_tells_it_that_it_is_too_old(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 7))
    imported = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert "__future__" in imported or not imported


def test_that_the_name_of_a_room_stands_for_its_folder() -> None:
    ask = "from tests.__main__ import words; print(*words(['house', '-k', 'lock', 'nowhere']))"
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run([sys.executable, "-c", ask], env=environ, capture_output=True, encoding="utf-8", check=True)
    assert said.stdout.split() == ["tests/house", "-k", "lock", "nowhere"]


def test_that_the_check_at_every_start_imports_nothing_heavy() -> None:
    heavy = {"subprocess", "shutil", "venv", "tempfile", "dataclasses", "inspect", "ssl", "installer.preparation"}
    ask = "import sys; before = set(sys.modules); import main; print(*sorted(set(sys.modules) - before))"
    said = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {ask}"],
                          capture_output=True, encoding="utf-8", check=True)  # fmt: skip
    assert "installer.environment" in said.stdout.split()
    assert heavy.isdisjoint(said.stdout.split())


@pytest.mark.skipif(os.name != "posix", reason="only there one process becomes the other")
def test_that_compiled_modules_are_kept_whatever_the_machines_habit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    given: list[dict[str, str]] = []
    monkeypatch.setattr("os.execve", lambda _file, _words, environ: given.append(environ))
    with pytest.raises(FileNotFoundError):  # nobody took over, so what is done elsewhere is tried: it is not there
        environment.hand_over(tmp_path, tmp_path / ".venv", ["-c", "pass"])
    assert "PYTHONDONTWRITEBYTECODE" not in given[0]
    assert given[0]["PYTHONPATH"].startswith(str(tmp_path))
