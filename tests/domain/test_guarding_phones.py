"""Phones are shown without the digits that a reader need not know, and a hidden one never stands for a number."""

from __future__ import annotations

import pytest

from daan_desk.domain.contacts import Phone
from daan_desk.domain.guarding import hidden, masked
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


def test_that_a_hidden_number_is_read_as_nothing_and_says_so() -> None:
    found = Phone().read("138****5678")
    assert found.value is None
    assert "隐去" in found.remark
