"""Sheets that are filled in for one enterprise: a label, and its value to the right or below."""

from __future__ import annotations

from daan_desk.domain.sheets import Cell
from daan_desk.exchange.shapes.views import View, is_heading
from daan_desk.exchange.shapes.words import bare

ROWS_ENOUGH, SHARE_ENOUGH, LONGEST_LABEL = 3, 0.6, 16


def is_form(view: View) -> bool:
    """Whether most rows, the first among them, pair labels with values (or with room for them)."""
    paired = [_is_paired(view, row) for row in view.top if len(view.filled(row)) >= 2]
    if not paired or not paired[0]:
        return False
    return sum(paired) >= ROWS_ENOUGH and sum(paired) >= SHARE_ENOUGH * len(paired)


def _is_paired(view: View, row: int) -> bool:
    filled = view.filled(row)
    labels = [_is_label(cell) for _, cell in filled]
    if not labels[0]:
        return False
    if all(labels):
        return all(_room_after(view, row, column) for column, _ in filled[:-1])
    return all(label == (at % 2 == 0) for at, label in enumerate(labels))


def _is_label(cell: Cell) -> bool:
    return is_heading(cell) and len(bare(str(cell))) <= LONGEST_LABEL


def _room_after(view: View, row: int, column: int) -> bool:
    """Whether the next place is empty, so that a value can be written there."""
    merge = view.merge(row, column)
    following = (merge.right if merge else column) + 1
    if view.shown(row, following) is not None:
        return False
    return view.merge(row, following) is not None or any(at > following for at, _ in view.filled(row))
