"""Rows on the clipboard as Excel takes them: tab-separated text, and an HTML table whose texts stay texts."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from PySide6.QtCore import QMimeData

from daan_desk.domain.tables import Column, Table

TEXT_CELL = "mso-number-format:'\\@'"  # Excel's own style: without it 000123 turns into 123 and a code into 9.1E+17
ONE_LINE = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def shown(column: Column, value: object) -> str:
    """The words of one cell, as on the screen."""
    return column.kind.show(value)


def tsv(table: Table) -> str:
    """Header and rows, tabs between cells; numbers exact and without thousands commas, so that they stay numbers."""
    lines = ["\t".join(column.label for column in table.columns)]
    lines += ["\t".join(_plain(c, v) for c, v in zip(table.columns, row, strict=True)) for row in table.rows]
    return "\n".join(lines)


def html(table: Table) -> str:
    """The same as an HTML table; cells of a text kind are marked as text."""
    head = "".join(f"<th>{escape(column.label)}</th>" for column in table.columns)
    rows = "".join(
        f"<tr>{''.join(_cell(c, v) for c, v in zip(table.columns, row, strict=True))}</tr>" for row in table.rows
    )
    return f'<html><head><meta charset="utf-8"></head><body><table><tr>{head}</tr>{rows}</table></body></html>'


def as_mime(table: Table) -> QMimeData:
    """Both forms together; the program that pastes takes the better one."""
    data = QMimeData()
    data.setText(tsv(table))
    data.setHtml(html(table))
    return data


def _is_number(column: Column) -> bool:
    return column.kind.storage in ("integer", "fixed")


def _plain(column: Column, value: object) -> str:
    if isinstance(value, int | Decimal) and _is_number(column):
        exact = format(value, "f")
        return exact.rstrip("0").rstrip(".") if "." in exact else exact
    return shown(column, value).translate(ONE_LINE)


def _cell(column: Column, value: object) -> str:
    text = _plain(column, value) if _is_number(column) else shown(column, value)
    words = escape(text).replace("\n", "<br>")
    if _is_number(column) or column.kind.storage == "day":
        return f"<td>{words}</td>"
    return f'<td style="{TEXT_CELL}">{words}</td>'
