"""The acts on any record: check, add, change, change many, remove."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.questions import Where
from daan_desk.services import consequences, consistency
from daan_desk.services.changes import Changes
from daan_desk.services.completing import completed
from daan_desk.services.duplicates import twins
from daan_desk.services.ledgers import ledger as ledger_of
from daan_desk.services.ledgers import told
from daan_desk.services.office import Act, Office
from daan_desk.services.values import Findings, doubted, findings
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Reader
from daan_desk.store.subjects import SUBJECTS

Raw = Mapping[str, object]
# What belongs to a record and goes with it: ledger → (ledger of the part, its field that names the whole).
PARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "issues": (("steps", "issue"),),
    "meetings": (("participants", "meeting"),),
    "financing": (("bank_responses", "demand"),),
    "policies": (("conditions", "policy"),),
    "projects": (("project_months", "project"),),
}


def check(office: Office, ledger: str, values: Raw, id: str | None = None) -> Findings:  # noqa: A002
    """What would be refused and what is odd, without writing anything; `id` is the record that is being changed."""
    described = ledger_of(ledger)
    with office.reading() as reader:
        found = findings(reader, described, values, whole=id is None)
        before = reader.line(described.name, id) if id else None
        found.problems |= consistency.problems(reader, described.name, found.values, before, office.today())
        doubted(found, described, before, office.today())
        alike = twins(reader, described, found.values, id)
        found.warnings |= {name: said for name, said in alike.items() if name not in found.problems}
    return found


def add(office: Office, ledger: str, values: Raw) -> Changes:
    """Keep one new record; `Rejected` with a problem by field."""
    described = ledger_of(ledger)
    with office.writing(f"新增{described.noun}") as act:
        act.concerns(described.name, added(act, described.name, values))
    return act.changes


def added(act: Act, ledger: str, values: Raw) -> str:
    """Keep one new record inside a larger act; answers its id."""
    found = findings(act, ledger_of(ledger), values, whole=True)
    found.problems |= consistency.problems(act, ledger, found.values, None, act.office.today())
    found.refuse()
    doubted(found, ledger_of(ledger), None, act.office.today())
    act.remarks += found.warnings.values()
    identity = act.add(ledger, completed(act, ledger, [found.values])[0])
    consequences.follow(act, ledger, [identity])
    return identity


def change(office: Office, ledger: str, identity: str, values: Raw) -> Changes:
    """Set the given fields of one record."""
    described = ledger_of(ledger)
    with office.writing(f"修改{described.noun}") as act:
        before = act.get(described.name, identity)
        found = findings(act, described, values, whole=False)
        found.problems |= consistency.problems(act, described.name, found.values, before, office.today())
        found.refuse()
        doubted(found, described, before, office.today())
        act.remarks += found.warnings.values()
        owners = consequences.owners(act, described.name, [identity])
        act.change(described.name, identity, found.values)
        consequences.settle(act, described.name, (*owners, *consequences.owners(act, described.name, [identity])))
        act.concerns(described.name, identity)
    return act.changes


@dataclass(frozen=True, slots=True)
class Alteration:
    """One record of a bulk change: how it is named, and the shown values of each field before and after."""

    id: str
    text: str
    before: Mapping[str, str]
    after: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """A bulk change worked out and not yet carried out; `same` records have the values already, seen: what is to go."""

    ledger: str
    values: Mapping[str, object]
    alterations: tuple[Alteration, ...]
    same: int = 0
    warnings: tuple[str, ...] = ()
    seen: Mapping[str, Raw] = field(default_factory=dict)


def plan_change(office: Office, ledger: str, ids: Sequence[str], values: Raw) -> BulkPlan:
    """What a change of many records would do; `Rejected` where a value cannot be read."""
    described = ledger_of(ledger)
    with office.reading() as reader:
        found = findings(reader, described, values, whole=False)
        found.refuse()
        lines = reader.lines(described.name, ids)
        asked = consistency.Consistency(reader)
        for line in lines.values():
            found.problems |= asked.problems(described.name, found.values, line)
        found.refuse()
        differing = [line for line in lines.values() if any(line[n] != v for n, v in found.values.items())]
        texts = reader.titles(described.name, [line["id"] for line in differing])
        rows = told(office, reader, described.name, differing)
        after = _shown(reader, described.name, found.values)
    alterations = tuple(
        Alteration(row.id, texts[row.id], {n: described[n].kind.show(row[n]) for n in after}, after) for row in rows
    )
    seen = {line["id"]: {name: line[name] for name in found.values} for line in differing}
    same, warnings = len(lines) - len(rows), tuple(found.warnings.values())
    return BulkPlan(described.name, found.values, alterations, same, warnings, seen)


def _shown(reader: Reader, ledger: str, values: Mapping[str, object]) -> dict[str, str]:
    shown = {}
    for name, value in values.items():
        kind = LEDGERS[ledger].ledger[name].kind
        link = isinstance(kind, LinkTo) and value is not None
        shown[name] = reader.titles(kind.ledger, [str(value)])[str(value)] if link else kind.show(value)  # type: ignore[attr-defined]
    return shown


def carry_out(office: Office, plan: BulkPlan) -> Changes:
    """Do what was planned, in one act; what somebody else changed since is left alone and told."""
    noun = LEDGERS[plan.ledger].ledger.noun
    with office.writing(f"批量修改 {len(plan.alterations)} 条{noun}") as act:
        lines = act.lines(plan.ledger, [alteration.id for alteration in plan.alterations])
        touched = [i for i, line in lines.items() if all(line[n] == v for n, v in plan.seen.get(i, {}).items())]
        if len(touched) < len(lines):
            act.remarks.append(f"有 {len(lines) - len(touched)} 条刚被别人改过，没有动")
        owners = consequences.owners(act, plan.ledger, touched)
        act.change_many(plan.ledger, dict.fromkeys(touched, plan.values))
        consequences.settle(act, plan.ledger, (*owners, *consequences.owners(act, plan.ledger, touched)))
    return act.changes


def remove(office: Office, ledger: str, ids: Sequence[str]) -> Changes:
    """Delete records with their parts; `Rejected` where other records still speak of one, naming how many."""
    described = ledger_of(ledger)
    count = f" {len(ids)} 条" if len(ids) > 1 else ""
    with office.writing(f"删除{count}{described.noun}") as act:
        refuse_referenced(act, described.name, ids)
        if len(ids) == 1:
            act.concerns(described.name, ids[0])
        for part, link in (*PARTS.get(described.name, ()), ("attachments", "owner")):
            lines = act.where(part, Where(link, "in", tuple(ids)))
            act.remove(part, [line["id"] for line in lines])
        owners = consequences.owners(act, described.name, ids)
        consistency.refuse_removal(act, described.name, act.lines(described.name, ids).values())
        act.remove(described.name, ids)
        consequences.settle(act, described.name, owners)
    return act.changes


def refuse_referenced(reader: Reader, ledger: str, ids: Sequence[str]) -> None:
    """Raise `Rejected` where living records of other ledgers link to one of these."""
    users: Counter[str] = Counter()
    for counts in users_of(reader, ledger, ids).values():
        users.update(counts)
    if users:
        raise Rejected(f"还有{spoken(users)}用到它，请先处理这些记录，或把它们改到别的{LEDGERS[ledger].ledger.noun}。")


def spoken(users: Mapping[str, int]) -> str:
    """How many records of which ledgers, in words."""
    return "、".join(f"{count} 条{LEDGERS[name].ledger.label}" for name, count in users.items())


def users_of(
    reader: Reader, ledger: str, ids: Iterable[str], apart: Set[str] = frozenset()
) -> dict[str, dict[str, int]]:
    """Record id → ledger → how many living records link to it; its own parts and those in `apart` do not count."""
    wanted = frozenset(ids)
    parts = {name for name, _ in PARTS.get(ledger, ())}
    users: dict[str, dict[str, int]] = {}
    for model in SUBJECTS:
        name = model.ledger.name
        links = [f.name for f in model.ledger.kept if isinstance(f.kind, LinkTo) and f.kind.ledger == ledger]
        for link in links if name not in parts else ():
            for user, used in reader.columns(name, "id", link):
                if used in wanted and user not in apart:
                    counts = users.setdefault(used, {})
                    counts[name] = counts.get(name, 0) + 1
    return users
