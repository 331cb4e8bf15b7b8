"""Rows of a sheet as values of a ledger, with links found, defaults filled in and everything odd said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from daan_desk.domain.contacts import people
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.sheets import DataRow, Layout
from daan_desk.services.importing.linking import Linker
from daan_desk.services.importing.reading import NOTHING, Got, Values

# The first of several names is the link, the others go here.
REST: Mapping[str, str] = {"led_by": "companions", "lead_department": "assisting"}
# What an old book leaves out because it goes without saying there; said once when the column is missing.
ASSUMED: Mapping[str, Mapping[str, str]] = {"visits": {"way": "实地"}, "issues": {"category": "其他"}}
BETWEEN_NAMES = re.compile(r"[、，,；;\n]+")
SENTENCE_END = re.compile(r"[。；;！!\n]")
TITLE_LENGTH = 40


@dataclass(slots=True)
class Draft:
    """One row on its way: its values by field, what could not be read, what was assumed, what was left out.

    shown: what stands in the cells of problems that are numbers with a hidden middle.
    """

    source: DataRow
    values: dict[str, object] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)


class Links(NamedTuple):
    """What a cell of names is: the first record, what is to be said, and the other names."""

    value: object
    remarks: tuple[str, ...]
    rest: tuple[str, ...]


class Drafting:
    """Makes the drafts of a layout for one ledger; said: what the title says of every row, by field."""

    def __init__(self, ledger: Ledger, linker: Linker, columns: Sequence[Values], said: Mapping[str, str]) -> None:
        self.ledger = ledger
        self.linker = linker
        self.columns = columns
        self.links: dict[tuple[str, object], Links] = {}
        self.parted: dict[str, str] = {}
        self.titled = ledger.name == "issues"
        self.said = {name: word for name, word in said.items() if word}
        self.unsaid = ASSUMED.get(ledger.name, {})
        self.assumed = {
            name: word for name, word in self.unsaid.items() if all(column.field.name != name for column in columns)
        }

    def drafts(self, layout: Layout) -> Iterator[Draft]:
        """A draft for every row, in order."""
        columns = [(column, column.field.name, column.links) for column in self.columns]
        for source, *cells in zip(layout.rows, *(column.cells for column in self.columns), strict=True):
            draft = Draft(source)
            values = draft.values
            for (column, name, links), got in zip(columns, cells, strict=True):
                if got is NOTHING:
                    continue
                if links or got.remark or got.value is None or name in values or draft.problems:
                    self.take(draft, column, got)
                else:  # nearly every cell: nothing to look up and nothing to say
                    values[name] = got.value
            self.complete(draft)
            yield draft

    def take(self, draft: Draft, column: Values, got: Got) -> None:
        """Put what a cell gave into the draft; a better column's value stays."""
        name = column.field.name
        if name in draft.values:
            return
        value, remark, problem, shown = got
        if value is None:
            if problem and name not in draft.problems:
                draft.problems[name] = problem
                draft.shown[name] = shown
            return
        if column.links:
            value = self.linked(draft, column.field, value)
        if remark:
            draft.remarks.append(f"{column.field.label}：{remark}")
        if value is not None:
            draft.values[name] = value
            if draft.problems:
                draft.problems.pop(name, None)

    def linked(self, draft: Draft, described: Field, text: object) -> object:
        """The record that a cell names; further names go to the field beside it."""
        key = (described.name, text)
        if key not in self.links:
            self.links[key] = self.named(described, str(text))
        found = self.links[key]
        draft.losses += found.remarks
        beside = REST.get(described.name, "")
        if beside in self.ledger.by_name and found.rest:
            before = people(str(draft.values.get(beside) or ""))
            draft.values[beside] = "、".join(dict.fromkeys([*found.rest, *before]))
        return found.value

    def named(self, described: Field, text: str) -> Links:
        """The record that one text names."""
        assert isinstance(described.kind, LinkTo)
        target, beside = described.kind.ledger, REST.get(described.name, "")
        several = [name.strip() for name in BETWEEN_NAMES.split(text) if name.strip()] if beside else []
        words = people(text) if target == "officers" and beside else tuple(several) or (text,)
        value, remark = self.linker.link(target, words[0])
        rest = words[1:] if value is not None or not beside else words
        said = [f"{described.label}：{remark}"] if remark else []
        if value is None and rest and beside in self.ledger.by_name:
            said = [f"{said[0].removesuffix('，已留空')}，记入“{self.ledger[beside].label}”"]
        elif rest and beside in self.ledger.by_name:
            self.parted[described.name] = (
                f"“{described.label}”一格里有几个名称时取第一个，其余记入“{self.ledger[beside].label}”"
            )
        return Links(value, tuple(said), rest)

    def complete(self, draft: Draft) -> None:
        """What follows from the rest of the row, and what goes without saying in old books."""
        if self.titled and "title" not in draft.values:
            title = brief(draft.values.get("description"))
            if title:
                draft.values["title"] = title
                draft.problems.pop("title", None)
        for name, word in self.said.items():
            draft.values.setdefault(name, word)
        for name, word in self.unsaid.items():
            if name not in draft.values and name not in draft.problems:
                draft.values[name] = word
                if name not in self.assumed:
                    draft.remarks.append(f"{self.ledger[name].label}没有填写，按“{word}”登记")

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What is assumed for every row: columns that the sheet has not, cells with several names."""
        missing = (
            f"表里没有“{self.ledger[name].label}”一栏，全部按“{word}”登记" for name, word in self.assumed.items()
        )
        titled = (f"{self.ledger[name].label}取自标题：{word}" for name, word in self.said.items())
        return (*missing, *titled, *self.parted.values())


def brief(text: object) -> str:
    """A title out of a description: its first sentence, cut where it is long."""
    first = next((part.strip() for part in SENTENCE_END.split(str(text or "")) if part.strip()), "")
    return first if len(first) <= TITLE_LENGTH else f"{first[: TITLE_LENGTH - 1]}…"
