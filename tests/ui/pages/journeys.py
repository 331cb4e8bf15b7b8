"""What stands behind a number that was pressed."""

from __future__ import annotations

from daan_desk.services import ledgers
from daan_desk.services.office import Office
from daan_desk.ui.kit.desk import Journey


def reached(office: Office, journey: Journey) -> set[str]:
    """The ids that the page that was gone to would show."""
    assert journey.target is not None
    assert journey.target.question is not None
    assert journey.target.question.ledger == journey.key
    return set(ledgers.ids(office, journey.target.question))
