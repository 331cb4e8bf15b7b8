"""Which typeface stands in for which."""

from daan_desk.domain.typefaces import OFFICIAL, chosen, stand_ins


def test_that_the_official_typefaces_are_used_without_a_word_where_they_are() -> None:
    there = {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"}
    assert chosen(there) == OFFICIAL


def test_that_windows_typefaces_are_as_good_and_only_the_title_is_remarked_upon() -> None:
    found = chosen({"仿宋", "楷体", "黑体", "宋体"})
    assert (found.body, found.subheading, found.title) == ("仿宋", "楷体", "宋体")
    assert found.remarks == ("标题应为“方正小标宋简体”，本机没有安装，以“宋体”代替",)


def test_that_a_bare_machine_keeps_the_official_names_and_says_what_is_missing() -> None:
    found = chosen(())
    assert found.body == OFFICIAL.body
    assert len(found.remarks) == 5
    assert "仿宋_GB2312" in found.remarks[1]


def test_that_every_family_knows_its_stand_ins() -> None:
    assert "宋体" in stand_ins("方正小标宋简体")
    assert "宋体" not in stand_ins("宋体")
    assert stand_ins("某字体") == ()
