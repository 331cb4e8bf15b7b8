"""Shapes of setting values, all plain JSON: what an editor offers, and the sentence when a value does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from daan_desk.domain.failures import Rejected, refuse_unless


class Shape:
    """What a setting may be; `editor` names the widget, `check` raises `Rejected` with a sentence."""

    editor: ClassVar[str] = "line"

    def check(self, value: object) -> None:
        raise NotImplementedError(type(self).__name__)


@dataclass(frozen=True)
class Line(Shape):
    """A line of words; `shown` says the choices in the words of the screen, where these differ."""

    limit: int = 100
    optional: bool = False
    choices: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()

    def check(self, value: object) -> None:
        refuse_unless(isinstance(value, str), f"“{value}”应当是文字")
        text = str(value).strip()
        refuse_unless(text or self.optional, "不能为空")
        refuse_unless(len(text) <= self.limit, f"最多 {self.limit} 个字，现在有 {len(text)} 个字")
        allowed = not self.choices or not text or text in self.choices
        refuse_unless(allowed, f"“{text}”不是可选的值，只能是：{'、'.join(self.choices)}")


@dataclass(frozen=True)
class Whole(Shape):
    """A whole number within bounds."""

    low: int = 0
    high: int = 999
    unit: str = ""
    editor: ClassVar[str] = "whole"

    def check(self, value: object) -> None:
        # True is an int for Python, but no number for an officer.
        if not isinstance(value, int) or isinstance(value, bool):
            raise Rejected(f"“{value}”应当是整数")
        _within(value, self.low, self.high, self.unit)


@dataclass(frozen=True)
class Measure(Shape):
    """A number with decimals within bounds."""

    low: float
    high: float
    unit: str = ""
    editor: ClassVar[str] = "measure"

    def check(self, value: object) -> None:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise Rejected(f"“{value}”应当是数字")
        _within(value, self.low, self.high, self.unit)


@dataclass(frozen=True)
class Switch(Shape):
    """On or off."""

    editor: ClassVar[str] = "switch"

    def check(self, value: object) -> None:
        refuse_unless(isinstance(value, bool), f"“{value}”应当是“是”或“否”")


@dataclass(frozen=True)
class OneDay(Shape):
    """A day, as 2026-10-01."""

    editor: ClassVar[str] = "day"

    def check(self, value: object) -> None:
        try:
            date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            raise Rejected(f"“{value}”看不出是哪一天，应写成 2026-10-01") from None


@dataclass(frozen=True)
class LastDay(Line):
    """A day as 2026-10-01, or nothing where there is no last day yet."""

    limit: int = 10
    optional: bool = True

    def check(self, value: object) -> None:
        super().check(value)
        if value:
            OneDay().check(value)


@dataclass(frozen=True)
class Several(Shape):
    """A list of single values, none of them twice."""

    each: Shape
    least: int = 0
    editor: ClassVar[str] = "list"

    def check(self, value: object) -> None:
        rows = _listed(value)
        refuse_unless(len(rows) >= self.least, f"至少要有 {self.least} 项")
        seen: list[object] = []
        for number, one in enumerate(rows, 1):
            _checked(self.each, one, f"第 {number} 项")
            refuse_unless(one not in seen, f"第 {number} 项：“{one}”重复了")
            seen.append(one)


@dataclass(frozen=True)
class Part:
    """A column of a table of settings."""

    name: str
    label: str
    shape: Shape


@dataclass(frozen=True)
class Rows(Shape):
    """A table: rows are objects with exactly the named parts; `unique` parts together tell the rows apart."""

    parts: tuple[Part, ...]
    unique: tuple[str, ...] = ()
    least: int = 0
    editor: ClassVar[str] = "table"

    def check(self, value: object) -> None:
        rows = _listed(value)
        refuse_unless(len(rows) >= self.least, f"至少要有 {self.least} 行")
        seen: list[object] = []
        for number, row in enumerate(rows, 1):
            key = self._row(row, f"第 {number} 行")
            refuse_unless(not self.unique or key not in seen, f"第 {number} 行：与前面的一行重复")
            seen.append(key)

    def _row(self, row: object, place: str) -> object:
        if not isinstance(row, dict) or set(row) != {part.name for part in self.parts}:
            raise Rejected(f"{place}：应当有且只有这些栏目：{'、'.join(part.label for part in self.parts)}")
        for part in self.parts:
            _checked(part.shape, row[part.name], f"{place}“{part.label}”")
        return tuple(row[name] for name in self.unique)


def _listed(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise Rejected("应当是一个列表")
    return value


def _within(value: float, low: float, high: float, unit: str) -> None:
    refuse_unless(low <= value <= high, f"应当在 {low:.12g} 到 {high:.12g} {unit}之间")


def _checked(shape: Shape, value: object, place: str) -> None:
    try:
        shape.check(value)
    except Rejected as problem:
        raise Rejected(f"{place}：{problem}") from None
