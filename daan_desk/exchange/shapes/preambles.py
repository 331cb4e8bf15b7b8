"""Rows between the header and the first record that speak about the columns: numbers, instructions, examples, codes."""

from __future__ import annotations

from collections.abc import Mapping

from daan_desk.domain.sheets import Cell
from daan_desk.exchange.shapes.blocks import is_column_numbers
from daan_desk.exchange.shapes.views import View
from daan_desk.exchange.shapes.words import DATABASE_NAME, EXAMPLE, INSTRUCTION, bare


def why_near_header(view: View, row: int, own: list[tuple[int, Cell]], words: Mapping[int, str]) -> str | None:
    """Why a row close under the header is no record, None where it may be one. words: the header's, by column."""
    texts = [bare(cell) for _, cell in own if isinstance(cell, str)]
    if is_column_numbers(view, row) and len(own) >= 0.6 * len(words or own):
        return "栏号行"
    if any(EXAMPLE.search(text) for text in texts):
        return "示例行"
    if sum(bool(INSTRUCTION.search(text)) for text in texts) >= max(1, 0.4 * len(own)):
        return "填写说明"
    codes = sum(bool(DATABASE_NAME.fullmatch(text)) for text in texts)
    if len(texts) >= 3 and codes >= 0.9 * len(own) and not all(text.isascii() for text in words.values()):
        return "字段代码行"
    return None
