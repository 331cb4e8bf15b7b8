"""What the form of visits asks and saves: fields in the order of the talk, issues and files in the same act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from daan_desk.domain.fields import Ledger
from daan_desk.exchange.photos import all_brought
from daan_desk.services import ledgers, visits
from daan_desk.ui.kit.ledger_service import OfficeSource

if TYPE_CHECKING:
    from daan_desk.services.changes import Changes
    from daan_desk.services.office import Office
    from daan_desk.services.values import Findings

LINES, PATHS = "lines", "paths"
REVIEW = "上次遗留问题复核"
# The enterprise first: everything else follows from it.
ORDER = (
    *("enterprise", "day", "way", "led_by", "companions", "met"),
    *("production", "output", "staff", "order_months"),
    *("follow_up", "summary", "next_step", "suggestion", "policies_explained"),
)


def arranged() -> Ledger:
    """The ledger of visits with the fields as the form asks for them."""
    ledger = ledgers.ledger("visits")
    made = [ledger[name] for name in ORDER] + [f for f in ledger.fields if f.name not in ORDER]
    made = [replace(f, group=REVIEW) if f.name == "follow_up" else f for f in made]
    return replace(ledger, fields=tuple(made), by_name={f.name: f for f in made})


@dataclass(frozen=True)
class Given:
    """The values of a form taken apart: fields, issues, files."""

    fields: dict[str, object]
    issues: Sequence[Mapping[str, object]]
    files: Sequence[Path]


def taken_apart(values: Mapping[str, Any]) -> Given:
    """The form's values as the act of logging wants them."""
    fields = {name: value for name, value in values.items() if name not in ("issues", "files")}
    issues, files = values.get("issues") or {}, values.get("files") or {}
    return Given(fields, issues.get(LINES, ()), [Path(path) for path in files.get(PATHS, ())])


@dataclass(frozen=True)
class VisitSource(OfficeSource):
    """Saves a visit together with what stands in the parts of its form."""

    def check(self, values: Mapping[str, object], identity: str | None = None) -> Findings:
        given = taken_apart(values)
        return visits.check(self.office, given.fields, given.issues, identity or "")

    def add(self, values: Mapping[str, object]) -> Changes:
        given = taken_apart(values)
        return visits.log(self.office, given.fields, given.issues, all_brought(given.files))

    def change(self, identity: str, values: Mapping[str, object]) -> Changes:
        given = taken_apart(values)
        return visits.amend(self.office, identity, given.fields, given.issues, all_brought(given.files))


def form_source(office: Office) -> VisitSource:
    return VisitSource(office, arranged())
