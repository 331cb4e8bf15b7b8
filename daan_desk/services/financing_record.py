"""What became of the money that was asked for: funnel, first borrowers, banks, reasons, and answers that are late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.financing import AGREED, DECLINED, WITHDRAWN, Answered, Funnel, Wanted, answer_light
from daan_desk.domain.financing import funnel as worked_out
from daan_desk.domain.first_loans import BankRecord, FirstLoans, by_bank, first_loans
from daan_desk.domain.lights import Colour, Light
from daan_desk.domain.questions import Question, Where
from daan_desk.services.consequences import answered
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Line, Reader

WHOLE = Question("financing")
SETTLED = ("已放款", WITHDRAWN)  # nobody waits for another bank any more
STILL_OPEN = (Where("pushed", "filled"), Where("decision", "not", (AGREED, DECLINED)))  # or it is not waited for
SOON = (Colour.RED, Colour.YELLOW)


@dataclass(frozen=True, slots=True)
class Declined:
    """A reason and the answers that give it (ids)."""

    reason: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FinancingRecord:
    """Everything that is told of some demands; each of the sums is of something else and none is added to another."""

    funnel: Funnel
    first: FirstLoans
    banks: tuple[BankRecord, ...]
    declined: tuple[Declined, ...]


@dataclass(frozen=True, slots=True)
class Awaited:
    """An answer that a bank owes: the push (id), the demand in words, the bank, the day and its light."""

    id: str
    demand: str
    bank: str
    due: date | None
    light: Light


def record(office: Office, question: Question = WHOLE) -> FinancingRecord:
    """The record of the demands that answer; withdrawn ones are left out."""
    refuse_unless(question.ledger == "financing", "只能统计融资需求", "ledger")
    with office.reading() as reader:
        lines = reader.lines("financing", reader.ids(question)).values()
        alive = [line for line in lines if line["state"] != WITHDRAWN]
        wanted = [Wanted(line["id"], line["amount"], line["state"]) for line in alive]
        answers = _answers(reader, Where("demand", "in", tuple(one.id for one in wanted))) if wanted else {}
        late = frozenset(one.id for one in _awaited(office, reader, answers) if one.light.colour is Colour.RED)
    first = frozenset(line["id"] for line in alive if line["first_loan"])
    every = list(answers.values())
    return FinancingRecord(
        worked_out(wanted, every), first_loans(wanted, every, first), by_bank(answers, late), _declined(answers)
    )


def awaited(office: Office) -> tuple[Awaited, ...]:
    """Answers that are late or nearly due, the latest first."""
    with office.reading() as reader:
        return reminders(office, reader)


def reminders(office: Office, reader: Reader) -> tuple[Awaited, ...]:
    """The same inside a larger reading."""
    found = _awaited(office, reader, _answers(reader, *STILL_OPEN))
    return tuple(sorted((one for one in found if one.light.colour in SOON), key=lambda one: one.due or date.max))


def _answers(reader: Reader, *where: Where) -> dict[str, Answered]:
    """The pushes under these conditions as rules see them, the bank by its name."""
    names = dict(reader.columns("banks", "id", "name"))
    return {line["id"]: _named(line, names) for line in reader.where("bank_responses", *where)}


def _named(line: Line, names: Mapping[str, str]) -> Answered:
    return answered({**line, "bank": names.get(line["bank"], "")})


def _awaited(office: Office, reader: Reader, answers: Mapping[str, Answered]) -> list[Awaited]:
    calendar, today = rulebook(reader).calendar, office.today()
    settled = {i for i, state in reader.columns("financing", "id", "state") if state in SETTLED}
    waiting = {key: one for key, one in answers.items() if one.open and one.pushed and one.demand not in settled}
    titles = reader.titles("financing", {one.demand for one in waiting.values()})
    return [
        Awaited(key, titles.get(one.demand, ""), one.bank, one.due, answer_light(one, today, calendar))
        for key, one in waiting.items()
    ]


def _declined(answers: Mapping[str, Answered]) -> tuple[Declined, ...]:
    found: dict[str, list[str]] = {}
    for identity, one in answers.items():
        if one.decision == DECLINED:
            found.setdefault(one.reason or "未说明原因", []).append(identity)
    rows = [Declined(reason, tuple(ids)) for reason, ids in found.items()]
    return tuple(sorted(rows, key=lambda row: (-len(row.ids), row.reason)))
