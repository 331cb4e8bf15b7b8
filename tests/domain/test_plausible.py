"""Days that can hardly be meant are remarked upon."""

from __future__ import annotations

from datetime import date

from daan_desk.domain.plausible import HAPPENED, ORDERED, doubts
from daan_desk.store.base import LEDGERS

TODAY = date(2026, 11, 26)


def said(ledger: str, told: tuple[str, ...] = (), **values: object) -> dict[str, str]:
    return doubts(LEDGERS[ledger].ledger, values, TODAY, told or tuple(values))


def test_that_a_visit_of_tomorrow_is_remarked_upon_and_one_of_today_is_not() -> None:
    assert said("visits", day=date(2026, 11, 27)) == {"day": "日期 2026-11-27 还没有到，请核对"}
    assert said("visits", day=TODAY) == {}


def test_that_an_end_before_its_beginning_is_remarked_upon_beside_the_end() -> None:
    found = said("issues", raised=date(2026, 11, 2), due=date(2026, 10, 1))
    assert found == {"due": "办理时限 2026-10-01 早于提出日期 2026-11-02，请核对"}
    assert said("issues", raised=date(2026, 11, 2), due=date(2026, 11, 2)) == {}


def test_that_days_which_were_not_touched_are_not_remarked_upon_again() -> None:
    days = {"raised": date(2026, 11, 2), "due": date(2026, 10, 1)}
    assert said("issues", ("title",), **days) == {}
    assert set(said("issues", ("raised",), **days)) == {"due"}


def test_that_a_meeting_may_be_planned() -> None:
    assert said("meetings", day=date(2027, 1, 15)) == {}


def test_that_every_day_of_the_tables_is_a_field_of_its_ledger() -> None:
    named = [(ledger, name) for ledger, names in HAPPENED.items() for name in names]
    named += [(ledger, name) for ledger, pairs in ORDERED.items() for pair in pairs for name in pair]
    assert [pair for pair in named if pair[1] not in LEDGERS[pair[0]].ledger.by_name] == []
