"""The lists of policies that matter: not applied, not paid in time, closing soon; and what nobody has entered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from daan_desk.domain.conditions import BY_WORD
from daan_desk.domain.entitlements import Way, pay_light
from daan_desk.domain.lights import Colour
from daan_desk.domain.policies import Answer
from daan_desk.domain.questions import Where
from daan_desk.services.office import Office
from daan_desk.services.policy_judging import Entitled, in_force, judged
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Line, Reader


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the three lists; id: the record to open in `ledger`; amount: expected or applied for, in 万元."""

    ledger: str
    id: str
    policy: str
    enterprise: str
    words: str
    day: date | None = None
    amount: Decimal | None = None
    enterprise_id: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """The three lists that matter."""

    not_applied: tuple[Listed, ...]
    not_paid: tuple[Listed, ...]
    closing: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that nobody has entered, who can give it, and the enterprises whose verdict waits for it."""

    fact: str
    ledger: str
    giver: str
    enterprises: tuple[tuple[str, str], ...]


def lists(office: Office) -> Lists:
    """The three lists of the whole office."""
    with office.reading() as reader:
        day = office.today()
        return Lists(not_applied(reader), not_paid(reader, day), closing(reader, day))


def not_applied(reader: Reader) -> tuple[Listed, ...]:
    """符合但未申报: entitled by the last comparison, not applied, not unwilling."""
    lines = waiting(reader)
    return _listed(reader, [(line, _way(line).stage, line["told"], line["expected"]) for line in lines])


def waiting(reader: Reader) -> list[Line]:
    """The entitlements that nobody has applied for yet."""
    wheres = (Where("verdict", "is", Answer.MET.value), Where("applied", "empty"), Where("wish", "not", "不申报"))
    return [line for line in reader.where("entitlements", *wheres) if line["paid"] is None]


def not_paid(reader: Reader, day: date) -> tuple[Listed, ...]:
    """已申报超时未拨付: the working days in which the policy promises to pay are over."""
    calendar = rulebook(reader).calendar
    days = dict(reader.columns("policies", "id", "pay_days"))
    lines = reader.where("entitlements", Where("applied", "filled"), Where("paid", "empty"))
    lights = {line["id"]: pay_light(_way(line), days.get(line["policy"]), day, calendar) for line in lines}
    late = [line for line in lines if lights[line["id"]].colour is Colour.RED]
    late.sort(key=lambda line: -lights[line["id"]].days)
    return _listed(reader, [(line, lights[line["id"]].words, line["applied"], line["applied_amount"]) for line in late])


def overdue(office: Office) -> tuple[str, ...]:
    """The ids of the entitlements that are paid too late, for a tab."""
    with office.reading() as reader:
        return tuple(one.id for one in not_paid(reader, office.today()))


def closing(reader: Reader, day: date) -> tuple[Listed, ...]:
    """窗口将关: policies whose window is open and closes within the days of the setting, the nearest first."""
    last = day + timedelta(days=int(rulebook(reader).value("window_days")))
    lines = reader.where(
        "policies", Where("window_to", "from", day), Where("window_to", "to", last), sort=("window_to",)
    )
    open_now = [line for line in lines if (line["window_from"] or day) <= day]
    return tuple(
        Listed("policies", line["id"], line["name"], "", _left(line["window_to"], day), line["window_to"])
        for line in open_now
    )


def missing(office: Office) -> tuple[Missing, ...]:
    """What nobody has entered and a verdict waits for, the most wanted first."""
    with office.reading() as reader:
        day = office.today()
        found = judged(reader, day, in_force(reader, day))
    return _missing(found)


def _missing(found: Iterable[Entitled]) -> tuple[Missing, ...]:
    waiting: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in found:
        if one.verdict.answer is Answer.UNKNOWN:
            for reason in one.verdict.reasons:
                if reason.answer is Answer.UNKNOWN and reason.fact in BY_WORD:
                    waiting[reason.fact][one.enterprise] = one.name
    rows = [
        Missing(fact, BY_WORD[fact].ledger, BY_WORD[fact].giver, tuple(sorted(names.items(), key=lambda pair: pair[1])))
        for fact, names in waiting.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.enterprises), row.fact)))


def _left(last: date, day: date) -> str:
    return f"还有 {(last - day).days} 天截止" if last > day else "今天截止"


def _way(line: Line) -> Way:
    return Way(*(line[name] for name in ("told", "wish", "applied", "review", "published", "paid")))


def _listed(reader: Reader, rows: Iterable[tuple[Line, str, date | None, Decimal | None]]) -> tuple[Listed, ...]:
    every = list(rows)
    firms = reader.titles("enterprises", {line["enterprise"] for line, *_ in every})
    names = reader.titles("policies", {line["policy"] for line, *_ in every})
    return tuple(
        Listed(
            "entitlements",
            line["id"],
            names.get(line["policy"], ""),
            firms.get(line["enterprise"], ""),
            words,
            day,
            amount,
            line["enterprise"],
        )
        for line, words, day, amount in every
    )
