"""Days and months as rosters write them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daan_desk.domain.days import Day, Month, only_year
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Context

THIRD_OF_MAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    "raw",
    [
        "2024-5-3",
        "2024-05-03",
        "2024.5.3",
        "2024/5/3",
        "2024年5月3日",
        "2024 年 5 月 3 日",
        "２０２４年５月３号",
        "二〇二四年五月三日",
        "20240503",
        20240503,
        20240503.0,
        45415,
        45415.0,
        45415.604,
        "45415",
        "2024/5/3 0:00",
        "2024/5/3 0:00:00",
        "2024-05-03 14:30",
        "2024-05-03T14:30:00Z",
        "2024年5月3日（星期五）",
        "2024年5月3日上午",
        date(2024, 5, 3),
        datetime.fromisoformat("2024-05-03T14:30"),
    ],
)
def test_that_a_day_is_read_in_every_spelling(raw: object) -> None:
    assert Day().read(raw) == (THIRD_OF_MAY, "")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("24.5.3", date(2024, 5, 3)),
        ("98年5月3日", date(1998, 5, 3)),
        ("2024.7.15前", date(2024, 7, 15)),
        ("2024年7月15日之前", date(2024, 7, 15)),
    ],
)
def test_that_what_had_to_be_assumed_of_a_day_is_said(raw: str, expected: date) -> None:
    day, remark = Day().read(raw)
    assert day == expected
    assert f"{expected}" in remark


def test_that_a_day_without_a_year_takes_the_sheets_year_and_says_so() -> None:
    day, remark = Day().read("5月3日", Context(year=2024))
    assert day == THIRD_OF_MAY
    assert "2024" in remark
    with pytest.raises(Rejected, match="没有年份"):
        Day().read("5月3日")


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("2024年5月上旬", "大概"),
        ("2024年5月底", "大概"),
        ("2024年5月3日-4日", "一段时间"),
        ("2024.5.3-2024.6.1", "一段时间"),
        ("2024.5.3-5.6", "一段时间"),
        ("2024.5.3、2024.6.1", "不止一天"),
        ("2024年5月", "只有年月"),
        ("2024.5", "只有年月"),
        ("2024", "只有年份"),
        (2024, "只有年份"),
        ("长期", "不是具体日期"),
        ("5/3/2024", "分不清"),
        ("03/05/24", "分不清"),
        ("2024-13-01", "不是日历上"),
        ("2024-02-30", "不是日历上"),
        ("1899-01-01", "年份"),
        (date(9999, 12, 31), "年份"),
        (datetime.fromisoformat("1899-12-31"), "年份"),
        (0, "看不出"),
        (5.3, "看不出"),
        (1e300, "看不出"),
        (time(14, 30), "只是时间"),
        ("#VALUE!", "公式错误"),
    ],
)
def test_that_what_is_no_single_day_is_refused_in_words_and_never_guessed(raw: object, word: str) -> None:
    with pytest.raises(Rejected, match=word):
        Day().read(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "2024年5月",
        "2024-05",
        "2024.5",
        "202405",
        202405.0,
        2024.05,
        45413,
        date(2024, 5, 31),
        "2024年5月3日",
        "2024年5月份",
    ],
)
def test_that_a_month_is_read_in_every_spelling(raw: object) -> None:
    assert Month().read(raw) == ("2024-05", "")


def test_that_a_number_that_may_have_lost_a_zero_is_remarked_upon() -> None:
    month, remark = Month().read(2024.1)
    assert month == "2024-01"
    assert "10 月" in remark


def test_that_a_month_without_a_year_takes_the_sheets_year_and_says_so() -> None:
    month, remark = Month().read("5月", Context(year=2024))
    assert month == "2024-05"
    assert remark


@pytest.mark.parametrize("raw", ["2024", "5月", "2024年1-6月", "2024年第一季度", "2024-13", "不知道"])
def test_that_what_is_no_single_month_is_refused(raw: str) -> None:
    with pytest.raises(Rejected):
        Month().read(raw)


@settings(max_examples=150)
@given(st.dates(date(1930, 1, 1), date(2099, 12, 31)), st.sampled_from(("-", ".", "/")))
def test_that_day_and_month_are_never_swapped(day: date, sign: str) -> None:
    assert Day().read(f"{day.year}{sign}{day.month}{sign}{day.day}").value == day
    assert Day().read(f"{day.year}年{day.month}月{day.day}日").value == day
    assert Day().read((day - date(1899, 12, 30)).days).value == day
    assert Month().read(f"{day.year}{sign}{day.month:02d}").value == f"{day:%Y-%m}"


@settings(max_examples=200)
@given(st.one_of(st.text(max_size=30), st.text("0123456789年月日-./ ~至", max_size=20), st.floats(), st.integers()))
def test_that_no_cell_makes_a_day_fail_in_another_way_than_with_a_sentence(raw: object) -> None:
    for kind in (Day(), Month()):
        try:
            found = kind.read(raw, Context(year=2024)).value
        except Rejected as refused:
            assert str(refused)
        else:
            assert found is None or isinstance(found, date | str)


@pytest.mark.parametrize("raw", ["10月12日", "10.12", "10/12"])
def test_that_a_day_without_a_year_takes_that_of_its_column_and_says_so(raw: str) -> None:
    year = only_year([raw, "2026-10-20", date(2026, 3, 1), None, "不详"])
    assert year == 2026
    read = Day().read(raw, Context(year=year, told_by="同一列其他日期"))
    assert read == (date(2026, 10, 12), f"“{raw}”没有年份，按同一列其他日期的 2026 年读作 2026-10-12")


def test_that_a_column_of_several_years_or_none_gives_no_year() -> None:
    assert only_year(["2025-12-30", "2026-01-04"]) is None
    assert only_year(["10月12日", None]) is None


def test_that_a_month_that_is_none_is_never_a_day() -> None:
    with pytest.raises(Rejected):
        Day().read("15/10", Context(year=2026))
