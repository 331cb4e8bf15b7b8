"""What acts and pages may ask of the workspace inside one transaction, in plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, or_, select

from daan_desk.domain.questions import Question, Where
from daan_desk.store import dialects, questions
from daan_desk.store.base import LEDGERS, table_of
from daan_desk.store.journal import chunks
from daan_desk.store.ordering import column

Line = Mapping[Any, Any]


class Reader:
    """Answers from one consistent view; rows are mappings by column name, links are ids."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def ids(self, question: Question, limit: int | None = None) -> tuple[str, ...]:
        """Ids in the question's order."""
        return questions.ids(self.connection, question, limit)

    def lines(self, ledger: str, ids: Sequence[str]) -> dict[str, Line]:
        """Rows by id; those with a tombstone are not among them."""
        return questions.lines(self.connection, ledger, ids)

    def line(self, ledger: str, identity: str) -> Line | None:
        """One row, or None."""
        return self.lines(ledger, [identity]).get(identity)

    def kept_at_all(self, ledger: str, ids: Sequence[str]) -> frozenset[str]:
        """Which of these ids have a row, be it one with a tombstone."""
        table = table_of(LEDGERS[ledger])
        found: set[str] = set()
        for part in chunks(ids):
            found |= set(self.connection.execute(select(table.c.id).where(table.c.id.in_(part))).scalars())
        return frozenset(found)

    def where(self, ledger: str, *conditions: Where, sort: Sequence[str] = (), limit: int | None = None) -> list[Line]:
        """The rows that meet the conditions, in order."""
        ids = self.ids(Question(ledger, where=conditions, sort=tuple(sort)), limit)
        found = self.lines(ledger, ids)
        return [found[identity] for identity in ids]

    def totals(self, question: Question) -> tuple[int, dict[str, Any]]:
        """Count and sums."""
        return questions.count_and_sums(self.connection, question)

    def count(self, ledger: str, *conditions: Where) -> int:
        """How many rows meet the conditions."""
        return questions.count(self.connection, Question(ledger, where=conditions))

    def counted(self, question: Question, field: str) -> list[tuple[Any, int]]:
        """Distinct values of a field with how often each stands."""
        return questions.counted(self.connection, question, field)

    def titles(self, ledger: str, ids: Iterable[str]) -> dict[str, str]:
        """The words that name records, by id."""
        return questions.titles(self.connection, ledger, ids)

    def columns(
        self, ledger: str, *names: str, where: Sequence[Where] = (), either: Sequence[str] = ()
    ) -> list[tuple[Any, ...]]:
        """Some columns of every living row that meets the conditions, in one pass: for rules that look at many.

        either: fields of which at least one is filled.
        """
        model = LEDGERS[ledger]
        found = select(*(column(model, name) for name in names))
        found = found.where(questions.matching(Question(ledger, where=tuple(where))))
        found = found.where(or_(*(column(model, name).is_not(None) for name in either))) if either else found
        return list(map(tuple, self.connection.execute(found).fetchall()))

    def ever(self, ledger: str, *names: str) -> list[tuple[Any, ...]]:
        """Some columns of every row there ever was, tombstones included: what was given once is never given again."""
        table = table_of(LEDGERS[ledger])
        return list(map(tuple, self.connection.execute(select(*(table.c[name] for name in names)))))

    def repeated(self, ledger: str, *names: str) -> list[list[str]]:
        """The ids of living rows that say the same in all of these fields, group by group."""
        model, table = LEDGERS[ledger], table_of(LEDGERS[ledger])
        key = [table.c[name] for name in names]
        filled = [questions.alive(model), *(column.is_not(None) for column in key)]
        ids = func.aggregate_strings(table.c.id, " ")
        found = select(ids).where(*filled).group_by(*key).having(func.count() > 1)
        return [sorted(line.split(" ")) for line in self.connection.execute(found).scalars()]

    def named(self, ledger: str, words: Sequence[str]) -> dict[str, list[str]]:
        """Ids of the living records whose name is one of the words, by word; a numbered ledger answers to no name."""
        table = table_of(LEDGERS[ledger])
        if LEDGERS[ledger].ledger[questions.name_of(ledger)].kind.storage != "text":
            return {}
        name = table.c[questions.name_of(ledger)]
        found: dict[str, list[str]] = {}
        for part in chunks(sorted(set(words))):
            rows = self.connection.execute(select(name, table.c.id).where(name.in_(part), table.c.deleted_at.is_(None)))
            for word, identity in rows:
                found.setdefault(word, []).append(identity)
        return found

    def highest(self, ledger: str, field: str, beginning: str) -> int:
        """The greatest count behind a beginning, tombstones included, 0 where there is none: none is given twice."""
        return dialects.highest(self.connection, table_of(LEDGERS[ledger]), field, beginning)
