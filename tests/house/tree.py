"""The files of the house, as somebody finds them who has no git: everything but what tools leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LEFT_BEHIND = {"__pycache__", "build", "dist", "wheels"}
TEXTS = {".py", ".md", ".toml", ".txt", ".lock", ".csv", ".json", ".svg", ".sh", ".iss", ".spec", ".ts", ".yml", ""}


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file that is ours, hidden folders but `.ci` left out."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            if entry.name not in LEFT_BEHIND and (entry.name == ".ci" or entry.name[0] != "."):
                yield from files(entry)
        elif entry.suffix not in {".pyc"}:
            yield entry


def sources(*rooms: str) -> list[Path]:
    """The Python files of those rooms; of the whole house where none is named."""
    places = rooms or ("daan_desk", "installer", "tests")
    found = [file for room in places for file in files(ROOT / room) if file.suffix == ".py"]
    return found if rooms else [ROOT / "main.py", *found]


def named(file: Path) -> str:
    """A file's name as everybody writes it."""
    return file.relative_to(ROOT).as_posix()
