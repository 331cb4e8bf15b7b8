"""People and their telephone numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daan_desk.domain.contacts import People, Phone, people
from daan_desk.domain.failures import Rejected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (13812345678.0, "13812345678"),
        (13812345678, "13812345678"),
        ("13812345678.0", "13812345678"),
        ("138 1234 5678", "13812345678"),
        ("138-1234-5678", "13812345678"),
        ("１３８１２３４５６７８", "13812345678"),
        ("+86 13812345678", "13812345678"),
        ("0813-5551234", "0813-5551234"),
        ("（0813）5551234", "0813-5551234"),
        ("0813 5551234", "0813-5551234"),
        ("0813—5551234", "0813-5551234"),
        ("0813-5551234转801", "0813-5551234转801"),
        ("13812345678/0813-5551234", "13812345678、0813-5551234"),
        ("13812345678 13987654321", "13812345678、13987654321"),
        ("13812345678\n13987654321", "13812345678、13987654321"),
        ("1381234567813987654321", "13812345678、13987654321"),
        ("13812345678；13812345678", "13812345678"),
        ("400-800-1234", "400-800-1234"),
        ("5551234", "5551234"),
    ],
)
def test_that_numbers_are_kept_as_text_with_all_their_digits(raw: object, expected: str) -> None:
    assert Phone().read(raw) == (expected, "")


@pytest.mark.parametrize("raw", ["1.38E+10", "1.3812E+10"])
def test_that_a_number_in_scientific_notation_is_refused(raw: str) -> None:
    with pytest.raises(Rejected, match="找不回来"):
        Phone().read(raw)


@pytest.mark.parametrize(
    ("raw", "word"), [(8135551234.0, "开头的 0"), ("138123456", "完整"), ("赵某 13812345678", "完整")]
)
def test_that_an_odd_number_is_kept_with_a_remark(raw: object, word: str) -> None:
    number, remark = Phone().read(raw)
    assert str(number).replace(" ", "") in str(raw).replace(" ", "").replace(".0", "")
    assert word in remark


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("张　三", ("张三",)),
        ("张三、李四，王五", ("张三", "李四", "王五")),
        ("张三/李四;王五；赵六", ("张三", "李四", "王五", "赵六")),
        ("张三\n李四", ("张三", "李四")),
        ("张三 李四 王五", ("张三", "李四", "王五")),
        ("张 三 李 四", ("张三", "李四")),
        ("王 小明", ("王小明",)),
        ("欧阳 锋", ("欧阳锋",)),
        ("诸 葛 亮", ("诸葛亮",)),
        ("张某（区长）；李四", ("张某（区长）", "李四")),
        ("张三、张三", ("张三",)),
    ],
)
def test_that_several_people_in_one_cell_are_told_apart(raw: str, expected: tuple[str, ...]) -> None:
    assert people(raw) == expected
    assert People().read(raw).value == "、".join(expected)


@pytest.mark.parametrize("raw", [None, "", "/", "无", "、"])
def test_that_nobody_is_nobody(raw: object) -> None:
    assert People().read(raw).value is None


def test_that_too_many_words_are_refused() -> None:
    with pytest.raises(Rejected, match="最多"):
        People(4).read("张三、李四、王五")
    with pytest.raises(Rejected, match="最多"):
        Phone(12).read("13812345678、13987654321")


@settings(max_examples=150)
@given(
    st.lists(st.text("赵钱孙李周吴郑王冯陈", min_size=2, max_size=3), min_size=1, max_size=5, unique=True),
    st.sampled_from("、，,；;/\n"),
)
def test_that_a_list_of_people_survives_any_separator(names: list[str], sign: str) -> None:
    assert people(sign.join(names)) == tuple(names)
    assert People().read(People().read(sign.join(names)).value) == People().read(sign.join(names))


@settings(max_examples=150)
@given(st.text(max_size=40))
def test_that_reading_a_number_twice_changes_nothing(text: str) -> None:
    try:
        once = Phone().read(text).value
        again = Phone().read(once).value
    except Rejected:
        return
    assert again == once
