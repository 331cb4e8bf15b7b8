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


@pytest.mark.parametrize(
    ("ledger", "title", "told"),
    [
        ("qualifications", "2026年高新技术企业名单", {"kind": "高新技术企业"}),
        ("meetings", "“安逸隆”下午茶活动台账", {"kind": "“安逸隆”下午茶"}),
        ("assignments", "企业首席服务官名册", {"role": "企业首席服务官"}),
        ("qualifications", "科技型中小企业、高新技术企业名单", {}),
    ],
)
def test_that_words_that_the_office_edits_are_heard_too(ledger: str, title: str, told: dict[str, str]) -> None:
    assert told_by_title(ledgers.ledger(ledger), (), title) == told
