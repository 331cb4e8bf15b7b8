"""Nothing in the house speaks of the machine it was built on, and every picture says whose it is."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.house.tree import ROOT, TEXTS, files, named

# Written apart, so that this file does not accuse itself.
OF_A_MACHINE = re.compile("/wo" + r"rk/\w|/ro" + r"ot/\w")
OF_A_PERSON = re.compile("/ho" + r"me/\w|\b[A-Z]:\\Us" + r"ers\\\w")
ICONS = ROOT / "resources" / "icons"
PICTURES = {".svg", ".png", ".ico", ".icns", ".jpg"}
TABLE_LINE = re.compile(r"^\|([^|]+)\|([^|]+)\|([^|]+)\|$", re.MULTILINE)


def betrays(line: str, made_up: bool) -> bool:
    """Whether a line names a place on somebody's machine; a test may make up a person and where their files lie."""
    return bool(OF_A_MACHINE.search(line) or (not made_up and OF_A_PERSON.search(line)))


def traces(file: Path) -> list[str]:
    """The lines of a file that betray where it was written."""
    lines = file.read_text(encoding="utf-8").splitlines()
    made_up = named(file).startswith("tests/")
    return [f"{named(file)}:{n}: {line.strip()}" for n, line in enumerate(lines, 1) if betrays(line, made_up)]


def test_that_no_file_names_a_place_on_somebodys_machine() -> None:
    read = [file for file in files() if file.suffix in TEXTS]
    assert len(read) > 40
    assert [trace for file in read for trace in traces(file)] == []


@pytest.mark.parametrize("place", ["/wo" + "rk/main", "/ro" + "ot/x", "/ho" + "me/li", "C:\\Us" + "ers\\li"])
def test_that_such_a_place_would_be_found(place: str) -> None:
    assert betrays(f"see {place} there", made_up=False)
    assert not betrays("see docs/pictures there", made_up=False)


def licensed_patterns() -> list[str]:
    """What the table of licences speaks of, as patterns beneath resources/."""
    lines = TABLE_LINE.findall((ICONS / "LICENCES.md").read_text(encoding="utf-8"))
    names = [name for files_, _, licence in lines if licence.strip(" -") for name in re.findall(r"`([^`]+)`", files_)]
    return [name.removeprefix("../") if name.startswith("../") else f"icons/{name}" for name in names]


def is_in(patterns: list[str], picture: Path) -> bool:
    return any(fnmatch(picture.relative_to(ROOT / "resources").as_posix(), pattern) for pattern in patterns)


def says_its_licence(picture: Path) -> bool:
    return picture.suffix == ".svg" and "@license lucide" in picture.read_text(encoding="utf-8")[:80]


def test_that_every_icon_says_its_licence_or_stands_in_the_table() -> None:
    """Lucide's drawings carry theirs in the first line; the table's word on "every other" is held by that."""
    patterns = licensed_patterns()
    pictures = [file for file in files(ROOT / "resources") if file.suffix in PICTURES]
    assert len(pictures) > 50
    assert [named(file) for file in pictures if not is_in(patterns, file) and not says_its_licence(file)] == []


def test_that_the_licence_texts_are_delivered() -> None:
    text = (ICONS / "LICENCES.md").read_text(encoding="utf-8")
    assert "ISC License" in text
    assert "The MIT License" in text
    assert "DaAn Desk contributors" in (ROOT / "LICENSE").read_text(encoding="utf-8")


LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def test_that_every_link_in_the_pages_leads_somewhere() -> None:
    pages = [file for file in files() if file.suffix == ".md"]
    links = [(page, link) for page in pages for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [f"{named(page)} → {link}" for page, link in links if not (page.parent / link).exists()] == []
