"""Commands of financing: push, bank-lists, funnel, awaited."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from daan_desk.commands.places import conditions, opened
from daan_desk.commands.records import plain
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.financing import Stage
from daan_desk.domain.first_loans import BankRecord, FirstLoans
from daan_desk.services.ledgers import Question

Answer = dict[str, Any]


def push(given: argparse.Namespace) -> Answer:
    """Push demands to banks."""
    from daan_desk.services import financing, naming

    refuse_unless(given.bank, "用法：请用 --bank 写明推送给哪家银行。")
    with opened(given) as office:
        demands, banks = naming.ids(office, "financing", given.demands), naming.ids(office, "banks", given.bank)
        changes = financing.push(office, demands, banks)
    return {"pushed": len(changes.ids["bank_responses"]), "act": changes.act}


def bank_lists(given: argparse.Namespace) -> Answer:
    """A workbook for every bank."""
    from daan_desk.exchange.bank_lists_out import write_bank_lists
    from daan_desk.services import bank_lists as lists
    from daan_desk.services import naming

    with opened(given, writing=False) as office:
        where = conditions(given)
        question = replace(lists.WAITING, where=where) if where else lists.WAITING
        made = lists.lists(office, question, naming.ids(office, "banks", given.bank))
        day = office.today()
    files = write_bank_lists([(one.file, one.table) for one in made], given.to, day)
    pairs = zip(made, files, strict=True)
    return {"files": [{"bank": one.bank, "file": str(file), "rows": len(one.table.rows)} for one, file in pairs]}


def funnel(given: argparse.Namespace) -> Answer:
    """Four sums of four different things, first borrowers, banks, reasons."""
    from daan_desk.services import financing_record

    with opened(given, writing=False, today=given.today) as office:
        found = financing_record.record(office, Question("financing", where=conditions(given)))
    return {
        "stages": [_stage(stage) for stage in found.funnel.stages],
        "first_loans": _first(found.first),
        "banks": [_bank(bank) for bank in found.banks],
        "reasons": [{"reason": one.reason, "count": len(one.ids)} for one in found.declined],
    }


def _stage(stage: Stage) -> Answer:
    return {
        "stage": stage.word,
        "count": stage.count,
        "amount_word": stage.amount_word,
        "amount": plain(stage.amount),
        "ids": stage.ids,
    }


def _first(first: FirstLoans) -> Answer:
    return {
        "demands": len(first.demands),
        "credited": len(first.credited),
        "paid": len(first.paid),
        "amount": plain(first.amount),
        "credit": plain(first.credit),
        "loan": plain(first.loan),
        "rate": str(first.rate),
    }


def _bank(bank: BankRecord) -> Answer:
    counts = {name: len(getattr(bank, name)) for name in ("pushed", "answered", "agreed", "declined", "late")}
    return {"bank": bank.bank, **counts, "credit": plain(bank.credit), "loan": plain(bank.loan)}


def awaited(given: argparse.Namespace) -> Answer:
    """Answers that are late or nearly due."""
    from daan_desk.services import financing_record

    with opened(given, writing=False, today=given.today) as office:
        found = financing_record.awaited(office)
    return {
        "awaited": [
            {
                "id": one.id,
                "demand": one.demand,
                "bank": one.bank,
                "due": plain(one.due),
                "light": one.light.colour.value,
                "words": one.light.words,
            }
            for one in found
        ]
    }
