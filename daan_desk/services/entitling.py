"""The entitlements of a year for all enterprises and policies: planned, shown, then kept in one act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.policies import Answer
from daan_desk.domain.questions import Where
from daan_desk.services.changes import Changes
from daan_desk.services.office import Act, Office
from daan_desk.services.policy_judging import Entitled, day_of, in_force, judged
from daan_desk.store.reader import Line, Reader

Values = dict[str, object]
WORTH_KEEPING = (Answer.MET, Answer.NEAR)


@dataclass(frozen=True, slots=True)
class Turn:
    """A kept verdict that turns: id of the entitlement, enterprise, policy, what was and what is now."""

    id: str
    enterprise: str
    policy: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What keeping would do: counts of verdicts by policy title, new lines, brought up lines, and those that turn."""

    year: int
    policies: tuple[str, ...]
    counts: Mapping[str, Mapping[str, int]]
    judged: tuple[Entitled, ...]
    fresh: int
    changed: int
    turns: tuple[Turn, ...]

    def total(self, answer: Answer) -> int:
        """How many pairs of enterprise and policy have the answer."""
        return sum(one.verdict.answer is answer for one in self.judged)


def plan(office: Office, year: int, policies: Sequence[str] = ()) -> Plan:
    """All enterprises before these policies (ids; without any before all in force), nothing is written."""
    with office.reading() as reader:
        lines = _policies(reader, day_of(year, office.today()), policies)
        found = judged(reader, day_of(year, office.today()), lines)
        fresh, changed = compared(reader, found, year)
        turns = _turns(reader, found, changed)
    counts = {line["name"]: _counted(one for one in found if one.policy == line["id"]) for line in lines}
    return Plan(year, tuple(line["id"] for line in lines), counts, found, len(fresh), len(changed), turns)


def carry_out(office: Office, plan: Plan) -> Changes:
    """Keep what was planned, worked out again inside the act: what changed in the meantime counts."""
    titles = tuple(plan.counts)
    with office.writing("比对政策" if len(titles) == 1 else f"比对 {len(titles)} 项政策") as act:
        _kept(act, plan.policies, plan.year)
        if len(titles) == 1:
            act.concerns("policies", plan.policies[0])
    return act.changes


def record(office: Office, policy: str, year: int) -> Changes:
    """Keep the verdicts of one policy for a year."""
    return carry_out(office, plan(office, year, (policy,)))


def _kept(act: Act, policies: Sequence[str], year: int) -> None:
    today = act.office.today()
    found = judged(act, day_of(year, today), _policies(act, today, policies))
    fresh, changed = compared(act, found, year)
    act.add_many("entitlements", fresh)
    act.change_many("entitlements", changed)


def _policies(reader: Reader, day: date, policies: Sequence[str]) -> list[Line]:
    lines = list(reader.lines("policies", policies).values()) if policies else in_force(reader, day)
    refuse_unless(lines, "没有可以比对的政策，请先在“政策事项”里登记政策和条件。", "policy")
    return lines


def compared(reader: Reader, found: Iterable[Entitled], year: int) -> tuple[list[Values], dict[str, Values]]:
    """The new entitlements of a year for 符合 and 差一点, and the values that change in those that are kept, by id."""
    kept = {(row["enterprise"], row["policy"]): row for row in reader.where("entitlements", Where("year", "is", year))}
    fresh: list[Values] = []
    changed: dict[str, Values] = {}
    for one in found:
        values, row = _values(one), kept.get((one.enterprise, one.policy))
        if row is not None and any(row[name] != value for name, value in values.items()):
            changed[row["id"]] = values
        elif row is None and one.verdict.answer in WORTH_KEEPING:
            fresh.append({"enterprise": one.enterprise, "policy": one.policy, "year": year, **values})
    return fresh, changed


def _values(one: Entitled) -> Values:
    met = one.verdict.answer is Answer.MET
    return {
        "verdict": one.verdict.answer.value,
        "reasons": f"{one.verdict.words}\n【预计金额】{one.expected.working}",
        "expected": one.expected.amount if met else None,
    }


def _turns(reader: Reader, found: Iterable[Entitled], changed: Mapping[str, Values]) -> tuple[Turn, ...]:
    named = {(one.enterprise, one.policy): one for one in found}
    turns = []
    for identity, line in reader.lines("entitlements", list(changed)).items():
        before, after = str(line["verdict"] or "未比对"), str(changed[identity]["verdict"])
        if before != after:
            one = named[(line["enterprise"], line["policy"])]
            turns.append(Turn(identity, one.name, one.title, before, after))
    return tuple(turns)


def _counted(found: Iterable[Entitled]) -> Mapping[str, int]:
    counts = Counter(one.verdict.answer.value for one in found)
    return {answer.value: counts[answer.value] for answer in (Answer.MET, Answer.NEAR, Answer.UNKNOWN, Answer.UNMET)}
