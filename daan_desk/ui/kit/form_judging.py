"""What a form asks in the background while somebody types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from daan_desk.domain.fields import Ledger
from daan_desk.domain.questions import Question, Where
from daan_desk.ui.kit.ledger_source import Source


@dataclass(frozen=True)
class Judgement:
    """Sentences by field, and the records that warnings speak of, by field."""

    problems: Mapping[str, str] = field(default_factory=dict)
    warnings: Mapping[str, str] = field(default_factory=dict)
    twins: Mapping[str, str] = field(default_factory=dict)


def judged(source: Source, values: Mapping[str, object], record: str) -> Judgement:
    """What the office says of these values; a warning about a namesake gets the record that it means."""
    found = source.check(values, record or None)
    keys = {name for key in source.ledger.keys for name in key}
    twins = {name: _twin(source, name, values.get(name), record) for name in found.warnings if name in keys}
    return Judgement(dict(found.problems), dict(found.warnings), {name: id_ for name, id_ in twins.items() if id_})


def _twin(source: Source, name: str, value: object, record: str) -> str:
    if value is None:
        return ""
    same = source.ids(Question(source.ledger.name, where=(Where(name, "is", value),)))
    hits = same or tuple(hit.id for hit in source.find(str(value), (source.ledger.name,), 3))
    return next((id_ for id_ in hits if id_ != record), "")


def name_of(ledger: Ledger) -> str:
    """The field by which people name a row: the last part of its title (“number title” → title)."""
    return ledger.title.split()[-1]
