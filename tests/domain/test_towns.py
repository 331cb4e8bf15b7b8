"""The district's own places are known by the names that rosters use."""

from __future__ import annotations

import pytest

from daan_desk.domain.towns import CLUSTERS, DISTRICT, PARKS, TOWNS, town_named, town_question


def test_that_the_fifteen_towns_have_codes_of_the_district():
    assert len(TOWNS) == len({town.code for town in TOWNS}) == len({town.name for town in TOWNS}) == 15
    assert all(town.code.startswith(DISTRICT) and len(town.code) == 9 for town in TOWNS)
    assert len(PARKS) == 5
    assert CLUSTERS[0] == "金属新材料(硬质合金)及制品"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("大山铺镇", "大山铺镇"),
        (" 大山铺 ", "大山铺镇"),
        ("大安区大山铺镇", "大山铺镇"),
        ("和平乡", "和平街道"),
        ("凤凰乡", "凤凰街道"),
        ("龙井街道办事处", "龙井街道"),
        ("大山铺镇人民政府", "大山铺镇"),
        ("510304102", "团结镇"),
        ("510304102000", "团结镇"),
        ("大安街道", "大安街道"),
    ],
)
def test_that_a_town_is_known_by_each_of_its_names(word, name):
    assert town_named(word).name == name


@pytest.mark.parametrize("word", ["永嘉乡", "自流井区", "", "铺", "大安区", "510304101", "团结乡"])
def test_that_a_place_that_is_none_of_ours_is_not_guessed(word):
    assert town_named(word) is None


def test_that_a_town_that_was_divided_is_asked_about():
    assert "永嘉乡已撤并" in town_question("永嘉乡")
    assert town_question("永嘉") == town_question("大安区永嘉乡") == town_question("永嘉乡")
    assert town_question("和平乡") == ""
