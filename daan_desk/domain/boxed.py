"""A form of labelled boxes on its way to Word, a page or the printer: closing slip, notice to an enterprise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

UNIT = 12  # a row is twelve twelfths wide
TALL, SIGN = 1400, 1340  # least heights in twips (twentieths of a point)
SIGN_HERE = "\n\n签名：\n　　　　　　年　　月　　日"


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the form, in twelfths of its width; head: a label; height: the least, in twips."""

    words: str
    span: int
    head: bool = False
    height: int = 0


@dataclass(frozen=True, slots=True)
class BoxedForm:
    """The whole form: its title, the file's name without ending, the line below the title, rows, notes at the foot."""

    title: str
    name: str
    line: str
    rows: tuple[tuple[Box, ...], ...]
    notes: tuple[str, ...] = ()


def line(*pairs: tuple[str, str], height: int = 0) -> tuple[Box, ...]:
    """Labels with what belongs to them, sharing one row."""
    span = UNIT // len(pairs) - 2
    return tuple(box for label, words in pairs for box in (Box(label, 2, head=True), Box(words, span, height=height)))


def across(words: str) -> tuple[Box, ...]:
    """A label over the whole row, for a new part of the form."""
    return (Box(words, UNIT, head=True),)


def signatures(words: Sequence[str]) -> tuple[Box, ...]:
    """Places to sign, side by side."""
    return tuple(Box(f"{word}：{SIGN_HERE}", UNIT // len(words), height=SIGN) for word in words)
