"""The pieces of which filling an old form is made: the compound file, its texts, its formulas."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from daan_desk.domain.sheets import Merge, letter
from daan_desk.exchange.books.ole import Compound
from daan_desk.exchange.form_references import Inserted, area, copied, formula
from daan_desk.exchange.forms import fill
from daan_desk.exchange.xls_forms.container import Container, packed
from daan_desk.exchange.xls_forms.records import Record, Records
from daan_desk.exchange.xls_forms.rules import choices
from daan_desk.exchange.xls_forms.texts import blocks, counted
from daan_desk.exchange.xls_forms.tokens import Shift, relocated, shifted, sum_of, summands, unshared
from tests.exchange import files_builder
from tests.exchange.blank_forms import LEDGER, record, records
from tests.exchange.old_records import FORMS, altered, cells, looked_at, others

GROWN = Inserted("表", 3, 7, 2)
ROWS = st.integers(1, 40)
COLUMNS = st.integers(0, 255)


# -- the compound file ----------------------------------------------------------------------------------------------


def entry(name: str, kind: int, left: int, right: int, child: int) -> bytes:
    """A line of a directory; its stream is put where it belongs later."""
    words = name.encode("utf-16-le") + b"\0\0"
    return words.ljust(64, b"\0") + struct.pack("<HBB3I", len(words), kind, 1, left, right, child).ljust(64, b"\0")


def folders(workbook: bytes, macros: bytes, embedded: bytes) -> bytes:
    """A file with macros and an embedded workbook, which comes first in the directory."""
    no = 0xFFFFFFFF
    lines = [
        entry("Root Entry", 5, no, no, 4),
        entry("MBD0001", 1, no, no, 2),
        entry("Workbook", 2, no, no, no),
        entry("_VBA_PROJECT_CUR", 1, 1, no, 5),
        entry("Workbook", 2, 3, no, no),
        entry("dir", 2, no, no, no),
        bytes(68) + b"\xff" * 12 + bytes(48),
        bytes(68) + b"\xff" * 12 + bytes(48),
    ]
    header = (FORMS / "plain.xls").read_bytes()[:512]
    return packed(header, b"".join(lines), {2: embedded, 4: workbook, 5: macros})


def test_that_macros_and_embedded_workbooks_stay_and_the_right_workbook_is_filled(tmp_path: Path) -> None:
    workbook = Compound((FORMS / "plain.xls").read_bytes()).stream("Workbook")
    form = tmp_path / "a.xls"
    form.write_bytes(folders(workbook, b"Attribute VB_Name" * 400, b"another" * 30))
    place = Container(form.read_bytes()).at_root()["Workbook"]
    done = Container(form.read_bytes()).rewritten({place: workbook + workbook})
    after = Container(done)
    assert [after.content(at) for at in (2, 4, 5)] == [b"another" * 30, workbook * 2, b"Attribute VB_Name" * 400]
    assert after.directory[128:256] == Container(form.read_bytes()).directory[128:256]


@pytest.mark.parametrize("size", [0, 10, 4095, 4096, 70_000, 9_000_000])
def test_that_a_stream_of_any_size_is_found_again(size: int) -> None:
    content = (b"0123456789abcdef" * (size // 16 + 1))[:size]
    container = Container((FORMS / "card.xls").read_bytes())
    place = container.at_root()["Workbook"]
    again = Compound(container.rewritten({place: content}))
    assert again.stream("Workbook") == content
    assert again.stream("\x05SummaryInformation") == container.stream("\x05SummaryInformation")


# -- texts ----------------------------------------------------------------------------------------------------------


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=6000), max_size=8, unique=True))
def test_that_as_many_texts_are_counted_as_were_written(texts: list[str]) -> None:
    made = blocks(texts)
    assert all(len(block) <= 8224 for block in made)
    assert counted([bytes(8), *made] if made else [bytes(8)]) == len(texts)


def test_that_a_table_of_texts_that_lies_about_their_number_is_counted(tmp_path: Path) -> None:
    def edit(whole: Records, _: list[Records]) -> None:
        at = next(at for at, one in enumerate(whole) if one.kind == 0xFC)
        whole[at] = Record(0xFC, struct.pack("<II", 1, 2) + whole[at].data[8:])

    form = altered(FORMS / "plain.xls", tmp_path / "a.xls", edit)
    done = fill(form, records(2), LEDGER, tmp_path / "b.xls")
    told = CalamineWorkbook.from_path(done.file).get_sheet_by_name("附件1").to_python()
    assert [line[1] for line in told[1:4]] == ["单位名称", "示例1号有限公司", "示例2号有限公司"]


def test_that_a_form_without_any_shared_text_gets_its_table(tmp_path: Path) -> None:
    head = [files_builder.label(0, at, words) for at, words in enumerate(("企业名称", "联系人", "从业人数"))]
    form = tmp_path / "a.xls"
    form.write_bytes(files_builder.compound({"Workbook": files_builder.biff(b"".join(head))}))
    done = fill(form, records(3), LEDGER, tmp_path / "b.xls")
    told = CalamineWorkbook.from_path(done.file).get_sheet_by_name("名单").to_python()
    assert told[1:] == [[f"示例{n}号有限公司", f"李示{n}", 10 * n] for n in (1, 2, 3)]


def test_that_days_count_from_1904_where_the_form_does(tmp_path: Path) -> None:
    def edit(whole: Records, _: list[Records]) -> None:
        at = next(at for at, one in enumerate(whole) if one.kind == 0x22)
        whole[at] = Record(0x22, b"\x01\x00")

    form = altered(FORMS / "card.xls", tmp_path / "a.xls", edit)
    done = fill(form, [record(1)], LEDGER, tmp_path / "b.xls")
    founded = cells(looked_at(done.file).sheets["登记表"])[5, 1]
    assert struct.unpack("<d", founded.held)[0] == 36923 - 1462
    assert others(form) == others(done.file)


# -- formulas -------------------------------------------------------------------------------------------------------


def ref(row: int, at: int, marks: int = 0xC000) -> bytes:
    return struct.pack("<BHH", 0x44, row - 1, at | marks)


def rectangle(top: int, bottom: int, left: int, right: int) -> bytes:
    return struct.pack("<BHHHH", 0x25, top - 1, bottom - 1, left | 0xC000, right | 0xC000)


def words(tokens: bytes) -> str:
    """What the tokens of one reference say, without marks."""
    if tokens[0] == 0x44:
        row, at = struct.unpack_from("<HH", tokens, 1)
        return f"{letter(at & 0xFF)}{row + 1}"
    top, bottom, left, right = struct.unpack_from("<4H", tokens, 1)
    return f"{letter(left & 0xFF)}{top + 1}:{letter(right & 0xFF)}{bottom + 1}"


@given(ROWS, ROWS, COLUMNS, COLUMNS, st.booleans())
def test_that_tokens_follow_as_formulas_in_words_do(top: int, bottom: int, left: int, right: int, grows: bool) -> None:
    for tokens in (ref(top, left), rectangle(min(top, bottom), max(top, bottom), left, right)):
        moved = shifted(tokens, Shift(GROWN, frozenset(), grows=grows))
        assert words(moved) == area(words(tokens), GROWN, grows=grows)
        assert len(moved) == len(tokens)


@given(ROWS, COLUMNS, st.integers(1, 30))
def test_that_tokens_are_copied_as_formulas_in_words_are(row: int, at: int, down: int) -> None:
    assert words(relocated(ref(row, at), down)) == copied(words(ref(row, at)), "A1", f"A{1 + down}")
    assert relocated(ref(row, at, 0x4000), down) == ref(row, at, 0x4000)


def test_that_only_the_sheet_that_grew_is_meant() -> None:
    other, own = (struct.pack("<BHHHHH", 0x3B, link, 2, 6, 0, 0) for link in (1, 4))
    shift = Shift(GROWN, frozenset({4}), own=False)
    assert shifted(other + own, shift) == other + struct.pack("<BHHHHH", 0x3B, 4, 2, 8, 0, 0)
    assert shifted(ref(20, 0), shift) == ref(20, 0)


def test_that_whole_columns_stay_whole() -> None:
    column = struct.pack("<BHHHH", 0x25, 0, 0xFFFF, 2, 2)
    assert shifted(column, Shift(GROWN, frozenset())) == column
    assert summands(column + b"\x22\x01\x04\x00") == []


def test_that_what_counts_from_a_rules_cell_is_counted_from_where_it_stands_now() -> None:
    up = struct.pack("<BHH", 0x4C, 0xFFFF, 0xC000)  # one row above, the same column
    assert shifted(up, Shift(GROWN, frozenset(), base=20)) == up
    assert shifted(up, Shift(GROWN, frozenset(), base=7)) == struct.pack("<BHH", 0x4C, 0xFFFD, 0xC000)
    assert shifted(up, Shift(GROWN, frozenset())) == up
    fixed = struct.pack("<BHH", 0x4C, 19, 0x4000)
    assert shifted(fixed, Shift(GROWN, frozenset(), base=3)) == struct.pack("<BHH", 0x4C, 21, 0x4000)


def test_that_a_shared_formula_becomes_one_cells_own() -> None:
    shared = struct.pack("<BHHBHH", 0x4C, 0xFFFF, 0xC0FF, 0x2C, 4, 0x0002)
    assert unshared(shared, 9, 3) == struct.pack("<BHHBHH", 0x44, 8, 0xC002, 0x24, 4, 2)


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        (sum_of(2, 3, 9), [Merge(3, 2, 9, 2)]),
        (rectangle(3, 9, 2, 4) + ref(12, 1) + b"\x22\x02\x04\x00", [Merge(3, 2, 9, 4), Merge(12, 1, 12, 1)]),
        (b"\x1e\x09\x00" + rectangle(3, 9, 2, 2) + b"\x42\x02\x58\x01", [Merge(3, 2, 9, 2)]),
        (b"\x1e\x01\x00" + rectangle(3, 9, 2, 2) + b"\x42\x02\x58\x01", None),
        (rectangle(3, 9, 2, 2) + b"\x22\x01\x05\x00", None),
        (ref(3, 1) + ref(4, 1) + b"\x03", None),
        (sum_of(2, 3, 9) + ref(1, 1) + b"\x03", None),
    ],
)
def test_that_a_plain_sum_is_told_from_other_formulas(tokens: bytes, found: list[Merge] | None) -> None:
    assert summands(tokens) == found


def test_that_words_and_tokens_agree_about_the_whole_formula() -> None:
    tokens = rectangle(3, 7, 4, 4) + b"\x19\x10\x00\x00" + ref(9, 1) + b"\x03"
    moved = shifted(tokens, Shift(GROWN, frozenset()))
    assert formula("SUM(E3:E7)+B9", GROWN, sheet="表", row=12) == f"SUM({words(moved)})+{words(moved[13:])}"


def test_that_a_lists_words_are_read_where_they_stand_in_the_rule() -> None:
    rule = next(one.data for one in looked_at(FORMS / "totals.xls").sheets["汇总 表"] if one.kind == 0x1BE)
    assert choices(rule, 3, 2) == ("大型企业", "小型", "微型")
    assert choices(rule, 9, 2) is None
    assert choices(rule[:20], 3, 2) is None
