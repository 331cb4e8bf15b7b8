"""What a file must have to be one of our ledgers."""

from __future__ import annotations

from collections.abc import Mapping

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
