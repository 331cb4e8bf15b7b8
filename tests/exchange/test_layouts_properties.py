"""Whatever shape a roster has, its header, its records and its unit are found as they are."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from daan_desk.exchange.layouts import layout
from tests.exchange.sheets_builder import SHAPES, Shape, made


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SHAPES)
def test_that_a_roster_of_any_shape_is_understood(shape: Shape) -> None:
    truth = made(shape)
    found = layout(truth.sheet)
    assert found.header_rows == truth.header_rows
    assert [row.number for row in found.rows] == list(truth.records)
    assert list(found.title_rows) == truth.title_rows
    assert (found.unit, found.year) == (truth.unit, truth.year)


@settings(max_examples=80, deadline=None)
@given(SHAPES)
def test_that_every_record_has_its_own_cells_and_its_group(shape: Shape) -> None:
    truth = made(shape)
    found = layout(truth.sheet)
    for row in found.rows:
        cells = dict(zip((header.column for header in found.headers), row.cells, strict=True))
        assert [cells.get(at) for at in range(10)] == truth.records[row.number]


@settings(max_examples=80, deadline=None)
@given(SHAPES)
def test_that_every_filled_row_is_title_header_record_or_skipped_with_a_reason(shape: Shape) -> None:
    truth = made(shape)
    found = layout(truth.sheet)
    told = {*found.title_rows, *found.header_rows, *(row.number for row in found.rows), *(g.row for g in found.skipped)}
    filled = {at for at, row in enumerate(truth.sheet.rows, 1) if any(cell is not None for cell in row)}
    assert filled <= told
    assert all(gone.why for gone in found.skipped)
