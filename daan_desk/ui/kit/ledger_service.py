"""The source of a ledger's page in the real program: every call goes straight to the service of the same name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.questions import Hit, Question, Row, Totals
from daan_desk.services import drafts, ledgers, records, settings

if TYPE_CHECKING:
    from daan_desk.services.changes import Changes
    from daan_desk.services.office import Office
    from daan_desk.services.records import BulkPlan
    from daan_desk.services.stale import Seen
    from daan_desk.services.values import Findings
    from daan_desk.ui.kit.ledger_source import Source


@dataclass(frozen=True)
class OfficeSource:
    """The services of one ledger, bound to the office."""

    office: Office
    ledger: Ledger

    def today(self) -> date:
        return self.office.today()

    def ids(self, question: Question) -> tuple[str, ...]:
        return ledgers.ids(self.office, question)

    def rows(self, ids: Sequence[str]) -> tuple[Row, ...]:
        return ledgers.rows(self.office, self.ledger.name, ids)

    def row(self, identity: str) -> Row:
        return ledgers.row(self.office, self.ledger.name, identity)

    def totals(self, question: Question) -> Totals:
        return ledgers.totals(self.office, question)

    def counted(self, question: Question, field: str) -> tuple[tuple[str, int], ...]:
        return ledgers.counted(self.office, question, field)

    def words(self, field: Field) -> tuple[str, ...]:
        return settings.words(self.office, field)

    def find(self, text: str, ledgers_: Sequence[str] = (), limit: int = 20) -> tuple[Hit, ...]:
        return ledgers.find(self.office, text, ledgers_, limit)

    def some(self, ledger: str, limit: int = 20) -> tuple[Hit, ...]:
        """The first records of a ledger, for a list that opens before anything was typed."""
        described = ledgers.ledger(ledger)
        ids = ledgers.ids(self.office, Question(ledger))[:limit]
        titles = described.title.split()
        rows = ledgers.rows(self.office, ledger, ids)
        return tuple(Hit(ledger, r.id, " ".join(described[n].kind.show(r[n]) for n in titles).strip()) for r in rows)

    def check(self, values: Mapping[str, object], identity: str | None = None) -> Findings:
        return records.check(self.office, self.ledger.name, values, identity)

    def add(self, values: Mapping[str, object]) -> Changes:
        return records.add(self.office, self.ledger.name, values)

    def seen(self, identity: str) -> Seen:
        return ledgers.seen(self.office, self.ledger.name, identity)

    def change(self, identity: str, values: Mapping[str, object]) -> Changes:
        return records.change(self.office, self.ledger.name, identity, values)

    def plan_change(self, ids: Sequence[str], values: Mapping[str, object]) -> BulkPlan:
        return records.plan_change(self.office, self.ledger.name, ids, values)

    def carry_out(self, plan: BulkPlan) -> Changes:
        return records.carry_out(self.office, plan)

    def remove(self, ids: Sequence[str]) -> Changes:
        return records.remove(self.office, self.ledger.name, ids)

    def other(self, ledger: str) -> Source:
        """The source of another ledger, for records made on the way (新建“…”)."""
        return OfficeSource(self.office, ledgers.ledger(ledger))


@dataclass(frozen=True)
class OfficeViews:
    """Saved views among the settings of the office, so that every window of the workspace has them."""

    office: Office

    def load(self, ledger: str) -> Sequence[Mapping[str, object]]:
        kept = settings.setting(self.office, f"views/{ledger}")
        return [view for view in kept if isinstance(view, dict)] if isinstance(kept, list) else []

    def save(self, ledger: str, views: Sequence[Mapping[str, object]]) -> None:
        settings.change_setting(self.office, f"views/{ledger}", list(views))


@dataclass(frozen=True)
class OfficeDrafts:
    """Typed words that are not yet saved, kept in this copy of the workspace."""

    office: Office

    def load(self, key: str) -> Mapping[str, object]:
        return drafts.load(self.office, key)

    def save(self, key: str, values: Mapping[str, object]) -> None:
        drafts.save(self.office, key, values)

    def clear(self, key: str) -> None:
        drafts.clear(self.office, key)
