"""A qualification that ends is spoken of in time."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.qualifications import KINDS, QualificationKind, Validity, expiry, kind_named, term

TODAY = date(2026, 11, 4)
HIGH_TECH = kind_named("高新技术企业")


@pytest.mark.parametrize(
    ("name", "awarded", "last"),
    [
        ("高新技术企业", date(2023, 12, 12), date(2026, 12, 11)),
        ("专精特新", date(2024, 2, 29), date(2027, 2, 28)),
        ("专精特新“小巨人”", date(2023, 7, 1), date(2026, 6, 30)),
        ("创新型中小企业", date(2025, 1, 1), date(2027, 12, 31)),
        ("科技型中小企业", date(2026, 3, 5), date(2026, 12, 31)),
        ("科技型中小企业", date(2026, 12, 31), date(2026, 12, 31)),
        ("绿色工厂", date(2020, 1, 1), None),
    ],
)
def test_that_each_kind_has_its_last_day(name, awarded, last):
    assert expiry(kind_named(name), awarded) == last


def test_that_nothing_is_worked_out_from_nothing():
    assert expiry(HIGH_TECH, None) is None
    assert expiry(kind_named("自封的称号"), TODAY) is None


def test_that_every_kind_of_the_seed_is_there_once():
    names = [kind.name for kind in KINDS]
    assert len(names) == len(set(names)) == 9
    assert kind_named("内部", [QualificationKind("内部", 2)]) == QualificationKind("内部", 2)


@pytest.mark.parametrize(
    ("expires", "validity", "words", "reminder"),
    [
        (None, Validity.VALID, "长期有效", None),
        (date(2027, 11, 5), Validity.VALID, "有效期至 2027-11-05", None),
        (date(2027, 11, 4), Validity.EXPIRING, "还有 365 天到期", 12),
        (date(2027, 5, 4), Validity.EXPIRING, "还有 181 天到期", 6),
        (date(2027, 2, 4), Validity.EXPIRING, "还有 92 天到期", 3),
        (TODAY, Validity.EXPIRING, "今天到期", 3),
        (date(2026, 11, 3), Validity.EXPIRED, "已过期 1 天", None),
        (date(9999, 12, 31), Validity.VALID, "有效期至 9999-12-31", None),
    ],
)
def test_that_the_state_follows_the_last_day(expires, validity, words, reminder):
    shown = term(expires, TODAY)
    assert (shown.validity, shown.words, shown.reminder) == (validity, words, reminder)


def test_that_the_words_say_what_to_do():
    assert term(date(2026, 12, 11), TODAY, renewal=HIGH_TECH.renewal).words == "还有 37 天到期，请准备重新认定"


def test_that_the_office_chooses_when_to_be_reminded():
    assert term(date(2027, 2, 4), TODAY, [1]).validity == Validity.VALID
    assert term(date(2027, 2, 4), TODAY, []).validity == Validity.VALID
