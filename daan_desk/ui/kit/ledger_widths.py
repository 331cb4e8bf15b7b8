"""How wide columns become in the room that there is: comfortable, else as their words need, else words are cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """One column in pixels: what is comfortable, what its words need, and below what it is never pressed."""

    usual: int
    need: int
    least: int


def fixed(width: int) -> Span:
    """A column whose width somebody chose."""
    return Span(width, width, width)


def fitting(spans: Sequence[Span], room: int) -> list[int]:
    """The widths; where even the least ones are too many every column gets what it needs, and the table scrolls."""
    steps = (
        [span.usual for span in spans],
        [min(span.usual, span.need) for span in spans],
        [min(span.usual, span.need, span.least) for span in spans],
    )
    if sum(steps[0]) <= room:
        return steps[0]
    for wide, narrow in pairwise(steps):
        if sum(narrow) <= room:
            return _between(narrow, wide, room)
    return steps[1]


def _between(narrow: Sequence[int], wide: Sequence[int], room: int) -> list[int]:
    """Widths that fill the room, every column as far from narrow to wide as every other."""
    spare, slack = room - sum(narrow), sum(wide) - sum(narrow)
    return [low + (high - low) * spare // slack for low, high in zip(narrow, wide, strict=True)]
