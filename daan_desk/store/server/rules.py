"""Which rows of which ledger an officer sees and writes on a server, as SQL that stands in the database's policies.

The office sees and writes everything. Everybody else has the enterprises of the assignments that hold today, and what
belongs to them. A ledger of which nothing is said here and that links to no enterprise is the office's alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from daan_desk.domain.kinds import LinkTo
from daan_desk.store.base import LEDGERS, Record

KNOWN = "(SELECT guard.known())"
NEVER = "false"
OFFICER = "(SELECT guard.officer())"
# Hashed once for each question; `= ANY` of an array that is known only then would be walked through at every row. The
# inner SELECT keeps the planner from calling the function for an estimate, at every statement of everybody.
MINE = "IN (SELECT unnest((SELECT guard.mine())))"
MY_PROJECTS = "IN (SELECT unnest((SELECT guard.projects())))"
BY_ENTERPRISE = f"enterprise {MINE}"


@dataclass(frozen=True, slots=True)
class Rule:
    """The rows that one who looks after enterprises sees, and those that he or she may write, as conditions."""

    seen: str
    written: str


def _both(condition: str) -> Rule:
    return Rule(condition, condition)


def _part_of(link: str, ledger: str) -> Rule:
    return _both(f"{link} IN (SELECT id FROM daan.{ledger})")


EVERYBODY_READS = Rule(KNOWN, NEVER)
OFFICE_ONLY = Rule(NEVER, NEVER)
NAMED: dict[str, Rule] = {
    "enterprises": _both(f"id {MINE}"),
    "projects": Rule(f"{BY_ENTERPRISE} OR id {MY_PROJECTS}", BY_ENTERPRISE),
    # Who could write assignments could make every enterprise his own.
    "assignments": Rule(f"{BY_ENTERPRISE} OR officer = {OFFICER}", NEVER),
    "meetings": Rule("id IN (SELECT meeting FROM daan.participants)", NEVER),
    "steps": _part_of("issue", "issues"),
    "bank_responses": _part_of("demand", "financing"),
    "project_months": _part_of("project", "projects"),
    "acts": _both(f"changed_by = {OFFICER}"),
    "settings": Rule(KNOWN, "key LIKE 'views/%' OR key = 'roster_matchings'"),
    **dict.fromkeys(("officers", "departments", "towns", "parks", "banks", "policies", "conditions"), EVERYBODY_READS),
}


def rule(model: type[Record]) -> Rule:
    """What holds for a ledger."""
    name = model.__tablename__
    if name == "attachments":
        return _of_attachments()
    if name in NAMED:
        return NAMED[name]
    link = model.ledger.by_name.get("enterprise")
    linked = link is not None and isinstance(link.kind, LinkTo) and link.kind.ledger == "enterprises"
    return _both(BY_ENTERPRISE) if linked else OFFICE_ONLY


def _of_attachments() -> Rule:
    """A file goes with the record that it belongs to."""
    owners = [model for name, model in LEDGERS.items() if name not in ("attachments", "acts", "settings")]
    seen = [f"WHEN '{m.__tablename__}' THEN owner IN (SELECT id FROM daan.{m.__tablename__})" for m in owners]
    written = [line for m, line in zip(owners, seen, strict=True) if rule(m).written != NEVER]
    return Rule(_case("owner_ledger", seen), _case("owner_ledger", written))


def _case(what: str, lines: list[str]) -> str:
    return f"CASE {what} {' '.join(lines)} ELSE false END"


def of_journal() -> Rule:
    """An entry is seen with the row that it speaks of, and written with a row that one may write."""
    seen = [f"WHEN '{name}' THEN \"row\" IN (SELECT id FROM daan.{name})" for name in LEDGERS]
    written = [
        f"WHEN '{name}' THEN EXISTS (SELECT 1 FROM daan.{name} x WHERE x.id = \"row\" AND ({rule(model).written}))"
        for name, model in LEDGERS.items()
        if rule(model).written != NEVER
    ]
    return Rule(_case('"table"', seen), _case('"table"', written))
