"""What duties and summaries are worked out from, filled from the tables in one pass each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daan_desk.domain.facts import EnterpriseFact, IssueFact, LinkFact, ServiceFact, VisitFact
from daan_desk.domain.issues import State
from daan_desk.domain.questions import Where
from daan_desk.domain.service_lines import MATTERS
from daan_desk.domain.tallies import Inputs
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Reader

NAMED = ("towns", "parks", "departments", "officers")


def inputs(reader: Reader) -> Inputs:
    """Everything that a month's summary reads."""
    names = {identity: name for ledger in NAMED for identity, name in _names(reader, ledger)}
    return Inputs(
        tuple(enterprises(reader)),
        tuple(visits(reader)),
        tuple(issues(reader)),
        tuple(links(reader)),
        rulebook(reader).visit_rules,
        names,
        tuple(services(reader)),
    )


def services(reader: Reader) -> Iterator[ServiceFact]:
    """What was done besides visits and issues; a sum without a day is told in a note and counts in no month."""
    for matter in MATTERS:
        names = ("id", matter.day, *((matter.amount,) if matter.amount else ()))
        for identity, day, *amount in reader.columns(matter.ledger, *names):
            if day is not None or any(amount):
                yield ServiceFact(matter.key, identity, day, *amount)


def enterprises(reader: Reader) -> list[EnterpriseFact]:
    """Every enterprise with what figures are broken down by."""
    return [EnterpriseFact(*row) for row in reader.columns("enterprises", "id", "town", "park", "above_scale")]


def visits(reader: Reader, *where: Where) -> list[VisitFact]:
    """Every visit under these conditions with everybody who came, by id and by name."""
    found = []
    names = ("id", "day", "enterprise", "way", "led_by", "companions")
    for identity, day, enterprise, way, led_by, companions in reader.columns("visits", *names, where=where):
        came = (*((led_by,) if led_by else ()), *((companions or "").split("、") if companions else ()))
        found.append(VisitFact(identity, day, enterprise, way, led_by, came))
    return found


def issues(reader: Reader) -> list[IssueFact]:
    """Every issue with the days of its life; whether it was explained stands in its steps."""
    explained = explanations(reader)
    names = ("enterprise", "state", "raised", "category", "lead_department", "due", "answered", "callback")
    rows = reader.columns("issues", "id", *names, "callback_day", "closed")
    found = (IssueFact(*row) for row in rows)
    return [
        issue._replace(explained=True, explained_on=explained.get(issue.id))
        if issue.id in explained or issue.state == State.EXPLAINED
        else issue
        for issue in found
    ]


def explanations(reader: Reader) -> dict[str, date]:
    """Issue → the day on which it was explained, unless it was taken up again afterwards."""
    # only the issues that were ever explained: all steps of a large office are many times its issues
    told = reader.where("steps", Where("to_state", "is", State.EXPLAINED.value))
    issues = tuple({step["issue"] for step in told})
    again = Where("to_state", "is", State.IN_PROGRESS.value)
    taken_up = reader.where("steps", Where("issue", "in", issues), again) if issues else []
    found: dict[str, date] = {}
    for step in sorted((*told, *taken_up), key=lambda step: (step["day"], step["id"])):
        if step["to_state"] == State.EXPLAINED:
            found[step["issue"]] = step["day"]
        else:
            found.pop(step["issue"], None)
    return found


def links(reader: Reader) -> list[LinkFact]:
    """Every assignment to an enterprise with its officer's name; those to projects owe no visits."""
    names = dict(reader.columns("officers", "id", "name"))
    rows = reader.columns("assignments", "officer", "role", "enterprise", "since", "until")
    return [LinkFact(officer, names.get(officer, ""), *rest) for officer, *rest in rows if rest[1]]


def _names(reader: Reader, ledger: str) -> list[tuple[str, str]]:
    rows = reader.columns(ledger, "id", "name", "code") if ledger == "towns" else reader.columns(ledger, "id", "name")
    return [(row[0], row[1]) for row in sorted(rows, key=lambda row: str(row[-1] or ""))]
