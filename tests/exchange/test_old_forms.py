"""Forms of Excel 97 to 2003 and WPS are filled as those of today, and nothing in them but what was filled is new."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from daan_desk.domain.sheets import Merge
from daan_desk.exchange.form_references import Inserted
from daan_desk.exchange.forms import Filled, fill, plan_fill
from daan_desk.exchange.xls_forms.tokens import summands
from tests.exchange import old_records
from tests.exchange.blank_forms import ALL, LEDGER, record, records
from tests.exchange.old_records import BLANK, FORMS, FORMULA, areas, around, cells, heights, looked_at, tokens
from tests.exchange.test_forms import GROWTH

Make = Callable[[Path], Path]
# What follows when rows are put in: merges, rules, looks, remarks, pictures, breaks, links, and ranges of charts.
FOLLOWING = {0xE5, 0x1BE, 0x1B0, 0x1B1, 0x1C, 0xEC, 0x1B, 0x1B8, 0x1051}
NAME, SST, CONTINUE, BOUNDSHEET = 0x18, 0xFC, 0x3C, 0x85


def filled(name: str, folder: Path, count: int = 4) -> tuple[Path, Filled]:
    """A blank old form and what became of it."""
    form = FORMS / f"{name}.xls"
    return form, fill(form, records(count), LEDGER, folder / "已填.xls")


def values(path: Path, sheet: str) -> list[list[Any]]:
    return [
        list(row) for row in CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    ]


def growth(name: str) -> Inserted:
    """Where the form grows when four records are filled in."""
    return Inserted(*GROWTH[name]) if name in GROWTH else Inserted("名单", 3, 6, 0)


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
@pytest.mark.parametrize("count", [0, 4, 9])
def test_that_an_old_form_is_filled_like_the_same_form_of_today(make: Make, count: int, tmp_path: Path) -> None:
    new = fill(make(tmp_path / "a.xlsx"), records(count), LEDGER, tmp_path / "b.xlsx")
    _, old = filled(make.__name__, tmp_path, count)
    assert (old.sheet, old.rows, old.columns, old.unknown) == (new.sheet, new.rows, new.columns, new.unknown)
    both = [CalamineWorkbook.from_path(done.file) for done in (old, new)]
    assert both[0].sheet_names == both[1].sheet_names
    merges = [sorted(book.get_sheet_by_name(old.sheet).merged_cell_ranges or ()) for book in both]
    assert merges[0] == merges[1]
    one, other = (values(done.file, old.sheet) for done in (old, new))
    for row in (0, *range(max(len(one), len(other)))):
        told = [[cell for cell in lines[row] if cell != ""] if row < len(lines) else [] for lines in (one, other)]
        assert told[0] == told[1]


@pytest.mark.parametrize("name", [*GROWTH, "xlwt"])
def test_that_every_record_that_is_not_concerned_is_byte_for_byte_the_same(name: str, tmp_path: Path) -> None:
    form, done = filled(name, tmp_path)
    before, after, grown = looked_at(form), looked_at(done.file), growth(name)
    assert old_records.others(form) == old_records.others(done.file)
    following = {BOUNDSHEET, SST, CONTINUE} | ({NAME} if grown.count else set())
    of_copies = {NAME, 0xEB, 0x13D, 0x1AE, 0x17} if name == "card" else set()
    kept = [one for one in before.whole if one.kind not in following | of_copies]
    assert kept == [one for one in after.whole if one.kind not in following | of_copies]
    for sheet, was in before.sheets.items():
        now = after.sheets[sheet]
        moving = FOLLOWING if grown.count and sheet == grown.sheet else set()
        assert [o for o in around(was) if o.kind not in moving] == [o for o in around(now) if o.kind not in moving]
        assert [o.kind for o in around(was)] == [o.kind for o in around(now)]


@pytest.mark.parametrize("name", [*GROWTH, "xlwt"])
def test_that_every_cell_keeps_its_looks_and_its_words_and_every_row_its_height(name: str, tmp_path: Path) -> None:
    form, done = filled(name, tmp_path)
    grown = growth(name)
    for sheet, was in looked_at(form).sheets.items():
        now = looked_at(done.file).sheets[sheet]
        moved = grown if sheet == grown.sheet else Inserted(sheet, 0, 0, 0)
        found, measures = cells(now), heights(now)
        for (row, at), cell in cells(was).items():
            new = found[moved.row(row + 1) - 1, at]
            assert new.style == cell.style
            assert cell.kind in (BLANK, FORMULA) or new == cell
            assert (new.kind == FORMULA) == (cell.kind == FORMULA) or cell.kind == BLANK
        for row, height in heights(was).items():
            assert measures[moved.row(row + 1) - 1] == height
        for row in range(grown.last + 1, grown.last + grown.count + 1) if sheet == grown.sheet else ():
            step = 2 if name == "tall" else 1
            like = grown.last - step + 1 + (row - grown.last - 1) % step - 1
            assert measures[row - 1] == heights(was)[like]
            assert {at: c.style for (r, at), c in found.items() if r == row - 1} == {
                at: c.style for (r, at), c in cells(was).items() if r == like
            }


def test_that_a_form_filled_with_nothing_says_what_the_form_said(tmp_path: Path) -> None:
    form, done = filled("totals", tmp_path, 0)
    before, after = looked_at(form), looked_at(done.file)
    assert cells(after.sheets["汇总 表"]).keys() == cells(before.sheets["汇总 表"]).keys()
    assert [one for one in before.whole if one.kind != BOUNDSHEET] == [
        one for one in after.whole if one.kind != BOUNDSHEET
    ]


def test_that_the_plan_of_an_old_form_says_what_filling_will_do() -> None:
    plan = plan_fill(FORMS / "plain.xls", LEDGER)
    assert (plan.sheet, plan.lines, plan.unknown) == ("附件1", 5, ("主导产业链环节",))
    assert "规上企业情况统计表" in plan.titles


def test_that_sums_grow_and_carry_their_values(tmp_path: Path) -> None:
    _, done = filled("totals", tmp_path, 5)
    sheet = looked_at(done.file).sheets["汇总 表"]
    sums = [cells(sheet)[7, at] for at in (3, 4)]
    assert [summands(tokens(one)) for one in sums] == [[Merge(3, 3, 7, 3)], [Merge(3, 4, 7, 4)]]
    assert [old_records.result(one) for one in sums] == [150, 1507.5]
    assert values(done.file, "汇总 表")[7] == ["合计", "", "", 150, 1507.5]


def test_that_rules_looks_names_and_other_sheets_follow(tmp_path: Path) -> None:
    _, done = filled("totals", tmp_path, 5)
    book = looked_at(done.file)
    sheet = book.sheets["汇总 表"]
    assert areas(sheet, old_records.MERGES) == [(0, 0, 0, 4), (7, 7, 0, 2), (9, 9, 0, 1)]
    assert areas(sheet, 0x1B0, 12) == [(2, 6, 4, 4)]
    assert sheet_rule(sheet) == (2, 6, 2, 2)
    names = [one.data for one in book.whole if one.kind == NAME]
    assert {struct.unpack_from("<HH", data, len(data) - 8) for data in names} == {(2, 6), (0, 9), (0, 1), (1, 6)}
    told = cells(book.sheets["数据"])
    assert struct.unpack_from("<H", tokens(told[0, 1]), 3) == (7,)
    assert struct.unpack_from("<HH", tokens(told[1, 1]), 3) == (2, 6)
    assert struct.unpack_from("<H", tokens(told[2, 1]), 1) == (4,)
    assert CalamineWorkbook.from_path(done.file).sheets_metadata[2].visible == SheetVisibleEnum.Hidden


def sheet_rule(sheet: list[old_records.One]) -> tuple[int, ...]:
    """The range of a sheet's only rule for typing."""
    found = next(one.data for one in sheet if one.kind == 0x1BE)
    return struct.unpack_from("<4H", found, len(found) - 8)


