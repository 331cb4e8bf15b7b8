"""The same sheet back, with the reason in red beside what an import refused or left out; mended, it comes in again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from daan_desk.domain.failures import Rejected
from daan_desk.domain.sheets import Cell, Sheet, Spot
from daan_desk.exchange.targets import beside, refuse_folder

REASON = "导入问题（改好后这一列可以留着，导入时会略过）"
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
FORMATS: Mapping[str, dict[str, object]] = {
    "plain": {"valign": "top"},
    "wrong": {"valign": "top", "bg_color": "#FDE7E9", "font_color": "#B3261E"},
    "reason": {"valign": "top", "text_wrap": True, "font_color": "#B3261E"},
    "head": {"bold": True, "font_color": "#B3261E", "text_wrap": True},
    "day": {"valign": "top", "num_format": "yyyy-mm-dd"},
    "moment": {"valign": "top", "num_format": "yyyy-mm-dd hh:mm"},
}


def refuse_place(path: Path, roster: Path) -> None:
    """Refuse before anything is imported a place that cannot take the reasons, above all the roster itself."""
    if path.suffix.lower() != ".xlsx":
        raise Rejected(f"用法：错误清单要写成 .xlsx 文件，不能写成“{path.name}”。")
    refuse_folder(path)
    if path.exists() and path.samefile(roster):
        raise Rejected(f"用法：错误清单不能写在原来的“{path.name}”上，请换一个文件名。")


def write_errors(path: Path, sheet: Sheet, spots: Sequence[Spot], header_row: int = 1) -> int:
    """Write the sheet's values to an .xlsx file with the reasons; answers how many rows have one.

    spots: row and column (−1 for the row as a whole) with the sentence. header_row: where the reasons' column is named.
    """
    import xlsxwriter  # takes its time to import; only who has errors to write waits for it

    with beside(path) as draft:
        return _written(xlsxwriter.Workbook(str(draft), OPTIONS), sheet, spots, header_row)


def _written(book: Any, sheet: Sheet, spots: Sequence[Spot], header_row: int) -> int:
    from xlsxwriter.exceptions import FileCreateError

    formats = {name: book.add_format(dict(described)) for name, described in FORMATS.items()}
    page = book.add_worksheet(sheet.name[:31] or None)
    _cells(page, sheet, {(spot.row, spot.column) for spot in spots}, formats)
    _merges(page, sheet, header_row, formats)
    reasons = by_row(spots)
    _reasons(page, max((len(row) for row in sheet.rows), default=0), {header_row: [REASON], **reasons}, formats)
    page.freeze_panes(max(header_row, 1), 0)
    try:
        book.close()
    except FileCreateError as why:  # what the disk said, in the library's wrapping
        raise (why.args[0] if why.args and isinstance(why.args[0], OSError) else OSError()) from why
    return len(reasons)


def _reasons(page: Any, width: int, reasons: Mapping[int, Sequence[str]], formats: Mapping[str, Any]) -> None:
    """A last column that says why, row by row."""
    for row, sentences in reasons.items():
        style = formats["head" if sentences == [REASON] else "reason"]
        page.write_string(max(row, 1) - 1, width, "\n".join(sentences), style)
    page.set_column(0, max(width - 1, 0), 16)
    page.set_column(width, width, 60)


def by_row(spots: Sequence[Spot]) -> dict[int, list[str]]:
    """The sentences of every row, each once."""
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for spot in spots:
        if spot.row > 0:
            found[spot.row][spot.text] = None
    return {row: list(sentences) for row, sentences in sorted(found.items())}


def _cells(page: Any, sheet: Sheet, wrong: set[tuple[int, int]], formats: Mapping[str, Any]) -> None:
    for at, row in enumerate(sheet.rows):
        for place, cell in enumerate(row):
            bad = (at + 1, place) in wrong
            if cell is not None:
                _write(page, (at, place), cell, formats, bad)
            elif bad:
                page.write_blank(at, place, None, formats["wrong"])


def _write(page: Any, place: tuple[int, int], cell: Cell, formats: Mapping[str, Any], bad: bool) -> None:
    """Text stays text, numbers and days keep their type."""
    for kinds, write, name in writers(page):
        if isinstance(cell, kinds):
            write(*place, cell, formats["wrong" if bad and name == "plain" else name])
            return
    page.write_string(*place, str(cell), formats["wrong" if bad else "plain"])


def writers(page: Any) -> tuple[tuple[type | tuple[type, ...], Callable[..., object], str], ...]:
    """Which method writes which kind of cell; the first that fits."""
    return (
        (bool, page.write_boolean, "plain"),
        ((int, float), page.write_number, "plain"),
        (datetime, page.write_datetime, "moment"),
        (date, page.write_datetime, "day"),
        ((time, timedelta), page.write_datetime, "moment"),
    )


def _merges(page: Any, sheet: Sheet, header_row: int, formats: Mapping[str, Any]) -> None:
    """The merged cells of title and header, without which the header would not be found again."""
    for merge in sheet.merges:
        if merge.bottom <= header_row:
            page.merge_range(merge.top - 1, merge.left, merge.bottom - 1, merge.right, "", formats["plain"])
            value = sheet.cell(merge.top, merge.left)
            if value is not None:
                _write(page, (merge.top - 1, merge.left), value, formats, bad=False)
