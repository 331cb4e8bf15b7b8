"""What a policy still gives beside the superior's reward for the same matter."""

from __future__ import annotations

from decimal import Decimal

import pytest

from daan_desk.domain.benefits import Expected
from daan_desk.domain.stacking import stacked

OWN = Expected(Decimal(30), "定额 30 万元")


@pytest.mark.parametrize(
    ("stacking", "above", "amount", "words"),
    [
        ("可叠加", Decimal(20), 30, "可与上级奖励叠加"),
        ("含上级", Decimal(20), 10, "本级兑现 10 万元"),
        ("含上级", Decimal(50), 0, "本级兑现 0 万元"),
        ("就高不重复", Decimal(20), 30, "按本级 30 万元"),
        ("就高不重复", Decimal(30), 0, "本级不再兑现"),
    ],
)
def test_that_the_superiors_reward_is_included_added_or_the_higher_one_counts(
    stacking: str, above: Decimal, amount: int, words: str
) -> None:
    found = stacked(OWN, stacking, Expected(above, ""))
    assert found.amount == amount
    assert found.working.startswith("定额 30 万元；")
    assert words in found.working


def test_that_what_is_not_known_of_the_superior_is_said_and_nothing_is_taken_off() -> None:
    unknown = stacked(OWN, "含上级", Expected(None, "政策的标准还没有录入"))
    assert (unknown.amount, "请核实" in unknown.working) == (30, True)
    nothing = stacked(OWN, "就高不重复")
    assert (nothing.amount, "没有可得的上级奖励" in nothing.working) == (30, True)


def test_that_without_an_amount_or_a_word_of_stacking_nothing_changes() -> None:
    blank = Expected(None, "标准是定额，但金额还没有录入")
    assert stacked(blank, "含上级", Expected(Decimal(5), "")) is blank
    assert stacked(OWN, "", Expected(Decimal(5), "")) is OWN
