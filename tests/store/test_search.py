"""Names are found by pinyin, by initials, and by themselves."""

from __future__ import annotations

import pytest

from daan_desk.store.enterprises import Enterprise
from daan_desk.store.pinyin import spoken
from daan_desk.store.search import spelled, words


@pytest.mark.parametrize(
    ("name", "whole", "initials"),
    [
        ("华夏阀门", "huaxiafamen", "hxfm"),
        ("重庆长江", "chongqingchangjiang", "cqcj"),
        ("乐山农商银行", "leshannongshangyinhang", "lsnsyh"),
        ("绿源A1号", "lvyuana1hao", "lyah"),
        ("🏭厂", "chang", "c"),
    ],
)
def test_that_a_name_is_spoken_as_people_say_it(name: str, whole: str, initials: str) -> None:
    assert spoken(name)[0] == whole
    assert spoken(name)[1].replace("1", "") == initials


def test_that_the_words_of_a_row_begin_with_the_pinyin_of_its_title() -> None:
    fields = spelled(Enterprise.ledger)
    text = words(fields, {"name": "华夏阀门", "contact_phone": "13800000000", "notes": "不在搜索之列"})
    assert text is not None
    assert text.startswith("huaxiafamen 华夏阀门")
    assert "13800000000" in text
    assert "不在搜索之列" not in text


def test_that_a_row_without_words_has_none() -> None:
    assert words(spelled(Enterprise.ledger), {}) is None
