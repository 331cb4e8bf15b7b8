"""The closing slip on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import html

from daan_desk.exchange.closing_slip import form, slip_html, write_slip_html, write_slip_word
from tests.exchange.papers import slip


def words(path: Path) -> list[str]:
    table = docx.Document(str(path)).tables[0]
    return [cell.text for row in table.rows for cell in dict.fromkeys(row.cells)]


def test_that_word_and_page_say_the_same(tmp_path: Path) -> None:
    write_slip_word(slip(), tmp_path / "a.docx")
    write_slip_html(slip(), tmp_path / "a.html")
    page = html.fromstring((tmp_path / "a.html").read_text(encoding="utf-8"))
    for row in form(slip()):
        for box in row:
            assert box.words in words(tmp_path / "a.docx")
            assert box.words.replace("\n", "") in page.text_content()


def test_that_the_slip_tells_the_issue_from_its_first_day_to_the_signatures() -> None:
    told = {row[at].words: row[at + 1].words for row in form(slip()) for at in range(0, len(row), 2) if row[at].head}
    assert told["企业名称"] == "甲示例有限公司"
    assert told["办结日期"] == "2026-05-20（按期）"
    assert told["办理过程"] == "2026-05-09 现场勘察。（李示例）\n2026-05-20 送电。"
    assert told["企业评价"] == "□ 非常满意　☑ 满意　□ 基本满意　□ 不满意"
    assert told["销号日期"] == ""
    last = list(form(slip()))[-2:]
    assert [box.words.split("：")[0] for row in last for box in row] == list(slip().signatures)


@pytest.mark.parametrize(
    ("answered", "words"),
    [(date(2026, 5, 27), "2026-05-27（按期）"), (date(2026, 5, 28), "2026-05-28（超期）"), (None, "")],
)
def test_that_late_is_said_only_where_it_is_known(answered: date | None, words: str) -> None:
    boxes = [box.words for row in form(slip(answered=answered)) for box in row]
    assert boxes[boxes.index("办结日期") + 1] == words


def test_that_an_answer_in_other_words_stands_as_it_is() -> None:
    boxes = [box.words for row in form(slip(satisfaction="未接通")) for box in row]
    assert boxes[boxes.index("企业评价") + 1] == "未接通"


def test_that_every_row_is_as_wide_as_the_form_and_marks_are_escaped() -> None:
    assert {sum(box.span for box in row) for row in form(slip())} == {12}
    assert "用电容量&lt;不足&gt;" in slip_html(replace(slip()))
