"""Made-up rosters written as text, each with the truth about it, made into sheets.

A roster begins with “=== name → ledger” (several with “|”, “-” for none of ours). Every following line is one row,
its first sign says what the row is: “~” above the header, “#” header, “+” record, “-” none of these. “^” in a cell is
merged with the one above, “<” with the one before. “=” gives the field of every column (“a/b” either, “a+b” both, empty
none of ours), “?” the same where the sheet has no header. “! 2 field value” is a value of the second record. “@7” is
the right credit code of a made-up enterprise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from daan_desk.domain.sheets import Cell, Merge, Sheet
from tests.sheets import code

HERE = Path(__file__).parent
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:\.\d+)?")


@dataclass(frozen=True)
class Written:
    """One roster and what a reader has to find in it. columns: for every column the fields that it may be."""

    name: str
    ledgers: tuple[str, ...]
    sheet: Sheet
    header_rows: tuple[int, ...]
    records: tuple[int, ...]
    columns: tuple[frozenset[str], ...] = ()
    values: tuple[tuple[int, str, str], ...] = ()


def blocks(folder: Path = HERE) -> Iterator[str]:
    """Every roster of the folder's text files as it is written."""
    for path in sorted(folder.glob("*.txt")):
        yield from path.read_text("utf-8").split("=== ")[1:]


def rosters(folder: Path = HERE) -> Iterator[Written]:
    """Every roster of the folder's text files."""
    return map(read, blocks(folder))


def read(block: str) -> Written:
    """One roster out of its lines."""
    head, *lines = [line for line in block.splitlines() if line.strip()]
    name, _, ledgers = head.partition(" → ")
    shown = [line for line in lines if line[0] in "~#+-"]
    rows = [line[2:].split("|") for line in shown]
    marks = [line[0] for line in shown]
    columns = next((line[2:].split("|") for line in lines if line[0] in "=?"), [])
    values = tuple(line[2:].split(" ", 2) for line in lines if line[0] == "!")
    return Written(
        name,
        tuple(ledgers.split("|")),
        Sheet("名单", tuple(tuple(map(cell, row)) for row in rows), tuple(merges(rows))),
        numbers(marks, "#"),
        numbers(marks, "+"),
        tuple(frozenset(column.split("/")) for column in columns),
        tuple((int(row), field, value) for row, field, value in values),
    )


def numbers(marks: list[str], wanted: str) -> tuple[int, ...]:
    """The rows, from 1, that have this mark."""
    return tuple(at for at, mark in enumerate(marks, start=1) if mark == wanted)


def cell(text: str) -> Cell:
    """What Excel keeps of typed words: numbers become numbers, everything else stays text."""
    if text in ("", "^", "<"):
        return None
    if text.startswith("@") and text[1:].isdigit():
        return code(int(text[1:]))
    text = text.replace("\\n", "\n")
    if NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def merges(rows: list[list[str]]) -> Iterator[Merge]:
    """The merged cells that “^” and “<” draw."""
    for top, row in enumerate(rows):
        for left, text in enumerate(row):
            if text in ("^", "<"):
                continue
            right = left
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            bottom = top
            while bottom + 1 < len(rows) and left < len(rows[bottom + 1]) and rows[bottom + 1][left] == "^":
                bottom += 1
            if right > left or bottom > top:
                yield Merge(top + 1, left, bottom + 1, right)
