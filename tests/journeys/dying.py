"""Types into the form of a visit at the real window until the draft is kept, then dies as in a power cut."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from daan_desk import app
from daan_desk.services import drafts
from daan_desk.ui.pages.visits.form import VisitForm
from daan_desk.ui.pages.visits.page import VisitsPage
from tests.builders import MONDAY
from tests.journeys.sitting import Key, Mod, Sitting, fields, sit_down, type_

DIED = 9


def type_and_die(file: Path) -> None:
    """Leave the process without a word once the typed words are kept."""
    application = app.application(["daan-desk"])
    desk = sit_down(file, MONDAY)
    page = desk.go(VisitsPage)
    desk.press(Key.Key_N, Mod.ControlModifier)
    form = page.ledger.records.dialog
    desk.front(form, VisitForm)
    fields(form)("met")  # type: ignore[arg-type]
    type_("Zhang, head of the plant")
    desk.press(Key.Key_I, Mod.ControlModifier)
    type_("No power for line two")
    while not kept(desk):
        application.processEvents()
    os._exit(DIED)


def kept(desk: Sitting) -> bool:
    """Whether the last words typed are in the draft."""
    return "issues" in drafts.load(desk.office, "visits/new")


if __name__ == "__main__":
    type_and_die(Path(sys.argv[1]))
