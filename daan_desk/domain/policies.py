"""Whether an enterprise is entitled to a policy, explained condition by condition; what is not known is never a no."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from daan_desk.domain.conditions import BY_WORD, COMPARING, ROSTER, Condition, Fact, year_meant
from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import bare
from daan_desk.domain.numbers import Number
from daan_desk.domain.people_words import BETWEEN_PEOPLE
from daan_desk.domain.profiles import Profile

LEVELS = ("国", "省", "市", "区")
SORTS = ("减免", "奖补", "权益", "资质")
PAYMENTS = ("免申即享", "快申快享", "其他")
NEAR = Decimal(10)
JUST_EXPIRED = 365  # days within which a qualification that has run out is still something to renew, not to begin


class Answer(StrEnum):
    """How a condition, or a policy as a whole, stands."""

    MET = "符合"
    NEAR = "差一点"
    UNMET = "不符合"
    UNKNOWN = "缺数据"


VERDICTS = tuple(answer.value for answer in Answer)
# What decides when all conditions must hold; of alternatives the best one counts.
WORST = (Answer.UNMET, Answer.UNKNOWN, Answer.NEAR, Answer.MET)
BEST = (Answer.MET, Answer.NEAR, Answer.UNKNOWN, Answer.UNMET)


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition explained; either: the word of its group of alternatives; fact: what it asks about."""

    answer: Answer
    words: str
    either: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for a whole policy, with the reason of every condition."""

    answer: Answer
    reasons: tuple[Reason, ...]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The reasons that are not met, in words."""
        return tuple(reason.words for reason in self.reasons if reason.answer is not Answer.MET)

    @property
    def words(self) -> str:
        """Every reason on a line of its own."""
        return "\n".join(f"【{reason.answer}】{reason.words}" for reason in self.reasons)


def verdict(conditions: Sequence[Condition], profile: Profile, near: Decimal = NEAR) -> Verdict:
    """All conditions together; without any the answer is 缺数据, for nobody has entered what the policy asks."""
    if not conditions:
        return Verdict(Answer.UNKNOWN, (Reason(Answer.UNKNOWN, "这项政策的条件还没有录入，无法判断"),))
    reasons = tuple(reason(condition, profile, near) for condition in conditions)
    needed = [one.answer for one in reasons if not one.either]
    for word in dict.fromkeys(one.either for one in reasons if one.either):
        among = {one.answer for one in reasons if one.either == word}
        needed.append(next(answer for answer in BEST if answer in among))
    return Verdict(next(answer for answer in WORST if answer in needed), reasons)


def reason(condition: Condition, profile: Profile, near: Decimal = NEAR) -> Reason:
    """One condition explained."""
    answer, words = _answered(condition, profile, near)
    return Reason(answer, words, condition.either, condition.fact)


def _answered(condition: Condition, profile: Profile, near: Decimal) -> tuple[Answer, str]:
    if condition.operator.endswith("资质"):
        return _qualified(condition, profile)
    fact = BY_WORD.get(condition.fact)
    if fact is None:
        return Answer.UNKNOWN, f"台账里没有“{condition.fact}”这项数据，请向企业核实：{condition.words}"
    value = profile.value(fact.word, year_meant(condition.year, profile.day.year))
    if value is None:
        said = f"缺“{condition.named}”（{fact.ledger}），可由{fact.giver}提供；要求 {condition.words}"
        return Answer.UNKNOWN, said
    return _numeric(condition, fact, value, near) if fact.numeric else _worded(condition, value)


def _numeric(condition: Condition, fact: Fact, value: object, near: Decimal) -> tuple[Answer, str]:
    have, want = _number(value, fact.unit), _number(condition.value, fact.unit)
    if have is None or want is None or condition.operator not in TESTS:
        return Answer.UNKNOWN, f"条件“{condition.words}”写得不完整，请检查关系和值"
    shown = f"{condition.named} {Number(fact.unit).show(have)} {fact.unit}，要求 {condition.words}"
    if TESTS[condition.operator](have, want):
        return Answer.MET, shown
    off = abs(want - have)
    share = off * 100 / abs(want) if want else Decimal(100)
    gap = f"{'还差' if condition.operator in ('≥', '>') else '超出'} {Number(fact.unit).show(off)} {fact.unit}"
    if condition.operator in COMPARING and share <= near:
        return Answer.NEAR, f"{shown}，{gap}（{share:.1f}%）"
    return Answer.UNMET, f"{shown}，{gap}" if condition.operator in COMPARING else shown


TESTS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "≥": lambda have, want: have >= want,
    "≤": lambda have, want: have <= want,
    ">": lambda have, want: have > want,
    "<": lambda have, want: have < want,
    "=": lambda have, want: have == want,
    "≠": lambda have, want: have != want,
}


def _number(value: object, unit: str) -> Decimal | None:
    try:
        found = Number(unit).read(value).value
    except Rejected:
        return None
    return found if isinstance(found, Decimal) else None


def _worded(condition: Condition, value: object) -> tuple[Answer, str]:
    have = ("是" if value else "否") if isinstance(value, bool) else str(value)
    wanted = [word.strip() for word in BETWEEN_PEOPLE.split(condition.value) if word.strip()]
    if not wanted or condition.operator in COMPARING:
        return Answer.UNKNOWN, f"条件“{condition.words}”写得不完整，请检查关系和值"
    inside = any(_same(condition, have, word) for word in wanted)
    met = inside != condition.operator.startswith(("不", "≠"))
    return (Answer.MET if met else Answer.UNMET), f"{condition.fact}为“{have}”，要求 {condition.words}"


def _same(condition: Condition, have: str, word: str) -> bool:
    """Equal words; codes of industries by their beginning (34 has 3443); 包含 by a part of the words."""
    left, right = bare(have), bare(word)
    if condition.fact == "国民经济行业代码":
        return left.lstrip("abcdefghijklmnopqrst").startswith(right.lstrip("abcdefghijklmnopqrst")) or left == right
    return right in left if condition.operator.endswith("包含") else left == right


def _qualified(condition: Condition, profile: Profile) -> tuple[Answer, str]:
    wanted = [bare(word) for word in BETWEEN_PEOPLE.split(condition.value) if word.strip()]
    if not wanted:
        return Answer.UNKNOWN, "条件没有写明是哪种资质"
    held = [one for one in profile.held if bare(one.kind) in wanted]
    if not held and profile.kinds is not None and not any(bare(kind) in wanted for kind in profile.kinds):
        giver = BY_WORD["资质"].giver
        return Answer.UNKNOWN, f"资质台账里还没有任何“{condition.value}”，可由{giver}提供；要求 {condition.words}"
    valid = [one for one in held if one.holds(profile.day)]
    if condition.operator == "无资质":
        said = f"持有{'、'.join(one.kind for one in valid)}" if valid else "没有"
        return (Answer.UNMET if valid else Answer.MET), f"要求 {condition.words}，{said}"
    if valid:
        until = f"，有效期至 {valid[0].expires}" if valid[0].expires else ""
        return Answer.MET, f"持有{valid[0].kind}{until}"
    late = next((one for one in held if one.expires and (profile.day - one.expires).days <= JUST_EXPIRED), None)
    if late:
        return Answer.NEAR, f"{late.kind}已于 {late.expires} 到期，重新认定后即符合"
    return Answer.UNMET, f"{ROSTER}和资质台账里没有“{condition.value}”"
