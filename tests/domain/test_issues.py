"""The table of an issue's life is the one that the office works by."""

from __future__ import annotations

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.issues import (
    DONE,
    LABELS,
    MOVES,
    OPEN,
    Satisfaction,
    State,
    can_move,
    move_named,
    moves_from,
    refusal,
)

LIFE = {
    "待交办": {"已交办", "解释说明"},
    "已交办": {"办理中", "退回"},
    "退回": {"已交办"},
    "办理中": {"已办结", "长期推进", "解释说明"},
    "长期推进": {"办理中", "已办结"},
    "已办结": {"已销号"},
    "解释说明": {"已销号"},
    "已销号": {"办理中"},
}


def test_that_the_words_are_those_on_paper():
    assert list(State) == list(LIFE)
    assert list(Satisfaction) == ["非常满意", "满意", "基本满意", "不满意"]


@pytest.mark.parametrize("state", list(State))
def test_that_an_issue_goes_only_where_the_table_lets_it(state):
    assert {str(move.target) for move in moves_from(state) if move.target} == LIFE[state]


def test_that_every_state_is_either_open_or_done():
    assert set(OPEN) | set(DONE) == set(State)
    assert not set(OPEN) & set(DONE)


def test_that_every_move_and_every_value_that_it_needs_has_words():
    assert len({move.name for move in MOVES}) == len({move.label for move in MOVES}) == len(MOVES) == 12
    assert all(name.replace("_", "").isascii() and name.islower() for name in (move.name for move in MOVES))
    assert {name for move in MOVES for name in move.needs} <= set(LABELS)


@pytest.mark.parametrize(
    ("word", "name"),
    [("dispatch", "dispatch"), ("交办", "dispatch"), ("redispatch", "dispatch"), ("销号", "close"), ("step", "step")],
)
def test_that_a_move_is_known_by_identifier_and_by_word(word, name):
    assert move_named(word).name == name


def test_that_an_unknown_move_is_refused_with_those_that_there_are():
    with pytest.raises(Rejected, match=r"没有“teleport”这一步.*交办（dispatch）.*延期（extend）"):
        move_named("teleport")


def test_that_a_refusal_says_what_can_be_done_instead():
    assert refusal("待交办", move_named("销号")) == "“待交办”的问题不能销号，现在可以：交办、解释说明"
    assert refusal("待交办", move_named("交办")) == ""
    assert refusal("不明", move_named("交办")) == "“不明”的问题不能交办"


def test_that_states_may_come_as_plain_words():
    assert can_move("办理中", move_named("answer"))
    assert not can_move("已办结", move_named("answer"))
