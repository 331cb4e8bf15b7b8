"""Builders of made-up layouts, as the reading of a workbook answers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from daan_desk.domain.credit_code import check_sign, organisation_sign
from daan_desk.domain.sheets import Cell, DataRow, Header, Layout, Role, letter


def layout(headers: str | Sequence[str], *rows: Sequence[Cell], **more: Any) -> Layout:
    """A layout with these header words (blanks between them in a string) and rows; the first record is in row 2."""
    words = headers.split() if isinstance(headers, str) else headers
    told: dict[str, Any] = {"sheet": "Sheet1", "role": Role.ROSTER, "header_rows": (1,), **more}
    return Layout(
        headers=tuple(Header(at, letter(at), word, word) for at, word in enumerate(words)),
        rows=tuple(DataRow(at, tuple(row), told["sheet"]) for at, row in enumerate(rows, 2)),
        **told,
    )


def code(number: int) -> str:
    """The right credit code of a made-up enterprise."""
    sixteen = f"91510304MA{number:06d}"
    seventeen = sixteen + organisation_sign(sixteen)
    return seventeen + check_sign(seventeen)
