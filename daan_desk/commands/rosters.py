"""The import command: a file is read beside everything else that a command needs before it can begin."""

from __future__ import annotations

import argparse
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from daan_desk.exchange import errors_out, workbooks


def bring_in(given: argparse.Namespace) -> dict[str, Any]:
    """Read a roster, judge it, and unless it is a dry run carry it out in one act."""
    if given.errors:
        errors_out.refuse_place(given.errors, given.file)
    with ThreadPoolExecutor(1) as beside:
        reading = beside.submit(workbooks.read, given.file)  # a process of its own does the work
        from daan_desk.commands import roster_acts  # half a second's imports in the meantime

        book = reading.result()
    return roster_acts.carried_out(given, book)
