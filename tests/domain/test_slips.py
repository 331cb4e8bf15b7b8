"""The closing slip as a value."""

from datetime import date

from daan_desk.domain.slips import SIGNATURES, ClosingSlip


def slip(due: date | None = None, answered: date | None = None) -> ClosingSlip:
    return ClosingSlip("2026-0001", "甲公司", "用电", date(2026, 5, 6), due=due, answered=answered)


def test_that_a_slip_says_late_only_when_both_days_are_known() -> None:
    day = date(2026, 5, 20)
    assert slip(day, day).late is False
    assert slip(day, date(2026, 5, 21)).late is True
    assert slip(day).late is None
    assert slip(None, day).late is None


def test_that_a_slip_has_lines_for_the_enterprise_and_the_officer() -> None:
    assert slip().signatures == SIGNATURES
    assert any("企业" in words for words in SIGNATURES)
    assert any("服务官" in words for words in SIGNATURES)
