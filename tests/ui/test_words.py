"""Officers read Chinese: no source string of the screen is anything else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "daan_desk" / "ui"
NAMES_OF_THINGS = {
    "Excel",
    "Word",
    "PDF",
    "WPS",
    "Ctrl",
    "Alt",
    "PgUp",
    "PgDn",
    "Shift",
    "Enter",
    "Esc",
    "Delete",
    "GB",
    "xlsx",
    "docx",
    "pdf",
}


def spoken(file: Path) -> Iterator[tuple[int, ast.expr]]:
    """What stands between the brackets of every `tr(…)`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr" and node.args:
            yield node.lineno, node.args[0]


FILES = sorted(UI.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(UI)) for file in FILES])
def test_that_words_for_the_screen_are_chinese_and_can_be_translated(file: Path) -> None:
    for line, words in spoken(file):
        assert not isinstance(words, ast.JoinedStr), f"{file.name}:{line}: an f-string can never match a catalogue"
        text = re.sub(r"\{[^}]*\}|\*?\.\w+", "", str(words.value)) if isinstance(words, ast.Constant) else ""
        latin = set(re.findall(r"[A-Za-z]{2,}", text)) - NAMES_OF_THINGS
        assert not latin, f"{file.name}:{line}: {latin}"
