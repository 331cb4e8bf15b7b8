"""Phones are shown without the digits that a reader need not know, and a hidden one never stands for a number."""

from __future__ import annotations

import pytest

from daan_desk.domain.contacts import HiddenNumber, Phone
from daan_desk.domain.guarding import hidden, masked, stands_for
from daan_desk.domain.kinds import Text
from daan_desk.domain.tables import Column, Table


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812345678", "138****5678"),
        ("0813-5501234", "081****1234"),
        ("13812345678、0813-5501234", "138****5678、081****1234"),
        ("", ""),
    ],
)
def test_that_four_digits_before_the_last_four_are_hidden(phone: str, shown: str) -> None:
    assert masked(phone) == shown


def test_that_only_phones_of_a_table_are_hidden() -> None:
    columns = (Column("企业", Text()), Column("电话", Phone()))
    table = Table("名录", columns, (("13812345678 公司", "13812345678"), ("乙", None)))
    assert hidden(table).rows == (("13812345678 公司", "138****5678"), ("乙", None))


def test_that_the_number_of_an_office_is_for_everybody() -> None:
    table = Table("政策", (Column("电话", Phone(public=True)),), (("0813-5501234",),))
    assert hidden(table) == table


@pytest.mark.parametrize("shown", ["138****5678", "138xxxx5678", "138 **** 5678", "138＊＊＊＊5678、13912345678"])
def test_that_a_hidden_number_never_stands_for_a_number(shown: str) -> None:
    with pytest.raises(HiddenNumber, match="隐去"):
        Phone().read(shown)


@pytest.mark.parametrize(
    ("shown", "number", "same"),
    [
        ("138****5678", "13812345678", True),
        ("138xxxx5678", "13812345678", True),
        ("138****5678", "13812345679", False),
        ("138****5678", "", False),
        ("081****1234", "0813-5501234", True),
        ("081****1234转12", "0813-5501234转12", True),
        ("138****5678、081****1234", "0813-5501234、13812345678", True),
        ("138****5678、13900000000", "13812345678", False),
        ("13900000000、138****5678", "13900000000、13812345678", True),
        ("138****5678", "1385678", False),
    ],
)
def test_that_a_hidden_number_is_known_by_what_is_left_of_it(shown: str, number: str, same: bool) -> None:
    assert stands_for(shown, number) is same


@pytest.mark.parametrize("number", ["13812345678", "0813-5501234", "0813-5501234转12", "400-8123-456", "5501234"])
def test_that_what_we_hide_we_know_again(number: str) -> None:
    assert "*" in masked(number)
    assert stands_for(masked(number), number)
