"""What a superior's form may ask of a record: its own fields, and those of the records that it cannot be without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from daan_desk.domain.days import Day, Month
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import Linked, LinkTo
from daan_desk.domain.period_words import named_period
from daan_desk.domain.periods import Period
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.services import ledgers
from daan_desk.services.figure_totals import joined
from daan_desk.services.office import Office

Values = Mapping[str, object]


def related(ledger: Ledger) -> dict[str, Ledger]:
    """Field → the ledger that it must link to: an issue's form also asks about its enterprise."""
    links = {f.name: f.kind.ledger for f in ledger.fields if isinstance(f.kind, LinkTo) and f.required}
    return {name: ledgers.ledger(target) for name, target in links.items()}


def dated_by(ledger: Ledger) -> Field | None:
    """The day or month by which a record is known (走访的日期, 指标的月份); None where it is of no one time."""
    keyed = dict.fromkeys(name for key in ledger.keys for name in key)
    return next((ledger[name] for name in keyed if isinstance(ledger[name].kind, Day | Month)), None)


def told_period(ledger: Ledger, titles: Iterable[str], today: date) -> Period | None:
    """The period that the words over a form name, where records of this ledger have a time."""
    if dated_by(ledger) is None:
        return None
    return next((found for title in titles if (found := named_period(title, today))), None)


def within(question: Question, period: Period) -> Question:
    """The same question about a period only; `Rejected` where the ledger's records are of no one time."""
    ledger = ledgers.ledger(question.ledger)
    dated = dated_by(ledger)
    if dated is None:
        raise Rejected(f"“{ledger.label}”的记录不分时期，请不要限定时期")
    first, last = (f"{day:%Y-%m}" if isinstance(dated.kind, Month) else day for day in (period.first, period.last))
    between = (Where(dated.name, "from", first), Where(dated.name, "to", last))
    return replace(question, where=(*question.where, *between))


def records(
    office: Office, question: Question, private: bool = False, period: Period | None = None
) -> tuple[Values, ...]:
    """The rows that answer as a form takes them, with “link.field” for what their links lead to.

    period: only what falls into it; several months of an enterprise's figures are one record.
    """
    ledger = ledgers.ledger(question.ledger)
    asked = within(question, period) if period else question
    rows = _rows(office, asked)
    if period and ledger.name == "figures":
        rows = joined(rows)
    found = tuple(_open(row, ledger, private) for row in rows)
    _add_links(office, ledger, rows, found, private)
    if ledger.name == "visits":
        _add_issues(office, rows, found)
    if ledger.name == "issues":
        for values in found:  # whoever asks what the issue is gets its title where no more was written down
            values["description"] = values.get("description") or values.get("title")
    return found


def _add_links(
    office: Office, ledger: Ledger, rows: Sequence[Row], found: Sequence[dict[str, object]], private: bool
) -> None:
    """What the records say to which these must link."""
    for name, other in related(ledger).items():
        wanted = dict.fromkeys(value.id for row in rows if isinstance(value := row[name], Linked))
        linked = {each.id: _open(each, other, private) for each in ledgers.rows(office, other.name, list(wanted))}
        for values, row in zip(found, rows, strict=True):
            link = row[name]
            told = linked.get(link.id, {}) if isinstance(link, Linked) else {}
            values.update({f"{name}.{field}": value for field, value in told.items()})


def _add_issues(office: Office, visits: Sequence[Row], found: Sequence[dict[str, object]]) -> None:
    """What was raised on each visit, in words under the names that a visit book's columns have (issues.description)."""
    described = ledgers.ledger("issues")
    raised: defaultdict[str, list[Values]] = defaultdict(list)
    told = Question("issues", where=(Where("visit", "filled"),), sort=("raised", "number"))
    for row, values in zip(_rows(office, told), records(office, told), strict=True):
        link = row["visit"]
        if isinstance(link, Linked):
            raised[link.id].append(values)
    for values, visit in zip(found, visits, strict=True):
        for field in described.fields:
            words = [field.kind.show(one.get(field.name)) for one in raised[visit.id]]
            values[f"issues.{field.name}"] = numbered([word for word in words if word])


def numbered(words: Sequence[str]) -> str:
    """Several things in one cell, one below the other: 1. … 2. …; one alone has no number."""
    return words[0] if len(words) == 1 else "\n".join(f"{at}. {word}" for at, word in enumerate(words, 1))


def _rows(office: Office, question: Question) -> tuple[Row, ...]:
    return ledgers.rows(office, question.ledger, ledgers.ids(office, question))


def _open(row: Row, ledger: Ledger, private: bool) -> dict[str, object]:
    """The values of a row without those that are not for others."""
    hidden = () if private else {f.name for f in ledger.fields if f.private}
    return {name: value for name, value in row.values.items() if name not in hidden}
