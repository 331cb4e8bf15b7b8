"""Papers come out as the standard says, with a text that can be searched."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from daan_desk.domain.days import Day
from daan_desk.domain.failures import Cancelled, Trouble
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer
from daan_desk.domain.page_setup import PageSetup
from daan_desk.domain.tables import Column, Table
from daan_desk.ui.kit.brief_paper import shaped
from daan_desk.ui.kit.measure import Measure, Stroke, Words
from daan_desk.ui.kit.paper import (
    LEDGER,
    LEDGER_LYING,
    UNITS_PER_MM,
    Block,
    Gap,
    Grid,
    Heading,
    Masthead,
    NewPage,
    Paper,
    Paragraph,
    ledger_paper,
)
from daan_desk.ui.kit.paper_fonts import WANTED, choose
from daan_desk.ui.kit.printing import Printed, picture, set_pages, write_pdf

TRAPS = "工厂用水用电入口，金属制品见效快、长期推进，龙马角青黄黑白齿鼻见贝车门飞风食鱼鸟麦"
LATIN = "X123 ABCabc 12.5% 2026-11-23（GB/T 9704）"


@pytest.fixture(autouse=True)
def _screen(qapp: QApplication) -> None:
    """Letters need an application."""


def table(rows: int, words: str = "用水用电") -> Table:
    columns = (
        Column("企业名称", Text(), 28),
        Column("产品", Text(), 20),
        Column("人数", Integer("人"), 10, total=True),
    )
    return Table("企业名录", columns, tuple((f"样例厂{n}号", words, 1) for n in range(rows)), ("填报单位：企服办",))


def paper(*blocks: Block) -> Paper:
    return Paper("样例", blocks)


def words_of(printed: Printed, page: int) -> list[str]:
    return [item.text for item in printed.pages[page] if isinstance(item, Words)]


def text_of(file: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


@pytest.mark.parametrize("words", [TRAPS, LATIN, "".join(sorted(TRAPS)), "1234567890—（）《》“”、。"])
def test_that_the_text_of_a_pdf_is_what_was_written(tmp_path: Path, words: str) -> None:
    file = tmp_path / "样例.pdf"
    write_pdf(set_pages(paper(Paragraph(words, indent=0), Heading(words, 1), Heading(words, 0))), file)
    found = "".join(text_of(file).split())
    assert found.count("".join(words.split())) == 3
    assert not [letter for letter in found if "\u2e80" <= letter <= "\u2fdf" or unicodedata.category(letter) == "Cc"]


def test_that_the_page_is_the_standards(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    printed = set_pages(paper(*(Paragraph("县级领导、首席服务官按计划走访企业" * 30) for _ in range(3))))
    write_pdf(printed, file)
    box = PdfReader(file).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
    body = [item for item in printed.pages[0] if isinstance(item, Words)][:-1]
    assert len(body) == 22
    pitches = {round(after.y - before.y) for before, after in pairwise(body)}
    assert pitches <= {579, 580}
    assert max(len(item.text) for item in body) == 28
    assert min(item.x for item in body) == pytest.approx(28 * UNITS_PER_MM)
    assert body[0].y > 37 * UNITS_PER_MM
    assert body[-1].y < (297 - 35) * UNITS_PER_MM


@pytest.mark.parametrize("page", [PageSetup(), PageSetup(lines=24, size=14), PageSetup(top=30, bottom=30, lines=25)])
def test_that_a_page_holds_as_many_lines_as_the_office_set(page: PageSetup) -> None:
    text = Paragraph("县级领导、首席服务官按计划走访企业" * 30)
    printed = set_pages(replace(paper(text, text, text), shape=shaped(page)))
    assert len([item for item in printed.pages[0] if isinstance(item, Words)][:-1]) == page.lines


def test_that_no_comma_begins_a_line() -> None:
    printed = set_pages(paper(Paragraph("企业，" * 300)))
    lines = [text for page in range(len(printed.pages)) for text in words_of(printed, page)[:-1]]
    assert not [line for line in lines if line.startswith("，")]
    assert "".join(lines) == "企业，" * 300


def test_that_page_numbers_stand_outside() -> None:
    printed = set_pages(paper(Paragraph("一"), NewPage(), Paragraph("二")))
    numbers = [page[-1] for page in printed.pages]
    assert [number.text for number in numbers if isinstance(number, Words)] == ["— 1 —", "— 2 —"]
    middle = 105 * UNITS_PER_MM
    assert numbers[0].x > middle > numbers[1].x


def test_that_a_masthead_is_red_with_a_red_rule() -> None:
    page = set_pages(paper(Masthead("工作简报", "第 11 期", "企服办", "2026年11月23日"))).pages[0]
    red = [item for item in page if item.colour != "#000000"]
    assert [type(item) for item in red] == [Words, Stroke]
    assert {"第 11 期", "企服办", "2026年11月23日"} <= {item.text for item in page if isinstance(item, Words)}


def test_that_the_header_stands_on_every_page_and_no_row_is_torn() -> None:
    printed = set_pages(ledger_paper(table(200, "用水用电增容申请迟迟未批复，希望年内完成" * 2)))
    assert len(printed.pages) > 5
    for number in range(len(printed.pages)):
        assert "企业名称" in words_of(printed, number)
    rows = [
        text for number in range(len(printed.pages)) for text in words_of(printed, number) if text.startswith("样例厂")
    ]
    assert rows == [f"样例厂{n}号" for n in range(200)]
    bottom = (LEDGER.height - LEDGER.bottom) * UNITS_PER_MM + 1
    assert all(i.y + i.height <= bottom for page in printed.pages for i in page if isinstance(i, Stroke))


def test_that_every_row_has_all_its_lines_on_one_page() -> None:
    long = "".join(f"第{n}句话。" for n in range(40))
    printed = set_pages(ledger_paper(table(30, long)))
    for number in range(len(printed.pages)):
        words = words_of(printed, number)
        begun = sum(text.startswith("第0句") for text in words)
        assert begun == sum("第39句" in text for text in words) == sum(text.startswith("样例厂") for text in words)


def test_that_a_row_taller_than_a_page_is_continued_and_nothing_is_lost() -> None:
    long = "".join(f"第{n}句话。" for n in range(900))
    printed = set_pages(ledger_paper(table(1, long)))
    told = "".join(text for number in range(len(printed.pages)) for text in words_of(printed, number))
    assert all(f"第{n}句" in told for n in (0, 450, 899))
    assert len(printed.pages) > 1


def test_that_sums_and_notes_close_the_table() -> None:
    words = words_of(set_pages(ledger_paper(table(12))), 0)
    assert "合计" in words
    assert words[words.index("合计") + 1 :][0] == "12"
    assert "填报单位：企服办" in words


def test_that_an_empty_table_still_prints_its_header() -> None:
    assert {"企业名录", "企业名称"} <= set(words_of(set_pages(ledger_paper(table(0))), 0))


def test_that_wide_ledgers_lie() -> None:
    wide = Table("宽", tuple(Column(f"栏{n}", Day(), 12) for n in range(10)), ((date(2026, 1, 1),) * 10,))
    assert ledger_paper(wide).shape == LEDGER_LYING
    assert ledger_paper(table(1)).shape == LEDGER


@pytest.mark.parametrize("columns", [3, 10, 25])
def test_that_cells_keep_their_words_inside_their_borders(columns: int) -> None:
    wide = Table(
        "宽", tuple(Column(f"栏{n}", Text(), 14) for n in range(columns)), (("用水用电增容申请ABC",) * columns,)
    )
    printed = set_pages(ledger_paper(wide))
    boxes = [item for item in printed.pages[0] if isinstance(item, Stroke)]
    measure = Measure(printed.fonts)
    for item in printed.pages[0][:-1]:
        if isinstance(item, Words) and item.text != "宽":
            right = item.x + measure.width(item.text, item.letters)
            assert any(box.x <= item.x and right <= box.x + box.width + 1 for box in boxes), item.text


def test_that_a_heading_is_not_left_alone_at_the_foot() -> None:
    body = [Paragraph("一句话。") for _ in range(20)]
    printed = set_pages(paper(*body, Heading("二、下一步", 1), Paragraph("继续走访。")))
    assert "二、下一步" in words_of(printed, 1)


def test_that_progress_is_told_row_by_row_and_can_stop_the_work() -> None:
    seen: list[tuple[int, int]] = []
    set_pages(ledger_paper(table(5)), lambda done, total: seen.append((done, total)))
    assert seen == [(n, 5) for n in range(1, 6)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        set_pages(ledger_paper(table(5)), stop)


def test_that_a_file_that_cannot_be_written_is_trouble_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(Trouble, match=r"a\.pdf"):
        write_pdf(set_pages(paper(Paragraph("一"))), tmp_path / "a.pdf")
    with pytest.raises(Trouble):
        write_pdf(set_pages(paper(Paragraph("一"))), tmp_path / "missing" / "b.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_that_a_picture_of_a_page_has_words_on_white_paper() -> None:
    image = picture(set_pages(paper(Heading("标题", 0), Gap(20), Grid(table(3)))), 0, 400)
    assert (image.width(), image.height()) == (400, 566)
    colours = [image.pixelColor(x, y).lightness() for x in range(0, 400, 2) for y in range(0, 566, 2)]
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert min(colours) < 128


def test_that_replaced_letters_are_told_where_they_are_used() -> None:
    fonts = choose(["SimSun", "KaiTi"])
    assert (fonts.families["song"], fonts.families["body"], fonts.families["kai"]) == ("SimSun", "SimSun", "KaiTi")
    assert fonts.remarks({"song", "kai"}) == ()
    assert fonts.remarks({"body"}) == ("本机没有仿宋，以“SimSun”代替",)


def test_that_letters_with_the_same_stand_in_are_told_in_one_breath() -> None:
    fonts = choose(["Noto Serif CJK SC", "Noto Sans CJK SC"])
    assert fonts.remarks(set(WANTED)) == (
        "本机没有小标宋、仿宋、楷体、宋体，以“Noto Serif CJK SC”代替",
        "本机没有黑体，以“Noto Sans CJK SC”代替",
    )


def test_that_a_machine_with_every_letter_has_nothing_to_remark() -> None:
    everything = [proper[0] for _, proper, _ in WANTED.values()]
    assert choose(everything).remarks(set(WANTED)) == ()
