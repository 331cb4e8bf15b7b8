"""Who is entitled to which policy and why; the verdicts are kept, and the enterprises told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.benefits import Benefit, Expected, expected
from daan_desk.domain.conditions import Condition
from daan_desk.domain.failures import refuse_unless
from daan_desk.domain.policies import Answer, Verdict, verdict
from daan_desk.domain.profiles import Profile
from daan_desk.domain.questions import Where
from daan_desk.services.changes import Changes
from daan_desk.services.grounds import GONE
from daan_desk.services.office import Office
from daan_desk.services.profiles import profiles
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Line, Reader

Values = dict[str, object]
WORTH_KEEPING = (Answer.MET, Answer.NEAR)


@dataclass(frozen=True, slots=True)
class Entitled:
    """An enterprise before a policy: the verdict with its reasons, and what it could expect with the working."""

    enterprise: str
    name: str
    policy: str
    title: str
    verdict: Verdict
    expected: Expected


def of_policy(office: Office, policy: str) -> tuple[Entitled, ...]:
    """Every enterprise that works here before one policy, those entitled first."""
    with office.reading() as reader:
        line = reader.line("policies", policy)
        refuse_unless(line is not None, "这项政策已不存在，可能刚被删除。")
        assert line is not None
        return _sorted(_judged(reader, office.today(), [line]))


def of_enterprise(office: Office, enterprise: str) -> tuple[Entitled, ...]:
    """One enterprise before every policy in force."""
    with office.reading() as reader:
        return _sorted(_judged(reader, office.today(), in_force(reader, office.today()), (enterprise,)))


def in_force(reader: Reader, day: date) -> list[Line]:
    """The policies that are valid on the day."""
    return [
        line
        for line in reader.where("policies", sort=("name",))
        if (line["valid_from"] or day) <= day <= (line["valid_to"] or day)
    ]


def _judged(reader: Reader, day: date, policies: Sequence[Line], only: Sequence[str] = ()) -> list[Entitled]:
    near = Decimal(rulebook(reader).value("near_share"))
    asked, known = conditions(reader), profiles(reader, day, only)
    working = {
        i: n for i, n, state in reader.columns("enterprises", "id", "name", "operating_state") if state not in GONE
    }
    return [
        Entitled(
            identity,
            working[identity],
            line["id"],
            line["name"],
            verdict(asked.get(line["id"], ()), profile, near),
            _expected(line, profile),
        )
        for line in policies
        for identity, profile in known.items()
        if identity in working
    ]


def conditions(reader: Reader) -> Mapping[str, Sequence[Condition]]:
    """The conditions of every policy, in their order."""
    found: defaultdict[str, list[Condition]] = defaultdict(list)
    for line in reader.where("conditions", sort=("number",)):
        words = (
            line["fact"] or "",
            line["operator"] or "",
            line["value"] or "",
            line["year"] or "",
            line["either"] or "",
        )
        found[line["policy"]].append(Condition(*words))
    return found


def _expected(line: Line, profile: Profile) -> Expected:
    words = (line["benefit"] or "", line["fixed"], line["rate"], line["base"] or "", line["cap"], line["tiers"] or "")
    return expected(Benefit(*words), profile)


def _sorted(found: Iterable[Entitled]) -> tuple[Entitled, ...]:
    order = {answer: at for at, answer in enumerate((Answer.MET, Answer.NEAR, Answer.UNKNOWN, Answer.UNMET))}
    return tuple(sorted(found, key=lambda one: (order[one.verdict.answer], one.title, one.name)))


def record(office: Office, policy: str, year: int) -> Changes:
    """Keep the verdicts of a policy for a year: new lines for 符合 and 差一点, and what stands there is brought up."""
    with office.writing("比对政策") as act:
        act.get("policies", policy)
        fresh, changed = compared(act, office.today(), policy, year)
        act.add_many("entitlements", fresh)
        act.change_many("entitlements", changed)
        act.concerns("policies", policy)
    return act.changes


def compared(reader: Reader, day: date, policy: str, year: int) -> tuple[list[Values], dict[str, Values]]:
    """The new entitlements of a policy in a year, and the changed values of those that are kept, by id."""
    kept = {row["enterprise"]: row["id"] for row in reader.where("entitlements", *_of(policy, year))}
    fresh, changed = [], {}
    for one in _sorted(_judged(reader, day, list(reader.lines("policies", [policy]).values()))):
        values = _kept_values(one)
        if one.enterprise in kept:
            changed[kept[one.enterprise]] = values
        elif one.verdict.answer in WORTH_KEEPING:
            fresh.append({"enterprise": one.enterprise, "policy": policy, "year": year, **values})
    return fresh, changed


def _of(policy: str, year: int) -> tuple[Where, Where]:
    return Where("policy", "is", policy), Where("year", "is", year)


def _kept_values(one: Entitled) -> dict[str, object]:
    met = one.verdict.answer is Answer.MET
    words = f"{one.verdict.words}\n【预计金额】{one.expected.working}"
    return {
        "verdict": one.verdict.answer.value,
        "reasons": words,
        "expected": one.expected.amount if met else None,
    }


def tell(office: Office, ids: Sequence[str], day: date | None = None) -> Changes:
    """Note that these enterprises were told; who was told before keeps that day."""
    with office.writing(f"告知 {len(ids)} 家企业") as act:
        told = [line["id"] for line in act.lines("entitlements", ids).values() if line["told"] is None]
        act.change_many("entitlements", {identity: {"told": day or office.today()} for identity in told})
    return act.changes
