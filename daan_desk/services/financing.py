"""Pushing demands to banks, the funnel of what became of them, and the answers that are late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.financing import Funnel, Wanted
from daan_desk.domain.financing import funnel as worked_out
from daan_desk.domain.questions import Question, Where
from daan_desk.services import consequences
from daan_desk.services.changes import Changes
from daan_desk.services.completing import completed
from daan_desk.services.office import Office
from daan_desk.store.reader import Reader

WHOLE = Question("financing")


def funnel(office: Office, question: Question = WHOLE) -> Funnel:
    """Demand, push, credit and loan of the demands that answer, each a sum of its own, and why banks declined."""
    with office.reading() as reader:
        return funnel_of(reader, question)


def funnel_of(reader: Reader, question: Question) -> Funnel:
    """The same inside a larger question."""
    lines = reader.lines("financing", reader.ids(question)).values()
    wanted = [Wanted(line["id"], line["amount"], line["state"]) for line in lines]
    asked = Where("demand", "in", tuple(one.id for one in wanted))
    return worked_out(wanted, consequences.answers(reader, asked) if wanted else ())


def push(office: Office, demands: Sequence[str], banks: Sequence[str], day: date | None = None) -> Changes:
    """Push demands to banks (ids): one line each with the day by which the bank answers; what was pushed stays."""
    refuse_unless(demands, "请先选择融资需求", "demand")
    refuse_unless(banks, "请选择要推送的银行", "bank")
    pushed = day or office.today()
    with office.writing(f"推送 {len(demands)} 个融资需求到 {len(banks)} 家银行") as act:
        before = act.where("bank_responses", Where("demand", "in", tuple(demands)))
        have = {(line["demand"], line["bank"]) for line in before}
        rows = [
            {"demand": demand, "bank": bank, "pushed": pushed}
            for demand in demands
            for bank in banks
            if (demand, bank) not in have
        ]
        refuse_unless(rows, "这些需求都已推送给所选的银行", "bank")
        made = act.add_many("bank_responses", completed(act, "bank_responses", rows))
        consequences.follow(act, "bank_responses", made)
    return act.changes
