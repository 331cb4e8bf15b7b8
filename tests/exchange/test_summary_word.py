"""The summary in Word: the page of GB/T 9704-2012, real headings, tables that go on over pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Length

from daan_desk.domain.failures import Trouble
from daan_desk.domain.typefaces import chosen
from daan_desk.exchange.summary_word import write_summary_word
from tests.exchange.papers import HEAD, brief


@pytest.fixture
def document(tmp_path: Path) -> Any:
    write_summary_word(brief(), tmp_path / "简报.docx")
    return docx.Document(str(tmp_path / "简报.docx"))


def style_fonts(document: Any, name: str) -> tuple[str, float]:
    properties = document.styles[name].element.rPr
    return properties.find(qn("w:rFonts")).get(qn("w:eastAsia")), int(properties.find(qn("w:sz")).get(qn("w:val"))) / 2


def test_that_the_page_is_the_standards(document: Any) -> None:
    section = document.sections[0]
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in margins] == [37, 35, 28, 26]


def test_that_28_characters_and_22_lines_fit_and_not_one_more(document: Any) -> None:
    section = document.sections[0]
    wide = Length(section.page_width - section.left_margin - section.right_margin).pt
    high = Length(section.page_height - section.top_margin - section.bottom_margin).pt
    normal = document.styles["Normal"].element
    spacing = int(normal.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    line = int(normal.pPr.find(qn("w:spacing")).get(qn("w:line"))) / 20
    assert wide // (16 + spacing) == 28
    assert high // line == 22
    assert section._sectPr.find(qn("w:docGrid")).get(qn("w:linePitch")) == "579"
    assert abs(line - 28.99) < 0.05


def test_that_every_style_has_its_chinese_typeface_and_size(document: Any) -> None:
    assert style_fonts(document, "Title") == ("方正小标宋简体", 22)
    assert style_fonts(document, "Body Text") == ("仿宋_GB2312", 16)
    assert style_fonts(document, "Heading 1") == ("黑体", 16)
    assert style_fonts(document, "Heading 2") == ("楷体_GB2312", 16)
    assert style_fonts(document, "Heading 3") == ("仿宋_GB2312", 16)
    assert style_fonts(document, "表格文字") == ("宋体", 10.5)
    assert style_fonts(document, "footer") == ("宋体", 14)


def test_that_headings_are_real_and_numbered_as_officials_number(document: Any) -> None:
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", "一、总体情况"),
        ("Heading 1", "二、办理情况"),
        ("Heading 2", "（一）镇街"),
        ("Heading 2", "（二）名录"),
        ("Heading 3", "1.盘活"),
        ("Heading 1", "三、典型案例"),
        ("Heading 1", "四、下一步"),
    ]
    levels = [document.styles[f"Heading {n}"].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) for n in (1, 2, 3)]
    assert levels == ["0", "1", "2"]


def test_that_words_and_figures_stand_as_they_are(document: Any) -> None:
    texts = [p.text for p in document.paragraphs]
    assert "走访企业1,042家次<&>。" in texts
    assert "第二段“引号”。" in texts
    assert "（待补充）" in texts
    assert texts[-1] == "注：不满一年的指标不作同比。"


def test_that_the_masthead_is_red_over_a_red_rule(document: Any) -> None:
    name, number, line = document.paragraphs[:3]
    assert (name.text, number.text, line.text) == (HEAD.name, "（第5期）", "区企服办\t2026年5月3日")
    assert name.style.element.rPr.find(qn("w:color")).get(qn("w:val")) == "C00000"
    assert line._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom")).get(qn("w:color")) == "C00000"


def test_that_page_numbers_stand_outside_odd_right_even_left(document: Any) -> None:
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert paragraph.text.startswith("— ")
        assert "PAGE" in "".join(element.text or "" for element in paragraph._p.iter(qn("w:instrText")))


def test_that_tables_repeat_their_header_and_carry_their_totals(document: Any) -> None:
    towns, roster, nothing = document.tables
    assert [[cell.text for cell in row.cells] for row in towns.rows] == [
        ["镇街", "走访", "办结率"],
        ["甲镇", "12", "75.0%（3/4）"],
        ["乙镇", "1,030", "—"],
        ["合计", "1,042", ""],
    ]
    for table in (towns, roster, nothing):
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert len(roster.rows) == 62
    assert nothing.rows[1].cells[0].text == "（本期没有）"


def test_that_a_wide_table_lies_on_its_side_and_the_text_goes_on_upright(document: Any) -> None:
    assert [section.page_width > section.page_height for section in document.sections] == [False, True, False]
    lying = document.sections[1]
    table = document.tables[1]
    width = sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))) / 20
    assert width <= Length(lying.page_width - lying.left_margin - lying.right_margin).pt + 1
    assert round(lying.page_width.mm) == 297


def test_that_chosen_typefaces_are_used_and_stand_ins_named(tmp_path: Path) -> None:
    write_summary_word(brief(), tmp_path / "a.docx", chosen({"仿宋", "黑体", "楷体", "宋体"}))
    document = docx.Document(str(tmp_path / "a.docx"))
    assert style_fonts(document, "Title")[0] == "宋体"
    fonts = next(r.target_part for r in document.part.rels.values() if "fontTable" in str(r.target_part.partname))
    assert "仿宋_GB2312" in fonts.blob.decode()


def test_that_control_characters_do_not_spoil_the_file_and_a_missing_folder_is_said(tmp_path: Path) -> None:
    write_summary_word(brief(title="情\x00况\x0b", masthead=replace(HEAD, number="")), tmp_path / "a.docx")
    assert any(p.text == "情况" for p in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    with pytest.raises(Trouble, match="不存在"):
        write_summary_word(brief(), tmp_path / "没有" / "a.docx")