def test_that_everything_that_hangs_below_the_lines_goes_down(tmp_path: Path) -> None:
    form, done = filled("every", tmp_path, 7)
    was, now = (looked_at(path).sheets["附件 3"] for path in (form, done.file))

    def rows_of(records_: list[old_records.One], kind: int, at: int = 0) -> list[int]:
        return [struct.unpack_from("<H", one.data, at)[0] for one in records_ if one.kind == kind]

    assert sorted(rows_of(was, 0x1C)) == [3, 12]
    assert sorted(rows_of(now, 0x1C)) == [3, 15]  # remarks
    assert [row + 3 for row in rows_of(was, 0x1B8)] == rows_of(now, 0x1B8)  # links
    assert [row + 3 for row in rows_of(was, 0x1B, 2)] == rows_of(now, 0x1B, 2)  # page breaks
    tops = [anchors(sheet) for sheet in (was, now)]
    assert len(tops[0]) >= 4
    assert tops[1] == [(top + 3 if top >= 9 else top, bottom + 3 if bottom >= 9 else bottom) for top, bottom in tops[0]]
    charts = [struct.unpack_from("<HH", one.data, 11) for one in now if one.kind == 0x1051 and len(one.data) == 19]
    assert charts
    assert set(charts) == {(5, 11)}


def anchors(sheet: list[old_records.One]) -> list[tuple[int, int]]:
    """The first and the last row of everything that is drawn on a sheet."""
    drawing, found, depth = b"", [], 0
    for one in sheet:
        depth += {0x809: 1, 0x0A: -1}.get(one.kind, 0)
        drawing += one.data if one.kind == 0xEC and depth == 1 else b""
    at = drawing.find(b"\x00\x00\x10\xf0\x12\x00\x00\x00")
    while at >= 0:
        found.append((struct.unpack_from("<H", drawing, at + 14)[0], struct.unpack_from("<H", drawing, at + 22)[0]))
        at = drawing.find(b"\x00\x00\x10\xf0\x12\x00\x00\x00", at + 1)
    return found


