"""The summary as a value: numbering, figures, the officer's own words."""

from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.briefs import (
    Brief,
    Exhibit,
    Figure,
    Masthead,
    Section,
    chinese_number,
    numbered,
    own_section,
    paragraph,
)
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer
from daan_desk.domain.tables import Column, Table

HEAD = Masthead("企业服务工作简报", "第5期", "企服办", date(2026, 5, 31))
TABLE = Table("按镇街", (Column("镇街", Text()), Column("走访", Integer())), (("甲镇", 3), ("乙镇", 4)))


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")]
)
def test_that_headings_count_in_chinese(number: int, words: str) -> None:
    assert chinese_number(number) == words


def test_that_a_lower_level_starts_again_under_each_higher_one() -> None:
    levels = [1, 2, 2, 3, 3, 1, 2, 3]
    sections = tuple(Section("x", level=level) for level in levels)
    assert [heading for heading, _ in numbered(sections)] == [
        "一、x", "（一）x", "（二）x", "1.x", "2.x", "二、x", "（一）x", "1.x",
    ]  # fmt: skip


def test_that_a_sentence_reads_as_one_text_with_its_figures() -> None:
    assert paragraph("走访企业 ", Figure("12", "visits"), " 家次。").text == "走访企业 12 家次。"


def test_that_the_officers_words_keep_their_paragraphs_and_lose_blank_lines() -> None:
    section = own_section("典型案例", "\u3000\u3000第一段。\n\n  第二段。\n")
    assert section.own
    assert [block.text for block in section.blocks] == ["第一段。", "第二段。"]


def test_that_a_brief_names_every_anchor_that_can_be_followed() -> None:
    exhibit = Exhibit(TABLE, (("", "visits.town.甲镇"), ("",)))
    brief = Brief(HEAD, "情况", (Section("走访", (paragraph("共", Figure("7", "visits"), "次"), exhibit)),))
    assert brief.anchors == {"visits", "visits.town.甲镇"}
    assert brief.exhibits == (exhibit,)
    assert exhibit.anchor(0, 1) == "visits.town.甲镇"
    assert exhibit.anchor(1, 1) == exhibit.anchor(5, 5) == ""


def test_that_a_brief_is_a_value_that_can_be_compared() -> None:
    assert Brief(HEAD, "情况", ()) == Brief(HEAD, "情况", ())
    assert Decimal(7) == sum(row[1] for row in TABLE.rows)  # type: ignore[misc]
