"""What a title says of every row is taken over where no column says it, and only if it says one thing."""

from __future__ import annotations

import pytest

from daan_desk.domain.title_words import told_by_title
from daan_desk.services import ledgers


@pytest.mark.parametrize(
    ("title", "there", "told"),
    [
        ("大安区闲置厂房资源清册", ("address",), {"kind": "厂房"}),
        ("低效工业用地清单", ("address",), {"kind": "土地"}),
        ("闲置厂房、闲置土地清单", ("address",), {}),
        ("闲置厂房资源清册", ("kind",), {}),
        ("闲置资源清册", ("address",), {}),
    ],
)
def test_that_a_title_with_one_kind_gives_it_to_every_row(
    title: str, there: tuple[str, ...], told: dict[str, str]
) -> None:
    assert told_by_title(ledgers.ledger("assets"), there, title) == told
