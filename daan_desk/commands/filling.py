"""The command that fills a superior's blank form."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from daan_desk.commands.places import conditions, opened
from daan_desk.domain.days import Month
from daan_desk.domain.fields import Ledger
from daan_desk.domain.period_words import period_named
from daan_desk.domain.periods import Period
from daan_desk.exchange import forms
from daan_desk.exchange.form_columns import Known
from daan_desk.services import ledgers
from daan_desk.services.forms import dated_by, records, related, told_period
from daan_desk.services.ledgers import Question, Where

Answer = dict[str, Any]
EVER, OF_THE_FORM = ("all", "全部"), ("form", "按表")  # what --period takes besides a period


def fill(given: argparse.Namespace) -> Answer:
    """A superior's blank form, filled from our rows; without --ledger from the one that knows most columns."""
    ours = known(given.ledger) if given.ledger else forms.best(given.file, map(known, every()))
    with opened(given, writing=False) as office:
        period = period_asked(given, ours, office.today())
        rows = records(office, Question(ours.ledger.name, where=conditions(given)), period=period)
    filled = forms.fill(given.file, rows, ours, given.to)
    return {
        "file": str(given.to),
        "sheet": filled.sheet,
        "rows": filled.rows,
        "columns": dict(filled.columns),
        "unknown": list(filled.unknown),
        "unmatched": list(filled.unmatched),
        "ledger": ours.ledger.name,
        "period": period.words if period else None,
    }


def period_asked(given: argparse.Namespace, ours: Known, today: date) -> Period | None:
    """The period of --period; without it the form's own, if only that tells which of many months a line is about."""
    if given.period in EVER:
        return None
    if given.period and given.period not in OF_THE_FORM:
        return period_named(given.period, today)
    if given.period or asks_which_month(ours.ledger, conditions(given)):
        return told_period(ours.ledger, forms.plan_fill(given.file, ours).titles, today)
    return None


def asks_which_month(ledger: Ledger, where: tuple[Where, ...]) -> bool:
    """Whether the ledger has a record for every month, and no condition has chosen one."""
    dated = dated_by(ledger)
    if dated is None or not isinstance(dated.kind, Month):
        return False
    return not any(one.field in (dated.name, dated.label) for one in where)


def every() -> list[str]:
    """The names of all ledgers, in the menu's order."""
    return [described.name for described in ledgers.ledgers()]


def known(word: str) -> Known:
    """A ledger with those that its records cannot be without."""
    described = ledgers.ledger(word)
    return Known(described, related(described))
