"""The command `report`: put a report together, carry out one that is kept, write it into a file."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from daan_desk.commands.places import conditions, opened
from daan_desk.commands.records import plain
from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.pivots import WHOLE, Pivot
from daan_desk.domain.report_tables import chart, table
from daan_desk.domain.reports import ALWAYS, AVERAGE, COUNT, STEPS, SUM, Axis, Report, packed
from daan_desk.services import ledgers, reports, saved_reports
from daan_desk.services.office import Office

Answer = dict[str, Any]


def report(given: argparse.Namespace) -> Answer:
    """Without a ledger and a name the names that are kept; else the numbers."""
    writing = bool(given.save or given.forget)
    with opened(given, writing=writing, today=given.today) as office:
        if given.forget:
            return {"forgot": given.name, "act": saved_reports.forget(office, given.name or "").act}
        if not given.name and not given.ledger:
            return {"reports": [_kept(name, one) for name, one in saved_reports.saved(office).items()]}
        wanted = _put_together(given) if given.ledger else saved_reports.named_report(office, given.name)
        return _answer(office, given, wanted)


def _answer(office: Office, given: argparse.Namespace, wanted: Report) -> Answer:
    pivot = reports.worked(office, wanted)
    answer = _told(pivot)
    if given.to:
        answer |= {"file": str(given.to), "written": _written(given, pivot)}
    if given.save:
        answer["act"] = saved_reports.save(office, replace(wanted, name=given.save)).act
    return answer


def _kept(name: str, one: Report | None) -> Answer:
    return {"name": name, **(packed(one) if one else {"problem": "内容不完整，请重新做一个"})}


def _put_together(given: argparse.Namespace) -> Report:
    """The report of the options; words may be identifiers or labels."""
    refuse_unless(given.rows, "用法：请用 --rows 写明按哪个栏目分行。")
    offers = reports.offered(given.ledger)
    how = SUM if given.sum else AVERAGE if given.average else COUNT
    value = offers.sum(given.sum or given.average).key if how != COUNT else ""
    day = offers.day(given.day).key if given.day else (offers.days[0].key if offers.days else "")
    across = _axis(offers, given.columns) if given.columns else None
    period = given.period or ALWAYS
    return Report(
        offers.ledger.name,
        _axis(offers, given.rows),
        across,
        how,
        value,
        conditions(given),
        day,
        period,
        given.name or "",
    )


def _axis(offers: Any, text: str) -> Axis:
    """“raised:month” or “提出日期:按月”: a field and the step of its days."""
    word, _, step = text.partition(":")
    found = offers.axis(word)
    steps = {**{key: key for key in STEPS}, **{words: key for key, words in STEPS.items()}}
    if step and step not in steps:
        raise Rejected(
            f"用法：日期可以{'、'.join(f'{words}（{key}）' for key, words in STEPS.items())}，不能“{step}”。"
        )
    return Axis(found.key, steps[step] if step else "month" if found.timely else "")


def _told(pivot: Pivot) -> Answer:
    down: list[Answer] = []
    for head in pivot.down:
        *cells, total = (plain(one) for one in pivot.row(head.key))
        down.append({"label": head.words, "cells": cells, "total": total})
    return {
        "report": packed(pivot.report) | {"name": pivot.report.name},
        "columns": [head.words for head in pivot.across],
        "rows": down,
        "totals": [plain(pivot.value(WHOLE, head.key)) for head in pivot.across],
        "total": plain(pivot.value(WHOLE, WHOLE)),
        "records": pivot.rows,
    }


def _written(given: argparse.Namespace, pivot: Pivot) -> int:
    noun = ledgers.ledger(pivot.report.ledger).label
    if given.to.suffix.lower() == ".pdf":
        from daan_desk.app import write_table_pdf

        write_table_pdf(table(pivot, noun), given.to)
        return len(pivot.down)
    from daan_desk.exchange.ledgers_out import write_ledger

    timely = reports.meaning(pivot.report).down.timely
    return write_ledger(table(pivot, noun), given.to, charts=(chart(pivot, noun, timely),))
