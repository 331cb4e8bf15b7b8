"""The closing slip 销号单 of an issue, filled from its record and its steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from daan_desk.domain.kinds import Linked
from daan_desk.domain.slips import ClosingSlip, SlipStep
from daan_desk.services.issues import identified, life
from daan_desk.services.ledgers import row
from daan_desk.services.office import Office
from daan_desk.services.settings import setting

PLAIN = ("number", "title", "category", "grade", "source", "description", "assisting", "handler", "outcome")
DAYS = ("due", "answered", "callback_day", "closed")


def slip(office: Office, issue: str) -> ClosingSlip:
    """The slip of an issue, by id or number; it may be printed before the issue is closed, for the signatures."""
    with office.reading() as reader:
        identity = identified(reader, issue)
    found = row(office, "issues", identity)
    plain: dict[str, Any] = {name: str(found[name] or "") for name in PLAIN}
    plain |= {name: _day(found[name]) for name in DAYS}
    enterprise, lead = found["enterprise"], found["lead_department"]
    assert isinstance(enterprise, Linked)
    steps = tuple(SlipStep(s["day"], s["by"] or "", f"{s['move']}：{s['what'] or '—'}") for s in life(office, identity))
    return ClosingSlip(
        **plain,
        enterprise=enterprise.text,
        raised=_day(found["raised"]) or office.today(),
        lead=lead.text if isinstance(lead, Linked) else "",
        contact=_contact(office, enterprise.id),
        steps=steps,
        satisfaction=str(found["callback"] or ""),
        callback_by=str(found["callback_by"] or ""),
        office=str(setting(office, "office_name")),
    )


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _contact(office: Office, enterprise: str) -> str:
    found = row(office, "enterprises", enterprise)
    return " ".join(str(found[name]) for name in ("contact_name", "contact_phone") if found[name])
