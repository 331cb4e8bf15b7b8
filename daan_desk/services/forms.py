"""What a superior's form may ask of a record: its own fields, and those of the records that it cannot be without."""

from __future__ import annotations

from collections.abc import Mapping

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import Linked, LinkTo
from daan_desk.domain.questions import Question, Row
from daan_desk.services import ledgers
from daan_desk.services.office import Office

Values = Mapping[str, object]


def related(ledger: Ledger) -> dict[str, Ledger]:
    """Field → the ledger that it must link to: an issue's form also asks about its enterprise."""
    links = {f.name: f.kind.ledger for f in ledger.fields if isinstance(f.kind, LinkTo) and f.required}
    return {name: ledgers.ledger(target) for name, target in links.items()}


def records(office: Office, question: Question, private: bool = False) -> tuple[Values, ...]:
    """The rows that answer as a form takes them, with “link.field” for what their links lead to."""
    ledger = ledgers.ledger(question.ledger)
    rows = ledgers.rows(office, question.ledger, ledgers.ids(office, question))
    found = [_open(row, ledger, private) for row in rows]
    for name, other in related(ledger).items():
        wanted = dict.fromkeys(value.id for row in rows if isinstance(value := row[name], Linked))
        linked = {each.id: _open(each, other, private) for each in ledgers.rows(office, other.name, list(wanted))}
        for values, row in zip(found, rows, strict=True):
            link = row[name]
            told = linked.get(link.id, {}) if isinstance(link, Linked) else {}
            values.update({f"{name}.{field}": value for field, value in told.items()})
    return tuple(found)


def _open(row: Row, ledger: Ledger, private: bool) -> dict[str, object]:
    """The values of a row without those that are not for others."""
    hidden = () if private else {f.name for f in ledger.fields if f.private}
    return {name: value for name, value in row.values.items() if name not in hidden}
