"""The map from glyphs to characters is mended entry by entry."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from daan_desk.ui.kit.pdf_text import mended_map, spelling

HEAD = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"


def kangxi(found: str) -> str:
    return {"\u2f64": "用", "\u2f54": "水", "\t": " "}.get(found, found)


def test_that_lists_single_codes_and_ranges_are_mended() -> None:
    source = HEAD + "<0000> <0000> <0000>\n<0001> <0002> [<2F64> <0041> ]\n<0003> <0003> <2F54>"
    mended = mended_map(source, kangxi)
    assert "<0001> <0002> [<7528> <0041>]" in mended
    assert "<0003> <0003> [<6C34>]" in mended
    assert "<0000> <0000> [<0000>]" in mended


def test_that_a_range_is_written_out() -> None:
    assert "<0004> <0006> [<0041> <0042> <0043>]" in mended_map(HEAD + "<0004> <0006> <0041>", kangxi)


def test_that_characters_beyond_the_first_plane_stay_whole() -> None:
    assert "[<D840DC00>]" in mended_map(HEAD + "<0001> <0001> [<D840DC00> ]", kangxi)


def test_that_the_code_space_is_left_alone() -> None:
    assert mended_map(HEAD, kangxi) == HEAD


def test_that_a_radical_means_the_character_that_was_written(qapp: QApplication) -> None:
    meant = spelling([("用水见龙 厂", QFont("Noto Sans CJK SC"))])
    assert [meant(found) for found in "\u2f64\u2f54\u2ec5\u2ef0\u2f1a\t"] == list("用水见龙厂 ")


def test_that_a_radical_nobody_wrote_becomes_its_ordinary_form(qapp: QApplication) -> None:
    assert spelling([])("\u2f64") == "用"


def test_that_a_radical_that_was_really_written_stays(qapp: QApplication) -> None:
    assert spelling([("\u2f64", QFont("Noto Sans CJK SC"))])("\u2f64") == "\u2f64"
