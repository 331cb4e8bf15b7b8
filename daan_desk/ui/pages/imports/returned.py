"""The rows that did not come in, as a small workbook with the reasons; mended, it is imported again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from daan_desk.domain.imports import Judged, Verdict
from daan_desk.domain.sheets import DataRow, Row, Sheet, Spot
from daan_desk.exchange import errors_out
from daan_desk.ui.pages.imports.study import Study

LEFT_OUT = (Verdict.REFUSED, Verdict.SKIPPED)


def write_returned(study: Study, path: Path) -> int:
    """Write title, header and the rows that were left out; answers how many."""
    sheet, spots = left_out(study)
    return errors_out.write_errors(path, sheet, spots, max(study.layout.header_rows, default=1))


def left_out(study: Study) -> tuple[Sheet, tuple[Spot, ...]]:
    """The sheet with nothing but those rows under its header, and what is wrong with them."""
    above = max(study.layout.header_rows, default=0)
    rows: list[Row] = list(study.sheet.rows[:above])
    spots: list[Spot] = []
    written: dict[int, int] = {}  # a row that gave several records is written once
    for judged, source in _rows(study):
        if judged.row not in written or not _reshaped(study):
            rows.append(_cells(study, source))
            written[judged.row] = len(rows)
        spots += _spots(study, judged, written[judged.row])
    merges = tuple(merge for merge in study.sheet.merges if merge.bottom <= above)
    return replace(study.sheet, rows=tuple(rows), merges=merges), tuple(spots)


def _rows(study: Study) -> Iterator[tuple[Judged, DataRow]]:
    plan = study.plan
    if plan:
        pairs = zip(plan.rows, study.layout.rows, strict=True)
        yield from (pair for pair in pairs if pair[0].verdict in LEFT_OUT)


def _reshaped(study: Study) -> bool:
    """Whether the records have columns that the sheet has not: a month, the place of a section."""
    return len(study.layout.sheets) == 1 and not all(header.letter for header in study.layout.headers)


def _cells(study: Study, source: DataRow) -> Row:
    """The row at the columns where it stands in the sheet, with what was mended in it."""
    headers = study.layout.headers
    own = study.sheet.rows[source.number - 1] if _reshaped(study) else ()
    cells = list[object]([*own, *[None] * (max((header.column for header in headers), default=0) + 1 - len(own))])
    for header, cell in zip(headers, source.cells, strict=True):
        if header.letter or not own:
            cells[header.column] = cell
    return tuple(cells)  # type: ignore[arg-type]


def _spots(study: Study, judged: Judged, row: int) -> list[Spot]:
    if judged.verdict is Verdict.SKIPPED:
        return [Spot(row, -1, judged.why)]
    headers = study.layout.headers
    places = {match.field: headers[match.column].column for match in study.columns if match.field}
    return [Spot(row, places.get(name, -1), why) for name, why in judged.problems.items()]
