"""Sheets of an .xlsx or .xlsm: looked through first, then read fast where that is safe, else cell by cell."""

from __future__ import annotations

from dataclasses import replace

from daan_desk.domain.sheets import Row, Sheet, Spot
from daan_desk.exchange.books import fast
from daan_desk.exchange.books.archive import Archive
from daan_desk.exchange.books.ooxml_book import Plan, plan, styles
from daan_desk.exchange.books.ooxml_cells import carefully
from daan_desk.exchange.books.prescan import Findings, prescan
from daan_desk.exchange.books.xml_events import refuse_declarations

Read = tuple[tuple[Sheet, ...], tuple[str, ...]]
REPAIRED = "文件有一部分损坏，已尽量读出，请核对"


def sheets(archive: Archive, data: bytes, careful: bool = False) -> Read:
    """The sheets, and what an officer should know; careful: never use the fast reader."""
    made = plan(archive)
    refuse_declarations(archive.read("xl/sharedStrings.xml"))
    if careful:
        return carefully(archive, made), tuple(made.warnings)
    shows = styles(archive)
    found = [prescan(archive.read(part.path), shows, made.since_1904) for part in made.parts]
    names = {part.name for part in made.parts}
    if all(findings.plain for findings in found) and len(names) == len(found):
        read = _fast(data, made, found)
        if read is not None:
            return read, tuple(made.warnings)
        made.warnings.append(REPAIRED)
    return carefully(archive, made), tuple(made.warnings)


def _fast(data: bytes, made: Plan, found: list[Findings]) -> tuple[Sheet, ...] | None:
    """None where the fast reader fails on any sheet: then the careful one takes the whole file."""
    try:
        book = fast.Workbook(data)
        read = [book.sheet(part.name) for part in made.parts]
    except fast.Failed:
        return None
    return tuple(
        _completed(sheet, findings, part.hidden) for sheet, findings, part in zip(read, found, made.parts, strict=True)
    )


def _completed(sheet: Sheet, findings: Findings, hidden: bool) -> Sheet:
    return replace(
        sheet,
        rows=_without(sheet.rows, findings.oddities),
        merges=tuple(findings.merges),
        hidden_rows=frozenset(findings.hidden_rows),
        hidden_columns=frozenset(findings.hidden_columns),
        hidden=hidden,
        errors=tuple(findings.errors),
        unvalued=tuple(findings.unvalued),
        oddities=tuple(findings.oddities),
    )


def _without(rows: tuple[Row, ...], spots: list[Spot]) -> tuple[Row, ...]:
    """The rows with these cells emptied."""
    if not spots:
        return rows
    changed = list(rows)
    for spot in spots:
        row = rows[spot.row - 1] if spot.row <= len(rows) else ()
        if spot.column < len(row):
            line = list(changed[spot.row - 1])
            line[spot.column] = None
            changed[spot.row - 1] = tuple(line)
    return tuple(changed)
