"""Which rows of which ledger an officer sees and writes on a server, as SQL that stands in the database's policies.

The office sees and writes everything. What everybody else sees is said by `store/scopes.py`, what of it may be written
here.
"""

from __future__ import annotations

from dataclasses import dataclass

from daan_desk.store.base import LEDGERS, Record
from daan_desk.store.scopes import EVERYBODY, MINE, NAMED, OFFICER, OWNER, PROJECTS, Tie, owners, ties

KNOWN = "(SELECT guard.known())"
NEVER = "false"
# Hashed once for each question; `= ANY` of an array that is known only then would be walked through at every row. The
# inner SELECT keeps the planner from calling the function for an estimate, at every statement of everybody.
WORDS = {
    MINE: "{field} IN (SELECT unnest((SELECT guard.mine())))",
    PROJECTS: "{field} IN (SELECT unnest((SELECT guard.projects())))",
    OFFICER: "{field} = (SELECT guard.officer())",
    EVERYBODY: KNOWN,
}
BY_ENTERPRISE = WORDS[MINE].format(field="enterprise")
# Of what is seen all may be written, but for these. Who could write assignments could make every enterprise his own.
WRITTEN = {
    "projects": BY_ENTERPRISE,
    "assignments": NEVER,
    "meetings": NEVER,
    "settings": "key LIKE 'views/%' OR key = 'roster_matchings'",
    **dict.fromkeys(("officers", "departments", "towns", "parks", "banks", "policies", "conditions"), NEVER),
}

__all__ = ["BY_ENTERPRISE", "KNOWN", "NAMED", "Rule", "of_journal", "rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """The rows that one who looks after enterprises sees, and those that he or she may write, as conditions."""

    seen: str
    written: str


def rule(model: type[Record]) -> Rule:
    """What holds for a ledger."""
    name, found = model.__tablename__, ties(model)
    if any(tie.to == OWNER for tie in found):
        return _of_attachments()
    seen = " OR ".join(map(_said, found)) or NEVER
    return Rule(seen, WRITTEN.get(name, seen))


def _said(tie: Tie) -> str:
    if tie.to in WORDS:
        return WORDS[tie.to].format(field=tie.field)
    return f"{tie.field} IN (SELECT {tie.by} FROM daan.{tie.to})"


def _of_attachments() -> Rule:
    """A file goes with the record that it belongs to."""
    seen = [f"WHEN '{name}' THEN owner IN (SELECT id FROM daan.{name})" for name in owners()]
    written = [line for name, line in zip(owners(), seen, strict=True) if rule(LEDGERS[name]).written != NEVER]
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
