"""Amounts as rosters write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import NOWHERE, Context, Kind
from daan_desk.domain.numbers import Area, Integer, Money, Number, Percent


def value(kind: Kind, raw: object, context: Context = NOWHERE) -> object:
    return kind.read(raw, context).value


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1,234.5", "1234.5"),
        ("１２３４５.６", "12345.6"),
        ("1，234", "1234"),
        ("1.2亿", "12000"),
        ("1.2亿元", "12000"),
        ("1亿2000万", "12000"),
        ("3500万元", "3500"),
        ("3500千元", "350"),
        ("35元", "0.0035"),
        ("￥3,500元", "0.35"),
        ("1000.000000万人民币", "1000"),
        ("人民币200万元整", "200"),
        ("-5.1", "-5.1"),
        ("−5.1", "-5.1"),
        (9876.5, "9876.5"),
        (0.1 + 0.2, "0.3"),
        (120, "120"),
        ("1.2E+03", "1200"),
    ],
)
def test_that_amounts_arrive_in_ten_thousands_however_they_are_written(raw: object, expected: str) -> None:
    assert Money().read(raw) == (Decimal(expected), "")


@pytest.mark.parametrize("raw", ["", None, "—", "-", "/", "无", " ", "　", "N/A", "\u00a0"])
def test_that_words_for_nothing_are_nothing(raw: object) -> None:
    assert value(Money(), raw) is None
    assert value(Integer("人"), raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("约500", "500"), ("500左右", "500"), ("500余万元", "500"), ("近3亿", "30000"), ("（500）", "-500")],
)
def test_that_what_is_not_exact_is_read_with_a_remark_that_quotes_it(raw: str, expected: str) -> None:
    number, remark = Money().read(raw)
    assert number == Decimal(expected)
    assert raw.strip("（）") in remark


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("亏损", "亏损"),
        ("≥11", "范围"),
        ("2000万以上", "范围"),
        ("不足300", "范围"),
        ("500-800", "区间"),
        ("500~800万元", "区间"),
        ("12%～15%", "区间"),
        ("500万美元", "外币"),
        ("12,34", "逗号"),
        ("1.2.3", "不是数字"),
        ("1_000", "不是数字"),
        ("12个", "换算不成"),
        (True, "不是数字"),
        (date(2024, 5, 3), "不是数字"),
        (float("inf"), "有限"),
        (1e300, "太大"),
        ("#REF!", "公式错误"),
    ],
)
def test_that_what_is_no_amount_is_refused_in_words(raw: object, word: str) -> None:
    with pytest.raises(Rejected, match=word):
        Money().read(raw)


def test_that_the_cells_unit_wins_over_the_headers_and_the_headers_over_the_fields() -> None:
    in_yuan = Context(unit="元")
    assert value(Money(), "50000", in_yuan) == 5
    assert value(Money(), 50000.0, in_yuan) == 5
    assert value(Money(), "2万元", in_yuan) == 2
    assert value(Money(), "50000") == 50000


def test_that_of_several_units_on_a_unit_line_the_fitting_one_counts() -> None:
    line = Context(unit="单位：人、千元")
    assert value(Money(), 5000, line) == 500
    assert value(Integer("人"), 50, line) == 50


def test_that_areas_and_energy_are_converted() -> None:
    assert value(Area("亩"), "2公顷") == 30
    assert value(Area("亩"), "1000㎡") == Decimal("1.5")
    assert value(Area(), "10亩") == Decimal("6666.666667")
    assert value(Area(), "1.2万平方米") == 12000
    assert value(Number("万千瓦时"), "120万度") == 120
    assert value(Number("万千瓦时"), 5000, Context(unit="千瓦时")) == Decimal("0.5")


def test_that_people_are_counted_whole() -> None:
    assert Integer("人").read("230人") == (230, "")
    assert Integer("人").read(120.0) == (120, "")
    assert value(Integer("人"), "1.2万人") == 12000
    assert value(Integer("月"), "1年") == 12
    assert Integer("人").read("约50")[0] == 50
    with pytest.raises(Rejected, match="整数"):
        Integer("人").read(12.5)


def test_that_a_share_is_per_cent_whether_it_is_written_as_a_fraction_or_not() -> None:
    assert Percent().read("12%") == (12, "")
    assert Percent().read("12") == (12, "")
    assert Percent().read("5‰") == (Decimal("0.5"), "")
    number, remark = Percent().read(0.12)
    assert number == 12
    assert "0.12" in remark


def test_that_a_header_which_says_per_cent_is_believed() -> None:
    assert Percent().read(0.5, Context(unit="%")) == (Decimal("0.5"), "")
    assert Percent().read(0.0345, Context(unit="小数")) == (Decimal("3.45"), "")


@settings(max_examples=200)
@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6))
def test_that_every_amount_that_is_shown_in_full_is_read_back(number: Decimal) -> None:
    assert value(Money(digits=6), Money(digits=6).show(number)) == number


@settings(max_examples=200)
@given(st.text(max_size=30))
def test_that_no_text_makes_a_number_fail_in_another_way_than_with_a_sentence(text: str) -> None:
    for kind in (Money(), Integer("人"), Percent(), Area("亩")):
        try:
            number = kind.read(text).value
        except Rejected as refused:
            assert str(refused)
        else:
            assert number is None or isinstance(number, int | Decimal)


def test_that_a_place_in_a_row_of_sessions_is_its_number() -> None:
    assert [Integer().read(raw).value for raw in ("第3期", "第 12 次", "3期")] == [3, 12, 3]


@pytest.mark.parametrize(
    ("raw", "context", "said"),
    [
        ("50,000,000", NOWHERE, True),
        (50000000, NOWHERE, True),
        ("50,000,000", Context("元"), False),
        ("50,000,000", Context("万元"), False),
        ("50000000元", NOWHERE, False),
        ("5000", NOWHERE, False),
    ],
)
def test_that_a_very_large_sum_without_a_unit_is_remarked_upon(raw: object, context: Context, said: bool) -> None:
    assert ("没有写单位" in Money().read(raw, context).remark) is said
