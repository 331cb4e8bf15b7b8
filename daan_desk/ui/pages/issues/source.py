"""What the pages of issues ask: the ledger with its lights, and the form with the keyword of 其他."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import Text
from daan_desk.domain.lights import Colour
from daan_desk.domain.questions import Row
from daan_desk.services import issue_sheets, ledgers, records
from daan_desk.ui.kit.ledger_service import OfficeSource

if TYPE_CHECKING:
    from daan_desk.services.changes import Changes
    from daan_desk.services.office import Office
    from daan_desk.services.values import Findings

LIGHTS: Mapping[str, str] = {
    Colour.GREEN: "green",
    Colour.YELLOW: "amber",
    Colour.RED: "red",
    Colour.GREY: "grey",
}
GRADES = {"咨询": "grey", "一般": "accent", "复杂": "amber", "疑难": "violet"}
# The columns as an officer looks at them: what and how urgent first.
COLUMNS = ("number", "title", "state", "light", "due", "enterprise", "lead_department", "grade", "category", "raised")
WIDTHS = {"light": 21, "title": 28, "state": 13, "grade": 10, "enterprise": 30}
PLAIN = (
    *("enterprise", "title", "category", "grade", "source", "raised", "keyword", "description"),
    *("visit", "assisting", "handler", "number", "notes"),
)
NEW = tuple(name for name in PLAIN if name not in ("assisting", "handler"))
KEYWORD = Field("keyword", "关键词", Text(30), required=True, hint="“其他”须写明是哪一类")
HINTS = {"raised": "留空为今天"}
GROUPS = {"visit": "其他", "assisting": "其他", "handler": "其他", "number": "其他", "notes": "其他"}


def arranged() -> Ledger:
    """The ledger of issues with its columns in the order of this page."""
    ledger = ledgers.ledger("issues")
    first = [replace(ledger[name], listed=True, width=WIDTHS.get(name, ledger[name].width)) for name in COLUMNS]
    rest = [replace(f, listed=f.name == "source") for f in ledger.fields if f.name not in COLUMNS]
    every = (*first, *rest)
    return replace(ledger, fields=every, by_name={f.name: f for f in every})


@dataclass(frozen=True)
class IssueSource(OfficeSource):
    """The ledger of issues; remembers the tone of every light in words that it has shown."""

    tones: dict[str, str] = field(default_factory=dict, compare=False)

    def rows(self, ids: Sequence[str]) -> tuple[Row, ...]:
        found = super().rows(ids)
        self.tones.update({str(row["light"]): light_tone(row) for row in found})
        return found


def light_tone(row: Row) -> str:
    """The tone in which an issue's light is painted."""
    return LIGHTS.get(str(row["light_colour"]), "grey")


def form_ledger(terms: str, names: Sequence[str] = PLAIN) -> Ledger:
    """The fields that are typed into the form, the grade with the working days that it means."""
    ledger = ledgers.ledger("issues")
    made = [KEYWORD if name == "keyword" else ledger[name] for name in names]
    made = [
        replace(f, group=GROUPS.get(f.name, "问题"), hint={**HINTS, "grade": terms}.get(f.name, f.hint)) for f in made
    ]
    titles = [replace(ledger[n], derived=True) for n in ledger.title.split() if n not in names]
    every = (*made, *titles)
    return replace(ledger, fields=every, by_name={f.name: f for f in every})


@dataclass(frozen=True)
class FormSource(OfficeSource):
    """The form of issues: the keyword of 其他 is a field of its own here and a line of the notes in the ledger."""

    def row(self, identity: str) -> Row:
        found = super().row(identity)
        notes = found["notes"]
        told = {"keyword": issue_sheets.keyword_of(notes), "notes": issue_sheets.without_keyword(notes)}
        return replace(found, values={**found.values, **told})

    def check(self, values: Mapping[str, object], identity: str | None = None) -> Findings:
        plain = {name: value for name, value in values.items() if name != "keyword"}
        found = records.check(self.office, "issues", plain, identity)
        found.problems.update(issue_sheets.missing_keyword(values))
        return found

    def add(self, values: Mapping[str, object]) -> Changes:
        return issue_sheets.add(self.office, values)

    def change(self, identity: str, values: Mapping[str, object]) -> Changes:
        return issue_sheets.change(self.office, identity, values)


def form_source(office: Office, terms: str, record: str) -> FormSource:
    """For a new issue (`record` "") without the fields that only matter once somebody works on it."""
    return FormSource(office, form_ledger(terms, PLAIN if record else NEW))
