"""Codes of industries mean what the table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.industries import industries_from

TABLE = Path(__file__).resolve().parents[2] / "resources" / "industries.csv"
KNOWN = industries_from(TABLE.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("written", "full", "level"),
    [
        ("3443", "C3443", "小类"),
        ("C3443", "C3443", "小类"),
        ("c3443", "C3443", "小类"),
        ("Ｃ３４４３", "C3443", "小类"),
        ("344", "C344", "中类"),
        ("C344", "C344", "中类"),
        ("C3440", "C344", "中类"),
        ("3440", "C344", "中类"),
        ("C3400", "C34", "大类"),
        ("34", "C34", "大类"),
        ("C", "C", "门类"),
        ("C0000", "C", "门类"),
        ("3240", "C3240", "小类"),
        ("C3240", "C3240", "小类"),
        ("324", "C324", "中类"),
        ("I6550", "I6550", "小类"),
        ("3443 阀门和旋塞制造", "C3443", "小类"),
        ("C3443-阀门和旋塞制造", "C3443", "小类"),
        ("阀门和旋塞制造", "C3443", "小类"),
        ("通用设备制造业", "C34", "大类"),
        ("瓶(罐)装饮用水制造", "C1522", "小类"),
        ("炼钢", "C3120", "小类"),
    ],
)
def test_that_a_code_is_resolved_by_looking_it_up(written, full, level):
    found = KNOWN.resolve(written)
    assert (found.industry.full_code, found.industry.level, found.remark) == (full, level, "")


def test_that_the_code_of_the_2017_edition_has_the_2017_name():
    assert KNOWN.resolve("I6550").industry.name == "信息处理和存储支持服务"
    assert KNOWN.resolve("3240").industry.name == "有色金属合金制造"


@pytest.mark.parametrize("written", ["3449", "3447", "C3999", "9900", "98", "12345", "344300", "31100"])
def test_that_a_code_that_is_not_in_the_table_is_kept_and_said_to_be_unknown(written):
    found = KNOWN.resolve(written)
    assert found.industry is None
    assert found.written == written
    assert "已照原样保留" in found.remark


def test_that_an_unknown_class_still_tells_its_division():
    assert "只能看出属于34 通用设备制造业" in KNOWN.resolve("3449").remark
    assert "只能看出属于01 农业" in KNOWN.resolve("0111").remark


@pytest.mark.parametrize("written", ["制造阀门的", "X34", "三四", "C类企业", "U"])
def test_that_words_are_no_code(written):
    found = KNOWN.resolve(written)
    assert found.industry is None
    assert found.remark == f"“{written}”不是国民经济行业代码，已照原样保留"


def test_that_a_wrong_letter_is_named_and_the_digits_count():
    found = KNOWN.resolve("B3443")
    assert found.industry.code == "3443"
    assert found.remark == "“B3443”的门类字母应为 C（C3443 阀门和旋塞制造）"


def test_that_nothing_is_nothing():
    assert KNOWN.resolve("  ").industry is None
    assert KNOWN.resolve("").remark == ""


def test_that_every_division_is_there_and_every_entry_has_its_parents():
    divisions = [code for code in KNOWN.by_code if len(code) == 2]
    assert divisions == [f"{number:02d}" for number in range(1, 98)]
    assert {len(code) for code in KNOWN.by_code} == {1, 2, 3, 4}
    for code, industry in KNOWN.by_code.items():
        assert industry.section in KNOWN.by_code
        assert len(code) < 3 or KNOWN.by_code[code[:-1]].section == industry.section


def test_that_manufacturing_is_complete():
    counts = [sum(one.section == "C" and len(one.code) == n for one in KNOWN.by_code.values()) for n in (2, 3, 4)]
    assert counts == [31, 179, 609]


def test_that_a_group_with_a_class_of_its_own_name_has_only_that_class():
    for code, industry in KNOWN.by_code.items():
        if len(code) == 4 and code.endswith("0"):
            siblings = [other for other in KNOWN.by_code if len(other) == 4 and other.startswith(code[:3])]
            assert siblings == [code]
            assert KNOWN.by_code[code[:3]].name == industry.name


def test_that_an_entry_knows_its_division():
    assert KNOWN.division(KNOWN.resolve("3443").industry).name == "通用设备制造业"
    assert KNOWN.division(KNOWN.resolve("C").industry).name == "制造业"


def test_that_a_bad_line_is_named():
    with pytest.raises(Rejected, match="第 2 行"):
        industries_from(["code,section,name", "34430,C,阀门"])
