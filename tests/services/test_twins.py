"""What two people wrote twice is listed whenever it came, laid side by side, made one by one press, or told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from daan_desk.services import care, ledgers, merging, twins, undo
from daan_desk.services.office import Office
from tests import builders
from tests.laptops import hand_over, laptop


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daan_desk.store.keys.COST", 2**8)
    monkeypatch.setattr("daan_desk.exchange.sealing.COST", 14)
    monkeypatch.setattr("daan_desk.services.care.automatic", lambda office, reason: None)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Office, Office]]:
    places = [laptop(tmp_path, who) for who in ("李慧敏", "王建国")]
    yield places[0].office, places[1].office
    for place in places:
        assert care.check(place.office).problems == ()
        place.close()


@pytest.fixture
def twice(two: tuple[Office, Office], tmp_path: Path) -> Office:
    """An office with one visit that two people wrote down, each on the own laptop."""
    office, other = two
    one = builders.enterprise(office)
    hand_over(office, other, tmp_path)
    builders.visit(office, one, summary="看了车间", staff=80)
    theirs = builders.visit(other, one, companions="王建国", summary="谈了用电", output=90, staff=85)
    builders.issue(other, one, visit=theirs)
    hand_over(other, office, tmp_path)
    return office


def test_that_both_stand_side_by_side_with_what_would_be_left_of_each(twice: Office) -> None:
    (pair,) = twins.open_twins(twice)
    found = twins.compared(twice, pair)
    assert (found.kept_by, found.other_by) == ("李慧敏", "王建国")
    rows = {row.label: row for row in found.rows}
    assert rows["走访内容"].after == "看了车间\n谈了用电"
    assert (rows["当月产值"].kept, rows["当月产值"].other, rows["当月产值"].after) == ("", "90", "90")
    assert [row.label for row in found.rows if row.lost] == ["在岗人数"]
    assert found.moving == "问题诉求 1 条"


def test_that_what_was_shown_is_what_joining_does_and_undo_takes_it_apart(twice: Office) -> None:
    (pair,) = twins.open_twins(twice)
    shown = {row.label: row.after for row in twins.compared(twice, pair).rows}
    act = merging.join(twice, pair).act
    row = ledgers.row(twice, "visits", pair.kept)
    described = ledgers.ledger("visits")
    for label in ("走访内容", "在岗人数", "当月产值", "陪同人员"):
        field = described.find(label)
        assert field.kind.show(row[field.name]) == shown[label]
    assert twins.open_twins(twice) == ()
    undo.undo(twice, act)
    assert twins.open_twins(twice) == (pair,)


def test_that_what_is_said_to_be_two_things_is_not_proposed_again_by_anybody(
    twice: Office, two: tuple[Office, Office], tmp_path: Path
) -> None:
    (pair,) = twins.open_twins(twice)
    twins.set_apart(twice, pair)
    hand_over(twice, two[1], tmp_path)
    for office in two:
        assert twins.open_twins(office) == ()


def test_that_the_same_person_may_come_twice_a_day(two: tuple[Office, Office]) -> None:
    office, _ = two
    one = builders.enterprise(office)
    for summary in ("上午", "下午"):
        builders.visit(office, one, summary=summary)
    assert twins.open_twins(office) == ()


def test_that_an_issue_that_was_made_one_is_found_by_both_numbers(two: tuple[Office, Office], tmp_path: Path) -> None:
    office, other = two
    one = builders.enterprise(office)
    hand_over(office, other, tmp_path)
    kept, dropped = builders.issue(office, one), builders.issue(other, one)
    hand_over(other, office, tmp_path)
    numbers = {str(ledgers.row(office, "issues", each)["number"]) for each in (kept, dropped)}
    assert len(numbers) == 2
    (pair,) = [pair for pair in twins.open_twins(office) if pair.ledger == "issues"]
    merging.join(office, pair)
    for number in numbers:
        assert [hit.id for hit in ledgers.find(office, number, ["issues"])] == [pair.kept]


def test_that_a_pair_of_which_one_is_gone_says_nothing(twice: Office) -> None:
    (pair,) = twins.open_twins(twice)
    merging.join(twice, pair)
    assert twins.compared(twice, pair).rows == ()
