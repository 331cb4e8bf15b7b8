"""Names that mean the same, and names that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daan_desk.domain.kinds import Name
from daan_desk.domain.names import Alike, core, normal, person, place


@pytest.mark.parametrize(
    "name",
    [
        "四川省自贡市华岭阀门（集团）有限责任公司",
        "自贡市华岭阀门(集团)有限公司",
        "自贡华岭阀门集团有限公司",
        "自 贡 华岭　阀门（集团）有限公司",
        "自贡市华岭阀门【集团】有限责任公司（注销）",
        "\u00a0自贡市华岭阀门（集团）有限责任公司\n",
    ],
)
def test_that_one_enterprise_is_the_same_however_its_name_is_written(name: str) -> None:
    assert normal(name) == "自贡华岭阀门集团有限公司"


def test_that_letters_are_compared_without_case_and_width() -> None:
    assert normal("ＡＢＢ（自贡）有限公司") == normal("abb(自贡)有限公司")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("自贡华岭阀门有限公司", "自贡华岭阀门股份有限公司"),
        ("永盛第一机械厂", "永盛第二机械厂"),
        ("四川华岭阀门有限公司", "自贡华岭阀门有限公司"),
    ],
)
def test_that_different_enterprises_stay_different(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_that_the_core_of_a_name_has_neither_region_nor_legal_form() -> None:
    assert core("四川省自贡市华岭阀门股份有限公司") == "华岭阀门"
    assert core("自贡公司") == "自贡"


def test_that_a_person_is_the_same_with_a_title_and_without() -> None:
    assert person("张　三（区委书记）") == person("张三") == person("张三同志") == "张三"


def test_that_a_department_is_the_same_with_the_district_and_without() -> None:
    assert place("自贡市大安区经信局") == place("区经信局") == place("经信局")
    assert place("大安街道") == "大安街道"


@pytest.mark.parametrize(
    "name",
    [
        "四川华岭精密阀门股份有限公司",
        "华岭精密阀门有限公司",
        "自贡市华岭精阀门有限公司",
        "自贡市华岭密精阀门有限公司",
    ],
)
def test_that_names_that_look_alike_are_found(name: str) -> None:
    assert Alike(["自贡华岭精密阀门有限公司"]).near(name) == ("自贡华岭精密阀门有限公司",)


@pytest.mark.parametrize(
    "name", ["永盛第二机械配件厂", "永盛第一机械配件一厂", "华岭泵业有限公司", "自贡华岭精密阀门有限责任公司"]
)
def test_that_numbered_other_and_same_names_are_not_called_alike(name: str) -> None:
    assert Alike(["永盛第一机械配件厂", "自贡华岭精密阀门有限公司"]).near(name) == ()


@settings(max_examples=150)
@given(st.text("华岭东方自贡四川省市大安区阀门有限责任公司集团（）() 股份厂ABＣ1", max_size=24))
def test_that_a_normal_name_stays_as_it_is_but_for_its_region(name: str) -> None:
    assert normal(f" {name} ") == normal(name)
    assert normal(name.replace("(", "（").replace(")", "）")) == normal(name)


@settings(max_examples=100)
@given(st.lists(st.text("华岭东方精密阀门机械制造", min_size=2, max_size=9), max_size=6))
def test_that_likeness_is_mutual(names: list[str]) -> None:
    for one in names:
        for other in names:
            assert bool(Alike([one]).near(other)) == bool(Alike([other]).near(one))


@pytest.mark.parametrize("written", ["★自贡华岭阀门有限公司", "自贡华岭阀门有限公司*", "※ 自贡华岭阀门有限公司 ＊"])
def test_that_marks_beside_a_name_are_no_part_of_it(written: str) -> None:
    assert normal(written) == normal("自贡华岭阀门有限公司")
    value, remark = Name(300).read(written)
    assert value == "自贡华岭阀门有限公司"
    assert "标记没有读入" in remark
