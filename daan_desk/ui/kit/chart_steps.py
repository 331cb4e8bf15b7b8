"""More of what a chart shows: steps that follow one another (a funnel), and places as tiles in a grid."""

from __future__ import annotations

from dataclasses import dataclass

from daan_desk.ui.kit.chart_values import Rows, shown


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how many came so far, and words of its own that are no part of the bar."""

    key: object
    name: str
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """A funnel: every step is a part of the first one; `words` name what is counted and what the notes say."""

    steps: tuple[Step, ...]
    words: tuple[str, str] = ("", "")

    def share(self, one: Step) -> str:
        """How many of the first step came so far."""
        first = self.steps[0].value
        return f"{one.value / first:.0%}" if first else "—"

    def numbers(self) -> tuple[Rows, tuple[object, ...]]:
        counted, noted = self.words
        rows = ((one.name, shown(one.value), self.share(one), one.note) for one in self.steps)
        return (("", counted, "占比", noted), *rows), tuple(one.key for one in self.steps)


@dataclass(frozen=True, slots=True)
class Tile:
    """One place: its row and column in the grid, its number, and of it what is late; without a key it leads nowhere."""

    key: object
    name: str
    row: int
    column: int
    value: float
    late: float = 0


@dataclass(frozen=True, slots=True)
class Tiles:
    """Places as a grid that is like a map, the deeper the more; `words` name the number and what is late."""

    tiles: tuple[Tile, ...]
    words: tuple[str, str] = ("", "")

    def numbers(self) -> tuple[Rows, tuple[object, ...]]:
        rows = ((one.name, shown(one.value), shown(one.late)) for one in self.tiles)
        return (("", *self.words), *rows), tuple(one.key for one in self.tiles)
