"""The command on the history: what was done, by whom and when."""

from __future__ import annotations

import argparse
from typing import Any

from daan_desk.commands.places import opened
from daan_desk.exchange import ledgers_out
from daan_desk.services import history as histories
from daan_desk.services import undo
from daan_desk.services.undo import ActLine

Answer = dict[str, Any]


def history(given: argparse.Namespace) -> Answer:
    """The acts that were asked for, newest first, and where a file is named also there."""
    where = histories.narrowed(given.officer, given.since, given.until)
    with opened(given, writing=False) as office:
        found = undo.acts(office, given.limit, given.text, where)
    answer: Answer = {"ledger": "acts", "rows": [_told(act) for act in found]}
    if given.file:
        ledgers_out.write_ledger(histories.table(found), given.file)
        answer["file"] = str(given.file)
    return answer


def _told(act: ActLine) -> Answer:
    at = act.at.replace(tzinfo=None).isoformat(" ", "seconds")
    return {"id": act.id, "at": at, "by": act.by, "name": act.name, "undone": act.undone, "undoes": act.undoes}
