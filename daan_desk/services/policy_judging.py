"""Enterprises before policies: verdicts with their reasons and what could be expected, worked out in one reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from daan_desk.domain.benefits import Benefit, Expected, expected
from daan_desk.domain.conditions import Condition
from daan_desk.domain.policies import Answer, Verdict, verdict
from daan_desk.domain.profiles import Profile
from daan_desk.domain.stacking import stacked
from daan_desk.services.grounds import GONE
from daan_desk.services.profiles import profiles
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Line, Reader

# Those entitled first; what is not known stands before what is known to fail.
ORDER = {answer: at for at, answer in enumerate((Answer.MET, Answer.NEAR, Answer.UNKNOWN, Answer.UNMET))}


@dataclass(frozen=True, slots=True)
class Entitled:
    """An enterprise before a policy: the verdict with its reasons, and what it could expect with the working."""

    enterprise: str
    name: str
    policy: str
    title: str
    verdict: Verdict
    expected: Expected


def in_force(reader: Reader, day: date) -> list[Line]:
    """The policies that are valid on the day."""
    return [
        line
        for line in reader.where("policies", sort=("name",))
        if (line["valid_from"] or day) <= day <= (line["valid_to"] or day)
    ]


def day_of(year: int, today: date) -> date:
    """The day on which the entitlements of a year are judged: today, or the end of a year that is over."""
    return today if year >= today.year else date(year, 12, 31)


def judged(reader: Reader, day: date, policies: Sequence[Line], only: Sequence[str] = ()) -> tuple[Entitled, ...]:
    """Every enterprise that works here, or `only` these (ids), before every one of the policies."""
    near = Decimal(rulebook(reader).value("near_share"))
    asked, known = conditions(reader), profiles(reader, day, only)
    working = {
        i: n for i, n, state in reader.columns("enterprises", "id", "name", "operating_state") if state not in GONE
    }
    whole = {line["id"]: line for line in (*superiors(reader, policies), *policies)}
    found = {
        (identity, line["id"]): Entitled(
            identity,
            working[identity],
            line["id"],
            line["name"],
            verdict(asked.get(line["id"], ()), profile, near),
            _expected(line, profile),
        )
        for line in whole.values()
        for identity, profile in known.items()
        if identity in working
    }
    wanted = {line["id"] for line in policies}
    return in_order(_stacked(one, whole[one.policy], found) for one in found.values() if one.policy in wanted)


def superiors(reader: Reader, policies: Iterable[Line]) -> list[Line]:
    """The superiors' policies for the same matters that these name."""
    named = tuple(dict.fromkeys(line["superior"] for line in policies if line["superior"]))
    return list(reader.lines("policies", named).values()) if named else []


def _stacked(one: Entitled, line: Line, found: Mapping[tuple[str, str], Entitled]) -> Entitled:
    above = found.get((one.enterprise, line["superior"] or ""))
    entitled = above is not None and above.verdict.answer is Answer.MET
    amount = above.expected if above is not None and entitled else None
    return replace(one, expected=stacked(one.expected, line["stacking"] or "", amount))


def conditions(reader: Reader) -> Mapping[str, Sequence[Condition]]:
    """The conditions of every policy, in their order."""
    found: defaultdict[str, list[Condition]] = defaultdict(list)
    names = ("fact", "operator", "value", "year", "either")
    for line in reader.where("conditions", sort=("number",)):
        found[line["policy"]].append(Condition(*(line[name] or "" for name in names)))
    return found


def _expected(line: Line, profile: Profile) -> Expected:
    words = (line["benefit"] or "", line["fixed"], line["rate"], line["base"] or "", line["cap"], line["tiers"] or "")
    return expected(Benefit(*words), profile)


def in_order(found: Iterable[Entitled]) -> tuple[Entitled, ...]:
    """Those entitled first, then by policy and name."""
    return tuple(sorted(found, key=lambda one: (ORDER[one.verdict.answer], one.title, one.name)))
