"""A made-up ledger in memory that answers like the services do, for tests of the window's general parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import Linked, LinkTo
from daan_desk.domain.questions import Hit, Question, Row, Totals, Where
from daan_desk.services.changes import Changes
from daan_desk.services.records import Alteration, BulkPlan
from daan_desk.services.stale import Seen
from tests.ui.kit.made_up_rows import PLACES, THINGS, TODAY, TOWNS, WHEN, made_up


@dataclass
class MadeUpSource:
    """Answers questions over rows in memory and remembers what it was asked to do."""

    count: int = 30
    ledger: Ledger = THINGS
    people: tuple[str, ...] = ("李慧敏", "李明", "陈志远")
    acts: list[tuple[str, object]] = field(default_factory=list)
    asked_rows: list[int] = field(default_factory=list)
    refusal: Mapping[str, str] = field(default_factory=dict)
    warnings: Mapping[str, str] = field(default_factory=dict)
    hits: tuple[Hit, ...] = ()

    def __post_init__(self) -> None:
        self.kept = {row.id: row for row in map(made_up, range(self.count))}
        self.places = MadeUpPlaces(self) if self.ledger is THINGS else None

    def today(self) -> date:
        return TODAY

    def ids(self, question: Question) -> tuple[str, ...]:
        found = [row for row in self.kept.values() if self.fits(row, question)]
        for key in reversed(question.sort):
            name = key.lstrip("-")
            found.sort(key=lambda row: self.order(row, name), reverse=key.startswith("-"))
        return tuple(row.id for row in found)

    def order(self, row: Row, name: str) -> tuple[bool, object]:
        value = row[name]
        return value is None, value.text if isinstance(value, Linked) else value

    def fits(self, row: Row, question: Question) -> bool:
        words = f"{row['name']}{row['code']}{row['phone']}"
        return question.text in words and all(self.meets(row, where) for where in question.where)

    def meets(self, row: Row, where: Where) -> bool:
        value = row[where.field]
        shown = self.ledger[where.field].kind.show(value)
        rules = {
            "is": lambda: shown == self.ledger[where.field].kind.show(where.value),
            "in": lambda: shown in where.value,
            "has": lambda: str(where.value) in shown,
            "from": lambda: value is not None and value >= where.value,
            "to": lambda: value is not None and value <= where.value,
            "empty": lambda: value is None,
            "filled": lambda: value is not None,
        }
        return bool(rules[where.op]())

    def seen(self, identity: str) -> Seen:
        return Seen(self.ledger.name, identity, {})

    def rows(self, ids: Sequence[str]) -> tuple[Row, ...]:
        self.asked_rows.append(len(ids))
        return tuple(self.kept[id_] for id_ in ids if id_ in self.kept)

    def row(self, identity: str) -> Row:
        if identity not in self.kept:
            raise Rejected("这条企业已不存在，可能刚被删除。")
        return self.kept[identity]

    def totals(self, question: Question) -> Totals:
        rows = [self.kept[id_] for id_ in self.ids(question)]
        summed = [f.name for f in self.ledger.fields if f.total]
        return Totals(len(rows), {name: sum(row[name] or 0 for row in rows) for name in summed})

    def counted(self, question: Question, field: str) -> tuple[tuple[str, int], ...]:
        counts: dict[str, int] = {}
        for id_ in self.ids(question):
            word = self.ledger[field].kind.show(self.kept[id_][field])
            counts[word] = counts.get(word, 0) + 1
        return tuple(sorted(((w, n) for w, n in counts.items() if w), key=lambda pair: -pair[1]))

    def words(self, field: Field) -> tuple[str, ...]:
        return field.kind.words

    def find(self, text: str, ledgers: Sequence[str] = (), limit: int = 20) -> tuple[Hit, ...]:
        if "places" in ledgers:
            pinyin = {"dajd": TOWNS[0], "lgsjd": TOWNS[1]}
            return tuple(
                Hit("places", f"t{at}", town, "镇街") for at, town in enumerate(TOWNS)
                if text in town or pinyin.get(text) == town
            )  # fmt: skip
        return tuple(Hit("people", name, name, "干部") for name in self.people if text in name)

    def some(self, ledger: str, limit: int = 20) -> tuple[Hit, ...]:
        return self.find("", (ledger,), limit)

    def check(self, values: Mapping[str, object], identity: str | None = None) -> SimpleNamespace:
        problems = dict(self.refusal)
        if not values.get("name"):
            problems["name"] = "请填写企业名称"
        return SimpleNamespace(problems=problems, warnings=dict(self.warnings), hits=self.hits)

    def _read(self, values: Mapping[str, object]) -> dict[str, object]:
        link = {f.name for f in self.ledger.fields if isinstance(f.kind, LinkTo)}
        return {n: v if n in link else self.ledger[n].kind.read(v).value for n, v in values.items()}

    def add(self, values: Mapping[str, object]) -> Changes:
        problems = self.check(values).problems
        if problems:
            raise Rejected(problems)
        id_ = f"n{len(self.kept)}"
        self.kept[id_] = Row(id_, self._read(values), WHEN)
        self.acts.append(("add", dict(values)))
        return Changes("a1", "新增企业", {self.ledger.name: (id_,)})

    def change(self, identity: str, values: Mapping[str, object]) -> Changes:
        if self.refusal:
            raise Rejected(self.refusal)
        self.kept[identity] = replace(self.kept[identity], values={**self.kept[identity].values, **self._read(values)})
        self.acts.append(("change", (identity, dict(values))))
        return Changes("a2", "修改企业", {self.ledger.name: (identity,)})

    def plan_change(self, ids: Sequence[str], values: Mapping[str, object]) -> BulkPlan:
        read = self._read(values)
        after = {name: self.ledger[name].kind.show(value) for name, value in read.items()}
        rows = [self.kept[id_] for id_ in ids if id_ in self.kept]
        differing = [row for row in rows if any(row[name] != value for name, value in read.items())]
        alterations = tuple(
            Alteration(row.id, str(row["name"]), {n: self.ledger[n].kind.show(row[n]) for n in read}, after)
            for row in differing
        )
        return BulkPlan(self.ledger.name, read, alterations, len(rows) - len(differing))

    def carry_out(self, plan: BulkPlan) -> Changes:
        for one in plan.alterations:
            self.kept[one.id] = replace(self.kept[one.id], values={**self.kept[one.id].values, **plan.values})
        ids = tuple(one.id for one in plan.alterations)
        self.acts.append(("carry_out", ids))
        return Changes("a3", "批量修改", {self.ledger.name: ids})

    def remove(self, ids: Sequence[str]) -> Changes:
        for id_ in ids:
            del self.kept[id_]
        self.acts.append(("remove", tuple(ids)))
        return Changes("a4", "删除企业", {self.ledger.name: tuple(ids)})

    def other(self, ledger: str) -> MadeUpSource:
        assert self.places
        return self.places


class MadeUpPlaces(MadeUpSource):
    """The ledger that the things link to; a place made here is found afterwards."""

    def __init__(self, things: MadeUpSource) -> None:
        super().__init__(0, PLACES)
        self.things = things
