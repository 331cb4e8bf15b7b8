"""Lines that are neither header nor record: titles, units, labels, totals; and where records begin without a header."""

from __future__ import annotations

from daan_desk.exchange.shapes.views import View
from daan_desk.exchange.shapes.words import ATTACHMENT, NOTE, ORGANISATION, UNIT_LINE, bare, is_total

MOST_NAME_ONE, LATEST = 0.6, 6


def is_line_of_title(view: View, row: int) -> bool:
    """One cell over the whole width, a unit line, a line of labels, a total."""
    filled = view.filled(row)
    column, cell = filled[0]
    merge = view.merge(row, column)
    if len(filled) == 1 and merge is not None and merge.right - merge.left >= 2:
        return True
    texts = [bare(value) for _, value in filled if isinstance(value, str)]
    if len(filled) == 1 and texts and ATTACHMENT.fullmatch(texts[0]):
        return True
    if any(UNIT_LINE.search(text) for text in texts) and len(filled) <= 4:
        return True
    if isinstance(cell, str) and NOTE.match(bare(cell)) and len(filled) <= 4:
        return True
    return any(is_total(text) for text in texts[:2])


def is_label(text: str) -> bool:
    before, colon, after = text.partition(":")
    return bool(colon) and bool(after) and len(before) <= 8 and "(" not in before


def first_record(view: View) -> int:
    """Without a header: the first row that reads like a record, after lines of title.

    In a list of organisations a line above that names none is a title too.
    """
    likely = [row for row in view.top if not is_line_of_title(view, row)] or [view.top[0]]
    naming = [row for row in likely if _names_one(view, row)]
    if len(naming) >= MOST_NAME_ONE * len(likely) and likely.index(naming[0]) < LATEST:
        return naming[0]
    return likely[0]


def _names_one(view: View, row: int) -> bool:
    """Whether a row has an organisation's name; a line of labels (填报单位：某公司) has none."""
    texts = [bare(cell) for _, cell in view.filled(row) if isinstance(cell, str)]
    return any(ORGANISATION.search(text) and not is_label(text) for text in texts)
