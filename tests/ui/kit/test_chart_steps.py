"""Funnels and grids of places are drawn, clicked and told in numbers."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.chart_steps import Step, Steps, Tile, Tiles
from daan_desk.ui.kit.colours import colour
from daan_desk.ui.kit.theme import Theme
from tests.ui.kit.chart_hands import card, clicked

STEPS = Steps(
    (Step("a", "需求", 40, "需求金额 900 万元"), Step("b", "授信", 10, "授信金额 300 万元")), ("个数", "金额")
)
TILES = Tiles(
    (Tile("t1", "甲镇", 0, 0, 8, 2), Tile("t2", "乙街道", 0, 1, 1), Tile(None, "丙镇", 1, 0, 0)), ("问题", "逾期")
)


@pytest.mark.parametrize(
    ("values", "x", "y", "keys"),
    [
        (STEPS, 0, 0, ["a"]),
        (STEPS, 15, 1, ["b"]),
        (STEPS, 0, 0.49, []),
        (TILES, 0.5, 0.5, ["t1"]),
        (TILES, 1.5, 0.5, ["t2"]),
        (TILES, 0.5, 1.5, []),
        (TILES, 1.5, 1.5, []),
    ],
)
def test_that_a_click_tells_the_step_or_the_place_and_nothing_beside_it(
    qtbot: QtBot, theme: Theme, values: Steps | Tiles, x: float, y: float, keys: list[object]
) -> None:
    assert clicked(qtbot, card(qtbot, values), x, y) == keys


def test_that_the_numbers_stand_with_their_share_and_their_own_words() -> None:
    rows, keys = STEPS.numbers()
    assert rows == (
        ("", "个数", "占比", "金额"),
        ("需求", "40", "100%", "需求金额 900 万元"),
        ("授信", "10", "25%", "授信金额 300 万元"),
    )
    assert keys == ("a", "b")
    assert Steps((Step("a", "需求", 0),)).share(Step("b", "授信", 0)) == "—"
    assert TILES.numbers()[0][1] == ("甲镇", "8", "2")


@pytest.mark.parametrize("values", [STEPS, TILES], ids=["steps", "tiles"])
def test_that_both_are_drawn_anew_in_the_other_look(qtbot: QtBot, theme: Theme, values: Steps | Tiles) -> None:
    made = card(qtbot, values)
    for dark in (True, False):
        theme.switch(dark)
        assert made.plot is not None
        image = made.plot.grab().toImage()
        found = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert colour("card").name() in found


@pytest.mark.parametrize("values", [Steps(()), Tiles(())], ids=["steps", "tiles"])
def test_that_nothing_to_draw_says_so(qtbot: QtBot, theme: Theme, values: Steps | Tiles) -> None:
    assert card(qtbot, values)._empty.isVisible()