def test_that_lines_that_share_a_formula_get_their_own(tmp_path: Path) -> None:
    form, done = filled("on_top", tmp_path)
    assert any(one.kind == 0x4BC for one in looked_at(form).sheets["表"])
    sheet = looked_at(done.file).sheets["表"]
    assert not any(one.kind == 0x4BC for one in sheet)
    for row in range(1, 6):
        assert tokens(cells(sheet)[row, 3]) == struct.pack("<BHHBHHB", 0x44, row, 0xC002, 0x44, row, 0xC001, 0x06)
    assert summands(tokens(cells(sheet)[1, 1])) == [Merge(3, 1, 6, 1)]
    assert old_records.result(cells(sheet)[1, 1]) == 100


def test_that_formulas_that_nobody_calculated_are_empty_and_calculated_when_opened(tmp_path: Path) -> None:
    _, done = filled("every", tmp_path, 7)
    book = looked_at(done.file)
    sheet = book.sheets["附件 3"]
    average = cells(sheet)[13, 3]
    assert (old_records.result(average), average.held[0], average.held[8] & 2) == (None, 3, 2)
    assert not any(one.kind == 0x207 for one in sheet)  # the words that a formula came to in the blank form
    assert [records_[1].kind == 0x5E for records_ in book.sheets.values()] == [True, False, True]


def test_that_one_enterprise_a_sheet_has_its_own_remarks_and_print_area(tmp_path: Path) -> None:
    _, done = filled("card", tmp_path, 3)
    book = looked_at(done.file)
    assert list(book.sheets) == ["登记表", "示例2号有限公司", "示例3号有限公司"]
    assert [values(done.file, name)[1][1] for name in book.sheets] == [f"示例{n}号有限公司" for n in (1, 2, 3)]
    ids = [shape_numbers(sheet) for sheet in book.sheets.values()]
    assert [len(one) for one in ids] == [2, 2, 2]
    assert len({number for one in ids for number in one}) == 6
    local = [one.data for one in book.whole if one.kind == NAME and struct.unpack_from("<H", one.data, 8)[0]]
    assert sorted(struct.unpack_from("<H", data, 8)[0] for data in local) == [1, 1, 2, 2, 3, 3]
    links = next(one.data for one in book.whole if one.kind == 0x17)
    meant = [struct.unpack_from("<3H", links, 2 + 6 * at) for at in range(struct.unpack_from("<H", links)[0])]
    assert {meant[struct.unpack_from("<H", data, len(data) - 10)[0]][1] + 1 for data in local} == {1, 2, 3}
    assert next(one.data for one in book.whole if one.kind == 0x1AE)[0] == 3
    chosen = [next(one.data[1] & 6 for one in sheet if one.kind == 0x23E) for sheet in book.sheets.values()]
    assert chosen[1:] == [0, 0]


def shape_numbers(sheet: list[old_records.One]) -> list[int]:
    """The numbers of everything that is drawn on a sheet."""
    drawing = b"".join(one.data for one in sheet if one.kind == 0xEC)
    starts = [at for at in range(len(drawing) - 8) if drawing[at + 2 : at + 8] == b"\x0a\xf0\x08\x00\x00\x00"]
    return [struct.unpack_from("<I", drawing, at + 8)[0] for at in starts]


def test_that_an_et_of_wps_comes_out_as_an_et(tmp_path: Path) -> None:
    form = Path(shutil.copy(FORMS / "xlwt.xls", tmp_path / "名单.et"))
    done = fill(form, records(6), LEDGER, tmp_path / "已填.et")
    assert done.file.suffix == ".et"
    lines = values(done.file, "名单")
    assert [line[1] for line in lines[2:8]] == [f"示例{number}号有限公司" for number in range(1, 7)]
    assert lines[8][4:6] == [210, 2110.5]


@pytest.mark.parametrize(
    "words", ['=HYPERLINK("http://x")', "甲" * 300, "企业🏭" * 20, "é" * 9000, "长" * 20_000, "尾\x00\x07巴", "'前"]
)
def test_that_any_text_arrives_as_it_is(words: str, tmp_path: Path) -> None:
    many = [record(number, notes=f"{words}{number}") for number in range(1, 8)]
    done = fill(FORMS / "plain.xls", many, LEDGER, tmp_path / "b.xls")
    notes = [line[5] for line in values(done.file, "附件1")[2:9]]
    assert notes == [f"{words}{number}".replace("\x00", "").replace("\x07", "") for number in range(1, 8)]


def test_that_the_same_words_are_kept_once(tmp_path: Path) -> None:
    _, done = filled("grouped", tmp_path, 25)
    table = next(one.data for one in looked_at(done.file).whole if one.kind == SST)
    used, known = struct.unpack_from("<II", table)
    assert used - known >= 24 * 2  # the town and the size of 25 enterprises


def test_that_many_records_make_many_rows(tmp_path: Path) -> None:
    done = fill(
        FORMS / "grouped.xls",
        [record(1, name=f"企业{n}", founded=None) for n in range(3000)],
        LEDGER,
        tmp_path / "b.xls",
    )
    lines = values(done.file, "名单")
    assert [line[2] for line in lines[3:3003]] == [f"企业{n}" for n in range(3000)]
    assert [line[0] for line in lines[3:3003]] == list(range(1, 3001))
    assert lines[3003][0] == "填报单位："
