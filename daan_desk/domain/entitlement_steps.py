"""The steps of an entitlement from being told to being paid: what each asks, sets, and may not come before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.failures import Rejected

FREE_OF_APPLYING = "免申即享"
PASSED, FAILED, WAITING = "通过", "未通过", "待审核"


@dataclass(frozen=True, slots=True)
class EntitlementStep:
    """One step: its word, the field of its day, and the fields that it asks for besides.

    after: (field, words of what must have happened before), the days of which this one's may not precede.
    """

    name: str
    label: str
    day: str
    asks: tuple[str, ...] = ()
    after: tuple[tuple[str, str], ...] = ()
    icon: str = "arrow-right"


APPLIED = ("applied", "申报")
STEPS = (
    EntitlementStep("tell", "告知企业", "told", ("wish",), icon="phone"),
    EntitlementStep("apply", "企业申报", "applied", ("applied_amount",), icon="send"),
    EntitlementStep("review", "审核", "reviewed", ("review", "unpaid_reason"), (APPLIED,), "clipboard-check"),
    EntitlementStep("publish", "公示", "published", (), (APPLIED, ("reviewed", "审核")), "scroll-text"),
    EntitlementStep("pay", "拨付", "paid", ("paid_amount",), (APPLIED, ("published", "公示")), "banknote"),
)


def step_named(word: str) -> EntitlementStep:
    """The step of that name or label; `Rejected` lists them where there is none."""
    for step in STEPS:
        if word in (step.name, step.label, step.label.removesuffix("企业"), step.label.removeprefix("企业")):
            return step
    raise Rejected(f"没有名为“{word}”的步骤，可以用：{'、'.join(f'{one.label}（{one.name}）' for one in STEPS)}")


def taken(step: EntitlementStep, line: Mapping[str, object], given: Mapping[str, object]) -> dict[str, object]:
    """The values that a step sets on an entitlement, out of those that were given; `Rejected` by field."""
    problems = refusals(step, line, given)
    if problems:
        raise Rejected(problems)
    values = {name: value for name, value in given.items() if value is not None}
    if step.name in ("apply", "pay") and line.get("told") is None:
        values["told"] = values[step.day]
    if step.name == "apply":
        values |= {"wish": "申报", "review": line.get("review") or WAITING}
    if step.name == "pay" and line.get("unpaid_reason"):
        values["unpaid_reason"] = None
    return values


def refusals(step: EntitlementStep, line: Mapping[str, object], given: Mapping[str, object]) -> dict[str, str]:
    """Why the step cannot be taken, by field; {} where it can."""
    day, free = given.get(step.day), line.get("payment") == FREE_OF_APPLYING
    if line.get("paid") and step.name not in ("tell", "pay"):
        return {step.day: "已经拨付，不再改动前面的步骤"}
    for field, words in step.after:
        before = line.get(field)
        if before is None and field == "applied" and not free:
            return {step.day: f"还没有{words}"}
        if isinstance(before, date) and isinstance(day, date) and day < before:
            return {step.day: f"日期早于{words}日期 {before}"}
    return _own(step, line, given, free)


def _own(step: EntitlementStep, line: Mapping[str, object], given: Mapping[str, object], free: bool) -> dict[str, str]:
    if step.name == "review" and given.get("review") not in (PASSED, FAILED):
        return {"review": "请选择通过或未通过"}
    if step.name == "review" and given.get("review") == FAILED and not given.get("unpaid_reason"):
        return {"unpaid_reason": "未通过要写明原因"}
    if step.name in ("publish", "pay") and line.get("review") != PASSED and not free:
        return {step.day: "审核还没有通过"}
    if step.name == "pay" and not given.get("paid_amount"):
        return {"paid_amount": "请填写拨付金额"}
    return {}
