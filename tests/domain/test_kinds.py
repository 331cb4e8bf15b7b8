"""Words, choices, yes and no."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import Linked, LinkTo, LongText, Name, OneOf, Text, YesNo
from daan_desk.domain.words import closed, lost_digits, plain

LEVELS = OneOf(("国家", "省", "市", "区"))
KINDS = OneOf(("专精特新", "专精特新“小巨人”"), setting="qualification_kinds")
SIZES = OneOf(("大型", "中型", "小型", "微型"), aliases=(("规上", "中型"),))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (None, ""),
        (" \u00a0a\u200b ", "a"),
        ("a\r\nb", "a\nb"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (date(2024, 5, 3), "2024-05-03"),
        (datetime.fromisoformat("2024-05-03T14:30"), "2024-05-03 14:30"),
        ("\ufeff企业\x07", "企业"),
    ],
)
def test_that_a_raw_value_becomes_plain_text(raw: object, expected: str) -> None:
    assert plain(raw) == expected


def test_that_leading_zeros_stay() -> None:
    assert Text().read("000552").value == "000552"


def test_that_a_line_break_in_one_line_of_words_becomes_a_blank() -> None:
    assert Text().read("大安街道\n12 号").value == "大安街道 12 号"
    assert LongText().read("一\n二").value == "一\n二"


def test_that_the_blanks_inside_a_name_are_closed_but_not_those_of_foreign_words() -> None:
    assert Name().read("华　夏 阀门（集团）").value == "华夏阀门（集团）"
    assert Name().read("ABB Daan Ltd").value == "ABB Daan Ltd"
    assert closed("张 三") == "张三"


def test_that_a_long_number_says_that_its_end_may_be_wrong() -> None:
    assert "15 位" in Text().read(1234567890123456789.0).remark
    assert lost_digits("1.23E+15", "1.23E+15")
    assert not lost_digits(13812345678.0, "13812345678")


def test_that_too_many_words_are_refused_with_both_lengths() -> None:
    with pytest.raises(Rejected, match=r"最多 3 .* 4"):
        Text(3).read("一二三四")


@pytest.mark.parametrize("word", ["#N/A", "#REF!", "#DIV/0!"])
def test_that_the_error_of_a_formula_is_refused(word: str) -> None:
    for kind in (Text(), LongText(), LEVELS, YesNo(), LinkTo("towns")):
        with pytest.raises(Rejected, match="公式错误"):
            kind.read(word)


@pytest.mark.parametrize(
    ("raw", "expected"), [("省级", "省"), ("国家级", "国家"), ("市", "市"), (" 区 级", "区"), ("/", None)]
)
def test_that_a_choice_is_found_with_and_without_its_ending(raw: str, expected: str | None) -> None:
    assert LEVELS.read(raw).value == expected


@pytest.mark.parametrize(
    ("raw", "expected"), [("大", "大型"), ("中型企业", "中型"), ("规上", "中型"), ("小型", "小型")]
)
def test_that_a_choice_is_found_by_its_other_words(raw: str, expected: str) -> None:
    assert SIZES.read(raw).value == expected


def test_that_quotation_marks_do_not_hide_a_choice() -> None:
    assert KINDS.read('专精特新"小巨人"').value == "专精特新“小巨人”"
    assert KINDS.read("专精特新小巨人").value == "专精特新“小巨人”"


def test_that_a_word_that_is_not_on_the_offices_list_is_kept_and_remarked_upon() -> None:
    word, remark = KINDS.read("独角兽")
    assert word == "独角兽"
    assert "独角兽" in remark
    with pytest.raises(Rejected, match="国家、省、市、区"):
        LEVELS.read("镇级以上")


@pytest.mark.parametrize("raw", ["是", "√", "有", 1, 1.0, "1", "Y", "true", True, "✓"])
def test_that_yes_is_yes(raw: object) -> None:
    assert YesNo().read(raw).value is True


@pytest.mark.parametrize("raw", ["否", "×", "无", 0, 0.0, "N", False, "没有"])
def test_that_no_is_no(raw: object) -> None:
    assert YesNo().read(raw).value is False


def test_that_what_is_neither_yes_nor_no_is_refused_and_nothing_is_nothing() -> None:
    assert YesNo().read("/").value is None
    with pytest.raises(Rejected, match="看不出"):
        YesNo().read("大概")


def test_that_a_link_is_read_as_its_id_or_as_the_name_that_people_write() -> None:
    assert LinkTo("towns").read(Linked("7", "大安街道")).value == "7"
    assert LinkTo("towns").read("大安街道").value == "大安街道"
    assert LinkTo("towns").show(Linked("7", "大安街道")) == "大安街道"
