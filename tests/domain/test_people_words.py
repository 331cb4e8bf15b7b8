"""Lists of people as officers type them: the posts and numbers in them are no people."""

from __future__ import annotations

import time

import pytest

from daan_desk.domain.contacts import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王某某\n（区委书记）", ("王某某（区委书记）",)),
        ("张某某 区委常委、常务副区长", ("张某某（区委常委、常务副区长）",)),
        ("张某某（区委常委、常务副区长）、李某某（副区长）", ("张某某（区委常委、常务副区长）", "李某某（副区长）")),
        ("赵六 区经信局局长\n钱七 副局长", ("赵六（区经信局局长）", "钱七（副局长）")),
        ("张三，李四（科长），王五", ("张三", "李四（科长）", "王五")),
        ("李区长、王副区长", ("李区长", "王副区长")),
        ("陈 镇长", ("陈镇长",)),
        ("书记、主任", ("书记", "主任")),
        ("张三（经信局） 李四", ("张三（经信局）", "李四")),
    ],
)
def test_that_a_post_stays_with_the_name_before_it(text: str, expected: tuple[str, ...]) -> None:
    assert people(text) == expected


def test_that_a_list_of_nothing_but_signs_costs_little() -> None:
    before = time.process_time()
    people("张三（" + "、" * 30_000)
    assert time.process_time() - before < 1
