"""Demands for money and what banks answer: states, the clock of an answer, and the funnel in four separate sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from daan_desk.domain.lights import Colour, Light, due_light
from daan_desk.domain.periods import months_after
from daan_desk.domain.working_days import Calendar

PURPOSES = ("流动资金", "设备采购", "技术改造", "研发投入", "扩大产能", "其他")
WAYS = ("信用", "抵押", "质押", "担保", "股权")
STATES = ("申报", "推荐", "对接中", "已授信", "已放款", "未成功", "撤回")
DECISIONS = ("同意", "婉拒", "待定")
AGREED, DECLINED = "同意", "婉拒"
WITHDRAWN = "撤回"
YELLOW_DAYS = 3
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Answered:
    """A bank's answer to a demand, as rules see it; amounts in 万元."""

    demand: str
    bank: str = ""
    pushed: date | None = None
    due: date | None = None
    decision: str | None = None
    credit: Decimal | None = None
    loan: Decimal | None = None
    reason: str | None = None

    @property
    def open(self) -> bool:
        """Whether the bank still owes an answer."""
        return self.decision not in (AGREED, DECLINED) and not self.credit and not self.loan


@dataclass(frozen=True, slots=True)
class Wanted:
    """A demand as the funnel sees it."""

    id: str
    amount: Decimal | None = None
    state: str | None = None


def answer_due(pushed: date | None, months: int) -> date | None:
    """A bank has so many months (default one) from the day of the push."""
    return months_after(pushed, months) if pushed else None


def answer_light(answer: Answered, today: date, calendar: Calendar) -> Light:
    """Red when the bank has not answered by its day."""
    if answer.loan:
        return Light(Colour.GREY, "已放款")
    if not answer.open:
        return Light(Colour.GREY, "已授信" if answer.credit else str(answer.decision))
    if answer.due is None:
        return Light(Colour.GREEN, "未推送" if answer.pushed is None else "未定时限")
    return due_light(answer.due, today, calendar, YELLOW_DAYS)


def state_of(state: str | None, answers: Sequence[Answered]) -> str:
    """What the banks' answers make of a demand; what was withdrawn stays so, and without answers nothing changes."""
    if state == WITHDRAWN or not answers:
        return state or STATES[0]
    if any(answer.loan for answer in answers):
        return "已放款"
    if any(answer.credit or answer.decision == AGREED for answer in answers):
        return "已授信"
    if all(answer.decision == DECLINED for answer in answers):
        return "未成功"
    return "对接中" if any(answer.pushed for answer in answers) else "推荐"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the funnel: how many demands, and its own sum in 万元; `ids` are those demands."""

    word: str
    amount_word: str
    amount: Decimal
    ids: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many demands."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Funnel:
    """Demand, push, credit and loan: four sums of different things, never added up; reasons: why banks declined."""

    stages: tuple[Stage, ...]
    reasons: tuple[tuple[str, int], ...] = ()

    def stage(self, word: str) -> Stage:
        """The stage of that word."""
        return next(stage for stage in self.stages if stage.word == word)


def funnel(demands: Sequence[Wanted], answers: Sequence[Answered]) -> Funnel:
    """The funnel of these demands; withdrawn ones are left out. A demand pushed to five banks counts once."""
    alive = {one.id: one.amount or ZERO for one in demands if one.state != WITHDRAWN}
    mine = [answer for answer in answers if answer.demand in alive]
    pushed = dict.fromkeys(answer.demand for answer in mine if answer.pushed)
    credited = [answer for answer in mine if answer.credit]
    paid = [answer for answer in mine if answer.loan]
    stages = (
        Stage("需求", "需求金额", sum(alive.values(), ZERO), tuple(alive)),
        Stage("推送", "已推送需求金额", sum((alive[key] for key in pushed), ZERO), tuple(pushed)),
        Stage("授信", "授信金额", sum((one.credit or ZERO for one in credited), ZERO), _of(credited)),
        Stage("放款", "放款金额", sum((one.loan or ZERO for one in paid), ZERO), _of(paid)),
    )
    return Funnel(stages, _reasons(mine))


def _of(answers: Sequence[Answered]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answer.demand for answer in answers))


def _reasons(answers: Sequence[Answered]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for answer in answers:
        if answer.decision == DECLINED:
            word = answer.reason or "未说明原因"
            counts[word] = counts.get(word, 0) + 1
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
