"""Planned and real times are drawn where they lie; what has begun goes on until today."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.schedules import MOST, Schedule, drawn, stretch

TODAY = date(2026, 11, 23)
NOTHING = (None, None)


def schedule(
    planned: tuple[date | None, date | None] = NOTHING, real: tuple[date | None, date | None] = NOTHING
) -> Schedule:
    return Schedule("p", "项目", "", planned, real)


def test_that_half_a_year_before_and_more_after_today_is_always_shown() -> None:
    shown = stretch((), TODAY)
    assert (shown.first, shown.last) == (date(2026, 5, 1), date(2027, 8, 31))
    assert len(shown.months) == 16
    assert 0 < shown.share(TODAY) < 1


def test_that_every_day_that_is_known_has_its_place() -> None:
    shown = stretch([schedule((date(2026, 1, 15), date(2028, 3, 2)))], TODAY)
    assert (shown.first, shown.last) == (date(2026, 1, 1), date(2028, 3, 31))
    assert shown.share(date(2026, 1, 1)) == 0
    assert shown.share(date(2030, 1, 1)) == 1


def test_that_a_typing_error_of_a_century_does_not_squeeze_all_others() -> None:
    shown = stretch([schedule((date(1926, 1, 1), date(2126, 1, 1)))], TODAY)
    assert len(shown.months) <= MOST
    assert shown.first < TODAY < shown.last


def test_that_what_has_begun_goes_on_until_today_and_what_ended_ends() -> None:
    begun = schedule(real=(date(2026, 8, 1), None))
    assert drawn(begun, TODAY) == (None, (date(2026, 8, 1), TODAY))
    ended = schedule((date(2026, 1, 1), date(2026, 6, 1)), (date(2026, 2, 1), date(2026, 7, 1)))
    assert drawn(ended, TODAY) == (ended.planned, ended.real)


def test_that_one_day_alone_is_a_bar_of_one_day_and_days_the_wrong_way_round_are_turned() -> None:
    assert drawn(schedule((None, date(2026, 6, 1))), TODAY)[0] == (date(2026, 6, 1), date(2026, 6, 1))
    assert drawn(schedule((date(2026, 6, 1), date(2026, 1, 1))), TODAY)[0] == (date(2026, 1, 1), date(2026, 6, 1))
    assert drawn(schedule(), TODAY) == (None, None)
