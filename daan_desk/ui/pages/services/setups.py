"""How the page of each service's ledger differs from the plain one: tabs, pills, lights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from daan_desk.domain.land import CAUSES
from daan_desk.domain.matching import MATCH_OPEN
from daan_desk.domain.questions import Where
from daan_desk.ui.kit.ledger_asking import Tab

LIGHT = (("light", "light_colour"),)
ALL = Tab("全部")


def _states(name: str, *words: str) -> tuple[Tab, ...]:
    """A tab for each word of a field, after the one for all."""
    return (ALL, *(Tab(word, (Where(name, "is", word),)) for word in words))


@dataclass(frozen=True)
class ServiceSetup:
    """tabs: by the day, for some of them speak of today. pills: fields of states; lights: (words, colour) fields."""

    tabs: Callable[[date], tuple[Tab, ...]] = lambda _day: ()
    pills: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lights: tuple[tuple[str, str], ...] = ()


def _policies(day: date) -> tuple[Tab, ...]:
    last = Where("window_to", "to", day + timedelta(days=30))
    return (
        ALL,
        Tab("30 天内截止", (Where("window_to", "from", day), last)),
        Tab("条件未录入", (Where("conditions", "is", 0),)),
        Tab("标准未录入", (Where("benefit", "empty"),)),
    )


def _entitlements(_day: date) -> tuple[Tab, ...]:
    unpaid, unapplied = Where("paid", "empty"), Where("applied", "empty")
    return (
        ALL,
        Tab("符合未申报", (Where("verdict", "is", "符合"), unapplied, Where("wish", "not", "不申报"))),
        Tab("差一点", (Where("verdict", "is", "差一点"), unapplied)),
        Tab("已申报未拨付", (Where("applied", "filled"), unpaid, Where("review", "not", "未通过"))),
        Tab("已拨付", (Where("paid", "filled"),)),
    )


def _responses(day: date) -> tuple[Tab, ...]:
    waiting = Where("decision", "is", "待定")
    return (
        ALL,
        Tab("等待答复", (waiting,)),
        Tab("逾期未答", (waiting, Where("due", "to", day - timedelta(days=1)))),
        Tab("同意", (Where("decision", "is", "同意"),)),
        Tab("婉拒", (Where("decision", "is", "婉拒"),)),
    )


def _matches(day: date) -> tuple[Tab, ...]:
    open_ = Where("state", "in", MATCH_OPEN)
    return (
        ALL,
        Tab("该跟进", (open_, Where("next_day", "to", day))),
        Tab("对接中", (open_,)),
        Tab("已签约", (Where("state", "is", "已签约"),)),
        Tab("未达成", (Where("state", "is", "未达成"),)),
    )


def _idle_lands(_day: date) -> tuple[Tab, ...]:
    return (
        ALL,
        Tab("未处置", (Where("handled", "empty"),)),
        Tab("已处置", (Where("handled", "filled"),)),
        *(Tab(word, (Where("cause", "is", word),)) for word in CAUSES),
    )


def _leads(day: date) -> tuple[Tab, ...]:
    open_ = Where("stage", "not", ("落地", "放弃"))
    return (
        ALL,
        Tab("该联系", (open_, Where("next_contact", "to", day))),
        Tab("在谈", (Where("stage", "in", ("接触", "考察", "洽谈")),)),
        Tab("签约落地", (Where("stage", "in", ("签约", "落地")),)),
    )


def _fixed(*tabs: Tab) -> Callable[[date], tuple[Tab, ...]]:
    return lambda _day: tabs


SETUPS: Mapping[str, ServiceSetup] = {
    "participants": ServiceSetup(_fixed(*_states("part", "企业", "部门", "银行")), {"part": {"企业": "accent"}}),
    "weekly_notes": ServiceSetup(),
    "financing": ServiceSetup(_fixed(*_states("state", "申报", "对接中", "已授信", "已放款", "未成功")), {"state": {}}),
    "bank_responses": ServiceSetup(_responses, {"decision": {}}, LIGHT),
    "banks": ServiceSetup(),
    "policies": ServiceSetup(_policies, {"level": {}}, (("window", "window_colour"),)),
    "conditions": ServiceSetup(),
    "entitlements": ServiceSetup(
        _entitlements, {"verdict": {}, "stage": {"已拨付": "green", "已申报": "accent", "未通过": "red"}}, LIGHT
    ),
    "cultivation": ServiceSetup(pills={"near_verdict": {}}),
    "projects": ServiceSetup(
        _fixed(*_states("stage", "签约", "落地", "在建", "竣工", "投产")),
        {"stage": {}},
        (("start_light", "start_colour"), ("progress_light", "progress_colour")),
    ),
    "project_months": ServiceSetup(),
    "leads": ServiceSetup(_leads, {"stage": {"洽谈": "accent", "放弃": "grey", "落地": "green"}}, LIGHT),
    "tech_projects": ServiceSetup(
        _fixed(*_states("state", "储备", "已申报", "已立项", "实施中", "已验收")), {"state": {"已验收": "green"}}
    ),
    "assets": ServiceSetup(
        _fixed(*_states("state", "闲置", "对接中", "已盘活", "已收储")), {"state": {"闲置": "amber"}}
    ),
    "space_needs": ServiceSetup(
        _fixed(*_states("state", "待对接", "对接中", "已落实")), {"state": {"待对接": "amber", "已落实": "green"}}
    ),
    "space_matches": ServiceSetup(_matches, {"state": {"已签约": "green", "未达成": "grey", "洽谈": "accent"}}, LIGHT),
    "land_accounts": ServiceSetup(),
    "idle_lands": ServiceSetup(_idle_lands, {"cause": {}}),
    "figures": ServiceSetup(),
}
# The columns that the page shows first, where the ledger's own order is not what an officer looks for.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "policies": ("name", "level", "sort", "window", "conditions", "benefit", "window_to", "department", "office"),
    "entitlements": (
        "enterprise",
        "policy",
        "verdict",
        "stage",
        "light",
        "expected",
        "told",
        "wish",
        "applied",
        "year",
    ),
    "projects": ("name", "stage", "start_light", "progress_light", "investment", "plan_year", "done_year", "leader"),
    "leads": ("company", "stage", "light", "next_step", "next_contact", "place", "industry", "contact"),
    "bank_responses": ("demand", "bank", "decision", "light", "credit", "loan", "pushed", "due", "rate", "reason"),
    "financing": ("enterprise", "state", "amount", "banks", "credit", "loan", "purpose", "way", "raised", "number"),
    "cultivation": ("enterprise", "target", "near_verdict", "near", "standing", "target_year", "gaps", "department"),
    "space_matches": ("need", "asset", "state", "light", "next_step", "next_day", "officer", "day"),
    "assets": ("name", "kind", "state", "idle_area", "land_area", "idle_for", "tenure", "town", "owner", "phone"),
}
