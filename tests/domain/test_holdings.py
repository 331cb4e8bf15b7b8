"""Headers that name a qualification, and what a cell below them says of it."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.holdings import Held, held, kind_named


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("是否高新技术企业", "高新技术企业"),
        ("高企", "高新技术企业"),
        ("科技型中小企业", "科技型中小企业"),
        ("专精特新中小企业", "专精特新"),
        ("是否专精特新“小巨人”企业", "专精特新“小巨人”"),
        ("小巨人", "专精特新“小巨人”"),
        ("是否规上企业", ""),
        ("企业名称", ""),
        ("", ""),
    ],
)
def test_that_a_header_names_the_qualification_however_it_is_asked(header: str, kind: str) -> None:
    assert kind_named(header) == kind


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("√", Held()),
        ("是", Held()),
        ("否", None),
        (None, None),
        ("—", None),
        ("省级", Held(level="省")),
        (date(2024, 11, 5), Held(awarded=date(2024, 11, 5))),
        ("2024-11-05", Held(awarded=date(2024, 11, 5))),
        ("GR202451000123", Held(number="GR202451000123")),
        ("国家级小巨人", Held(level="国家", kind="专精特新“小巨人”")),
        ("2023年", Held(remark="“2023年”只有年份，认定日期留空")),
    ],
)
def test_that_a_cell_tells_what_is_held_and_no_more(cell: object, told: Held | None) -> None:
    assert held(cell) == told


def test_that_what_says_neither_yes_nor_no_is_refused_in_words() -> None:
    with pytest.raises(Rejected, match="看不出是否持有"):
        held("待定")
