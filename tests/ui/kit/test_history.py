"""Back and forward, as in a browser."""

from __future__ import annotations

from daan_desk.ui.kit.desk import Journey
from daan_desk.ui.kit.history import KEPT, History

A, B, C = Journey("a"), Journey("b"), Journey("c")


def been(*journeys: Journey) -> History:
    history = History()
    for journey in journeys:
        history.went(journey)
    return history


def test_that_one_goes_back_the_way_one_came() -> None:
    history = been(A, B, C)
    assert [history.back(), history.back(), history.back()] == [B, A, None]
    assert [history.forward(), history.forward(), history.forward()] == [B, C, None]


def test_that_a_new_way_cuts_off_what_lay_ahead() -> None:
    history = been(A, B)
    history.back()
    history.went(C)
    assert history.forward() is None
    assert history.back() == A


def test_that_the_same_place_twice_counts_once() -> None:
    assert been(A, A).back() is None


def test_that_there_is_nowhere_to_go_at_the_beginning() -> None:
    assert History().here is None
    assert History().back() is None


def test_that_only_the_last_places_are_kept() -> None:
    history = been(*(Journey(str(number)) for number in range(KEPT + 5)))
    steps = 0
    while history.back():
        steps += 1
    assert steps == KEPT - 1
