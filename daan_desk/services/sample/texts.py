"""The words of the sample district, read once from resources: trades, what enterprises ask for, what visits note."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from daan_desk import paths


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade: the word in names of enterprises, its cluster, its class of GB/T 4754-2017, its weight, its products."""

    name: str
    cluster: str
    code: str
    weight: float
    products: str

    @property
    def industrial(self) -> bool:
        """Whether its enterprises can be 规上 industrial ones."""
        return self.code.startswith("C")


@dataclass(frozen=True, slots=True)
class IssueText:
    """What an enterprise asks for, who answers (short names, the lead first), the progress, and how it ends."""

    category: str
    grade: str
    departments: tuple[str, ...]
    title: str
    description: str
    steps: tuple[str, ...]
    outcome: str


@cache
def trades() -> tuple[Trade, ...]:
    """Every trade of the district."""
    return tuple(
        Trade(row["trade"], row["cluster"], row["code"], float(row["weight"]), row["products"])
        for row in _rows("trades")
    )


@cache
def issue_texts() -> tuple[IssueText, ...]:
    """Every template of an issue."""
    return tuple(
        IssueText(
            row["category"],
            row["grade"],
            tuple(row["departments"].split("|")),
            row["title"],
            row["description"],
            tuple(row["steps"].split("|")),
            row["outcome"],
        )
        for row in _rows("issues")
    )


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """Sentences by what they are for: summary, suggestion, next_step, follow_up, policy, explain, return …"""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in _rows("visits"):
        found[row["kind"]].append(row["text"])
    return {kind: tuple(texts) for kind, texts in found.items()}


def _rows(name: str) -> list[dict[str, str]]:
    lines = (paths.resources() / "sample" / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines))
