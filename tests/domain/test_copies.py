"""Which copies stay: the newest, one of each recent day, one of each recent month; what is not ours is left alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from daan_desk.domain.copies import DAYS, MONTHS, NEWEST, name_of, superfluous, told

NOON = datetime(2026, 11, 23, 12).astimezone()


def test_that_a_name_says_when_and_why() -> None:
    found = told(name_of(NOON, "导入前"))
    assert found == (NOON, "导入前")
    for name in ("大安企服.daan", "20261399-250000-每日.daan", "20261123-120000-每日.daan.unfinished"):
        assert told(name) is None


def test_that_a_day_of_many_imports_leaves_the_days_and_months_before() -> None:
    days = [name_of(NOON - timedelta(days=at), "每日") for at in range(200)]
    imports = [name_of(NOON + timedelta(minutes=at), "导入前") for at in range(60)]
    gone = set(superfluous([*days, *imports]))
    stay = [name for name in [*imports[::-1], *days] if name not in gone]
    assert stay[:NEWEST] == imports[::-1][:NEWEST]
    assert [name for name in days if name not in gone][: DAYS - 1] == days[1:DAYS]
    assert len({name[:6] for name in stay}) == MONTHS
    assert len(stay) <= NEWEST + DAYS + MONTHS


def test_that_nothing_goes_while_there_are_few_and_strangers_never_go() -> None:
    few = [name_of(NOON - timedelta(days=at), "每日") for at in range(NEWEST)]
    assert superfluous(few) == ()
    assert "自己存的.daan" not in superfluous([*few, "自己存的.daan"] * 9)
