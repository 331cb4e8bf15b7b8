"""The entries that concern one officer, for a laptop that shall hold nothing else; whole rows, never parts of one.

A row that once was of the officer's enterprises stays in: else the laptop would go on showing it where it was. So does
what the officer wrote: the laptop has it already, and must learn what became of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from datetime import date
from functools import cached_property

from sqlalchemy import ColumnElement, Connection, or_, select

from daan_desk.domain.merging import Entry
from daan_desk.store.base import LEDGERS, table_of
from daan_desk.store.journal import JournalRow
from daan_desk.store.scopes import EVERYBODY, MERGE_TAKEN_BACK, MINE, OFFICER, OWNER, PROJECTS, Tie, owners, ties

Former = defaultdict[tuple[str, str], set[tuple[str, str]]]  # (ledger, field) → (row, what it named once)


class Scope:
    """What concerns an officer on a day; `officers` are the ids of the person's records, two where they were joined."""

    def __init__(self, connection: Connection, officers: Set[str], today: date) -> None:
        self._connection, self._officers, self._today = connection, officers, today
        self._rows: dict[str, frozenset[str]] = {}

    def entries(self, every: Iterable[Entry]) -> tuple[Entry, ...]:
        """Those of them that concern the officer; of ledgers that only a newer program knows, none."""
        return tuple(entry for entry in every if entry.table in LEDGERS and entry.row in self.rows(entry.table))

    def rows(self, ledger: str) -> frozenset[str]:
        """The ids of a ledger's rows that are a concern, tombstones included."""
        if ledger not in self._rows:
            found = set(self._own[ledger])
            for tie in ties(LEDGERS[ledger]):
                found.update(self._files() if tie.to == OWNER else self._tied(ledger, tie))
            if ledger == "acts":
                found.update(self._recalls())
            self._rows[ledger] = frozenset(found)
        return self._rows[ledger]

    def _tied(self, ledger: str, tie: Tie) -> Iterator[str]:
        wanted = self._named_by(tie)
        table = table_of(LEDGERS[ledger])
        found = self._connection.execute(select(table.c.id, table.c[tie.field]))
        yield from (line[0] for line in found if tie.to == EVERYBODY or line[1] in wanted)
        yield from (row for row, named in self._former[ledger, tie.field] if named in wanted)

    def _named_by(self, tie: Tie) -> Set[str]:
        if tie.to in (MINE, PROJECTS, OFFICER, EVERYBODY):
            return {MINE: self._mine, PROJECTS: self._projects, OFFICER: self._officers, EVERYBODY: frozenset()}[tie.to]
        rows = self.rows(tie.to)
        if tie.by == "id":
            return rows
        table = table_of(LEDGERS[tie.to])
        return {line[1] for line in self._connection.execute(select(table.c.id, table.c[tie.by])) if line[0] in rows}

    def _recalls(self) -> Iterator[str]:
        """Merges that were taken back: what that did is only to be understood with the act's own name."""
        kept = table_of(LEDGERS["acts"]).c
        yield from self._connection.execute(select(kept.id).where(kept.name.startswith(MERGE_TAKEN_BACK))).scalars()

    def _files(self) -> Iterator[str]:
        table = table_of(LEDGERS["attachments"])
        for line in self._connection.execute(select(table.c.id, table.c.owner_ledger, table.c.owner)):
            if line.owner_ledger in owners() and line.owner in self.rows(line.owner_ledger):
                yield line.id

    @cached_property
    def _assigned(self) -> list[tuple[str | None, str | None]]:
        kept = table_of(LEDGERS["assignments"]).c
        found = select(kept.enterprise, kept.project).where(
            kept.officer.in_(self._officers),
            kept.deleted_at.is_(None),
            or_(kept.since.is_(None), kept.since <= self._today),
            or_(kept.until.is_(None), kept.until >= self._today),
        )
        return [(line.enterprise, line.project) for line in self._connection.execute(found)]

    @cached_property
    def _projects(self) -> frozenset[str]:
        return frozenset(project for _, project in self._assigned if project)

    @cached_property
    def _mine(self) -> frozenset[str]:
        kept = table_of(LEDGERS["projects"]).c
        of_projects = self._connection.execute(select(kept.enterprise).where(kept.id.in_(self._projects))).scalars()
        return frozenset(one for one in (*of_projects, *(enterprise for enterprise, _ in self._assigned)) if one)

    @cached_property
    def _own(self) -> defaultdict[str, set[str]]:
        """The rows of which the officer wrote something."""
        entries = table_of(JournalRow).c
        found = select(entries.table, entries.row).where(entries.author.in_(self._officers)).distinct()
        own: defaultdict[str, set[str]] = defaultdict(set)
        for line in self._connection.execute(found):
            own[line.table].add(line.row)
        return own

    @cached_property
    def _former(self) -> Former:
        """What rows named before they were changed, and what others wrote who did not know of one another."""
        names = {tie.field for model in LEDGERS.values() for tie in ties(model) if tie.field != "id"}
        entries = table_of(JournalRow).c
        speaks: list[ColumnElement[bool]] = [entries.was.contains(f'"{name}":', autoescape=True) for name in names]
        found = select(entries.table, entries.row, entries.was, entries.fields).where(or_(*speaks))
        former: Former = defaultdict(set)
        for line in self._connection.execute(found):
            for said in (json.loads(line.was), json.loads(line.fields)):
                for name in names & said.keys():
                    former[line.table, name].add((line.row, str(said[name])))
        return former
