"""What an officer should know about single cells and rows of a sheet before they are taken over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from daan_desk.domain.sheets import Sheet, Spot

Remark = tuple[int, str]
MOST = 500


def of(sheet: Sheet, records: Sequence[int], more: Sequence[Remark] = ()) -> tuple[Remark, ...]:
    """Remarks by row; row 0 speaks of the sheet as a whole. more: what was found to say already."""
    found = [
        *more,
        *((0, warning) for warning in sheet.warnings),
        *_spots(sheet.errors, "是错误值 {text}，按空白处理"),
        *_spots(sheet.unvalued, "的公式没有计算结果，按空白处理；在 Excel 中打开并保存一次即可"),
        *_spots(sheet.oddities, "的{text}，按空白处理"),
        *((row, "这一行在表中是隐藏的，也读入了") for row in records if row in sheet.hidden_rows),
    ]
    if len(found) <= MOST:
        return tuple(sorted(found))
    return (*sorted(found[:MOST]), (0, f"另有 {len(found) - MOST} 条提示没有列出"))


def _spots(spots: Iterable[Spot], words: str) -> Iterable[Remark]:
    return ((spot.row, f"{spot.name} {words.format(text=spot.text)}") for spot in spots)
