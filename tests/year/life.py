"""How a year goes: somebody works, parcels go about, copies are made and come back to, clocks are set."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.year.judged import wrong
from tests.year.work import work
from tests.year.world import LAPTOPS, OFFICE, WHOLE, Year

THINGS = int(os.environ.get("DAAN_DESK_THINGS", "50"))  # that happen in a year, seven of ten of them work
DAYS_OFF = (0, 0, 0, 3, -2, 40, -400, 900)


@contextmanager
def quickly() -> Iterator[None]:
    """Keys that are quickly derived, and no copies before merges: both have tests of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("daan_desk.store.keys.COST", 2**8)
        patch.setattr("daan_desk.services.care.automatic", lambda office, reason: None)
        yield


def happens(year: Year) -> None:
    """Somebody works; or parcels go about; or a copy is made, or come back to; or a clock is set."""
    dice, everybody = year.dice, list(year.places)
    what = dice.choices(["work", "meet", "copy", "restore", "clock", "newer"], [70, 24, 2, 1, 2, 1])[0]
    who = dice.choice(everybody)
    if what == "work":
        work(year, who)
    elif what == "meet":
        meet(year, *dice.sample(everybody, 2))
    elif what == "clock":
        year.offsets[who] = timedelta(days=dice.choice(DAYS_OFF)) if who != OFFICE else timedelta()
    elif what == "copy":
        year.back_up(who)
    elif what == "newer":
        year.hear_of_newer(dice.choice([OFFICE, WHOLE]))
    elif year.copies[who]:
        year.tell(who, "goes back to a copy")
        year.restore(who)


def meet(year: Year, giver: str, taker: str) -> None:
    """One packs, another merges it: at once, twice, or an old one that still lay about."""
    dice = year.dice
    year.parcels.append(year.pack(giver, taker))
    parcel = dice.choice([year.parcels[-1], year.parcels[-1], year.parcels[-1], *year.parcels[-4:]])
    if parcel.origin.officer and taker == OFFICE:
        return  # nobody hands a leader's parcel back to the office
    for _ in range(dice.choice([1, 1, 2])):
        fresh = year.take(taker, parcel)
        year.tell(taker, f"merges {parcel.origin.by} {parcel.origin.since}: {fresh}")


def hear_of_everything(year: Year) -> None:
    """Everybody exchanges with the office, in any order, until nobody has news."""
    for _ in range(8):
        news = 0
        for who in year.dice.sample(LAPTOPS, 3):
            news += year.take(OFFICE, year.whole(who, OFFICE)) + year.take(who, year.whole(OFFICE, who))
        if not news:
            return
    raise AssertionError("there is no end of news")


def live(folder: Path, seed: int) -> list[str]:
    """The year of this seed; answers what is wrong at its end. What was done stands in told.txt beside its files."""
    home = folder / f"{seed}-{len(list(folder.iterdir()))}"
    home.mkdir()
    year = Year(home, random.Random(seed))
    try:
        year.begin(folder / "morning")
        for _ in range(THINGS):
            year.pass_time()
            happens(year)
        hear_of_everything(year)
        return wrong(year)
    finally:
        (home / "told.txt").write_text("\n".join(year.told), encoding="utf-8")
        year.close()
