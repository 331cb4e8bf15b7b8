"""Commands that write paper: export, template, summary, slip."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from daan_desk.commands.places import conditions, opened
from daan_desk.domain.briefs import Brief
from daan_desk.domain.failures import Rejected
from daan_desk.domain.guarding import hidden
from daan_desk.exchange import closing_slip, ledgers_out
from daan_desk.services import ledgers, slips
from daan_desk.services import summary as summaries
from daan_desk.services.ledgers import Question

Answer = dict[str, Any]


def export(given: argparse.Namespace) -> Answer:
    """A formatted ledger."""
    described = ledgers.ledger(given.ledger)
    with opened(given, writing=False) as office:
        table = ledgers.table(office, Question(described.name, where=conditions(given)), private=given.private)
    table = table if given.phones else hidden(table)
    return {"file": str(given.to), "rows": ledgers_out.write_ledger(table, given.to)}


def summary(given: argparse.Namespace) -> Answer:
    """The month's summary, as its ending says."""
    write = written_as(given.to)
    with opened(given, writing=False) as office:
        found = summaries.monthly(office, given.month)
    write(found.brief, given.to)
    return {"file": str(given.to), "figures": summaries.figures(found)}


def written_as(path: Path, what: str = "月报") -> Callable[[Brief, Path], object]:
    """What writes a summary, or another paper of that kind, into a file of that ending."""
    writers: Mapping[str, Callable[[], Callable[[Brief, Path], object]]] = {
        ".docx": _word,
        ".html": _html,
        ".xlsx": _book,
        ".pdf": _pdf,
    }
    if path.suffix.lower() not in writers:
        raise Rejected(f"用法：{what}可以写成 {'、'.join(writers)}，不能写成“{path.suffix}”。")
    return writers[path.suffix.lower()]()


def _word() -> Callable[[Brief, Path], object]:
    from daan_desk.exchange.summary_word import write_summary_word

    return write_summary_word


def _html() -> Callable[[Brief, Path], object]:
    from daan_desk.exchange.summary_html import write_summary_html

    return write_summary_html


def _book() -> Callable[[Brief, Path], object]:
    from daan_desk.exchange.summary_book import write_summary_book

    return write_summary_book


def _pdf() -> Callable[[Brief, Path], object]:
    # Painted by Qt without a screen; the door to it is app.py, the only place above the window.
    from daan_desk.app import write_summary_pdf

    return write_summary_pdf


def slip(given: argparse.Namespace) -> Answer:
    """The closing slip of an issue."""
    writers = {".docx": closing_slip.write_slip_word, ".html": closing_slip.write_slip_html}
    if given.to.suffix.lower() not in writers:
        raise Rejected(f"用法：销号单可以写成 {'、'.join(writers)}，不能写成“{given.to.suffix}”。")
    with opened(given, writing=False) as office:
        found = slips.slip(office, given.id)
    writers[given.to.suffix.lower()](found, given.to)
    return {"file": str(given.to), "number": found.number}


def template(given: argparse.Namespace) -> Answer:
    """A blank roster that imports again without a question."""
    from daan_desk.exchange import templates_out

    described = ledgers.ledger(given.ledger)
    with opened(given, writing=False) as office:
        lists = ledgers.lists(office, described.name)
    templates_out.write_template(described, given.to, lists)
    return {"file": str(given.to), "columns": [field.label for field in described.typed]}
