"""The unified social credit code, GB 32100-2015."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daan_desk.domain.credit_code import (
    ALPHABET,
    CreditCode,
    check_sign,
    is_citizens_number,
    normal,
    organisation_sign,
    valid,
)
from daan_desk.domain.failures import Rejected


def made(organisation: str = "MA620001", first: str = "91510304") -> str:
    """A code whose two check signs are right."""
    sixteen = first + organisation
    seventeen = sixteen + organisation_sign(sixteen)
    return seventeen + check_sign(seventeen)


def citizen(seventeen: str = "51030419761209212") -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return seventeen + "10X98765432"[sum(int(d) * w for d, w in zip(seventeen, weights, strict=True)) % 11]


def test_that_the_example_of_the_standard_is_right() -> None:
    assert valid("91350100M000100Y43")
    assert organisation_sign("91350100M000100Y43") == "4"


def test_that_a_right_code_is_read_without_a_remark() -> None:
    assert CreditCode().read(made()) == (made(), "")


@pytest.mark.parametrize(
    "written",
    [
        lambda code: code.lower(),
        lambda code: f"'{code}",
        lambda code: f" {code[:4]} {code[4:8]}-{code[8:]} ",
        lambda code: f"{code}（新）",
        lambda code: "".join(chr(ord(sign) + 0xFEE0) for sign in code),
        lambda code: f"\u00a0{code}\n",
    ],
)
def test_that_a_code_is_brought_to_its_form_first(written: object) -> None:
    assert CreditCode().read(written(made())) == (made(), "")  # type: ignore[operator]


def test_that_a_wrong_check_digit_warns_and_keeps() -> None:
    wrong = made()[:17] + ("0" if made()[17] != "0" else "1")
    code, remark = CreditCode().read(wrong)
    assert code == wrong
    assert "校验位不对" in remark


def test_that_the_organisation_codes_own_check_digit_tells_where_the_error_is() -> None:
    code = made()
    other = "2" if code[10] != "2" else "3"
    assert "第 9 至 17 位" in CreditCode().read(code[:10] + other + code[11:]).remark
    assert "前 8 位或末位" in CreditCode().read("92" + code[2:]).remark


@pytest.mark.parametrize("raw", [9.11510304e17, 911510304000000000, "9.11E+17", "9.1151E+17"])
def test_that_a_code_that_arrived_as_a_float_is_reported_and_never_guessed(raw: object) -> None:
    with pytest.raises(Rejected, match="丢失"):
        CreditCode().read(raw)


@pytest.mark.parametrize(
    ("raw", "word"), [("510304000012345", "15 位"), ("91510304MA6200", "14 位"), ("MA620001X", "9 位")]
)
def test_that_a_code_of_another_length_is_kept_with_a_remark(raw: str, word: str) -> None:
    code, remark = CreditCode().read(raw)
    assert code == raw
    assert word in remark


def test_that_a_letter_that_no_code_has_is_named() -> None:
    _, remark = CreditCode().read("91510304MA62O001XX")
    assert "“O”" in remark


def test_that_a_citizens_number_is_told_apart_and_not_taken() -> None:
    assert is_citizens_number(citizen())
    assert not is_citizens_number(made())
    with pytest.raises(Rejected, match="身份证"):
        CreditCode().read(citizen())


def test_that_letters_in_the_first_two_places_are_legal() -> None:
    code = made(first="N2510304")
    assert CreditCode().read(code) == (code, "")


@pytest.mark.parametrize("raw", ["正在办理", "abc", "无证经营户"])
def test_that_words_are_no_code(raw: str) -> None:
    with pytest.raises(Rejected):
        CreditCode().read(raw)


@pytest.mark.parametrize("raw", ["", None, "/", "无", "—"])
def test_that_no_code_is_no_problem(raw: object) -> None:
    assert CreditCode().read(raw) == (None, "")


@settings(max_examples=200)
@given(st.text(ALPHABET, min_size=8, max_size=8), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_that_one_wrong_sign_is_always_noticed(organisation: str, place: int, sign: str) -> None:
    code = made(organisation)
    assert valid(code)
    wrong = code[:place] + sign + code[place + 1 :]
    assert valid(wrong) == (wrong == code)
    assert normal(code.lower()) == code
