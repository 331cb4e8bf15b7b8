"""What a file must have to be one of our ledgers, and what is said where it has not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daan_desk.domain.columns import Match
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Ledger
from daan_desk.domain.sheets import Layout
from daan_desk.domain.title_words import told_by_title

HINTS = {"month": "请在标题里写清年份和月份（如 2026年5月），或指定哪一列是它"}
OF_MONTHS = frozenset({"figures", "project_months"})  # a table of one month says which in its title
# What a file must have to be one of these: every group needs one of its fields. Others need all their required fields.
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "enterprises": (("name", "credit_code"),),
    "visits": (("enterprise",), ("day",), ("way", "led_by", "companions", "summary")),
    "issues": (("enterprise",), ("title", "description")),
    "assignments": (("enterprise", "project"), ("officer",), ("role", "since", "until", "basis")),
    "figures": (
        ("enterprise",),
        ("month",),
        (
            *("output", "revenue", "profit", "tax", "power", "employees", "exports"),
            *("output_sum", "revenue_sum", "profit_sum", "tax_sum", "power_sum", "exports_sum"),
        ),
    ),
    "meetings": (("theme",), ("kind", "day")),
    "participants": (("meeting",), ("enterprise", "person", "department", "bank")),
    "financing": (("enterprise",), ("amount",)),
    "bank_responses": (("demand",), ("bank",), ("decision", "credit", "loan", "pushed")),
    "policies": (("name",), ("document", "level", "sort", "benefit", "window_from", "window_to", "office", "payment")),
    "entitlements": (
        ("enterprise",),
        ("policy",),
        ("applied", "paid", "applied_amount", "paid_amount", "verdict", "year"),
    ),
    "cultivation": (("enterprise",), ("target",)),
    "projects": (
        ("name",),
        ("investment", "plan_year", "content", "stage"),
        ("plan_start", "plan_year", "started", "stage"),
    ),
    "leads": (("company",), ("intention", "next_contact", "place"), ("stage", "contact", "next_step", "intention")),
    "tech_projects": (("name",), ("enterprise",), ("partner", "funds", "state")),
    "assets": (("name",), ("floor_area", "idle_area", "land_area"), ("kind", "tenure", "state", "owner")),
    "space_needs": (("enterprise",), ("area",), ("kind",)),
    "weekly_notes": (("officer",), ("enterprise",), ("week",), ("done", "found", "planned")),
}
# A kind that only the title names (2026年高新技术企业名单) makes a list one of these, if a column of these fields is
# there under such a header: a roster that also names officers is none of officers.
BELIEVED: Mapping[str, Mapping[str, str]] = {
    "qualifications": {"awarded": "", "expires": "", "number": ""},
    "meetings": {"day": ""},
    "assets": {"floor_area": "", "idle_area": "", "land_area": ""},
    "assignments": {"officer": "姓名"},
}
# By ledger: the field that may stand in for the name, the reason in words, fields that make it needless.
STAND_INS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "enterprises": ("short_name", "表里没有企业全称，把简称当作企业名称", ("credit_code",)),
    "assets": ("address", "表里没有资产名称，把位置也当作名称", ()),
    "idle_lands": ("parcel", "表里没有宗地名称，把宗地编号也当作名称", ()),
}


def fields_of(found: Sequence[Match]) -> set[str]:
    """The fields that have a column."""
    return {name for match in found for name in (match.field, match.also) if name}


def needed(ledger: Ledger) -> tuple[tuple[str, ...], ...]:
    """Groups of fields, of each of which a file must have one."""
    return NEEDED.get(ledger.name) or tuple((field.name,) for field in ledger.typed if field.required)


def titled_month(ledger: Ledger, found: Sequence[Match], layout: Layout) -> str:
    """The month of every row where only the title names it; "" where there is a column, or no month in the ledger."""
    return layout.month if ledger.name in OF_MONTHS and "month" not in fields_of(found) else ""


def has_needed(ledger: Ledger, found: Sequence[Match], layout: Layout | None = None) -> bool:
    """Whether a file has enough to be this ledger."""
    there = _there(ledger, found, layout)
    return all(there.intersection(group) for group in needed(ledger))


def may_be(ledger: Ledger, found: Sequence[Match], layout: Layout) -> bool:
    """Whether a file has all that the ledger needs once somebody confirms what is only suggested."""
    there = _there(ledger, found, layout)
    asked = {one.suggested for one in found if one.suggested}
    return bool(there) and all((there | asked).intersection(group) for group in needed(ledger))


def refuse_incomplete(ledger: Ledger, found: Sequence[Match], layout: Layout | None = None) -> None:
    """Raise `Rejected` with the first column that the ledger cannot do without."""
    if not has_needed(ledger, found, layout):
        raise Rejected(lacking(ledger, found, layout))


def _there(ledger: Ledger, found: Sequence[Match], layout: Layout | None) -> set[str]:
    there = fields_of(found)
    if layout is None:
        return there
    heads = BELIEVED.get(ledger.name, {})
    believed = any(match.field in heads and heads[match.field] in match.header for match in found)
    told = told_by_title(ledger, there, layout.title) if believed else {}
    return there | set(told) | ({"month"} if titled_month(ledger, found, layout) else set())


def lacking(ledger: Ledger, found: Sequence[Match], layout: Layout | None = None) -> str:
    """What to say of the first field that is not there, and which column it may be."""
    there = _there(ledger, found, layout)
    group = next(group for group in needed(ledger) if not there.intersection(group))
    label = ledger[group[0]].label
    likely = next((one.header for one in found if one.suggested in group), "")
    hint = f"“{likely}”可能就是它，请确认" if likely else HINTS.get(group[0], "请指定哪一列是它")
    return f"这张表里找不到“{label}”一栏，不能作为{ledger.label}导入，{hint}"
