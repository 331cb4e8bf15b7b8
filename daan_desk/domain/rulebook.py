"""The office's settings as the rules that reckon with them; a setting that was never made counts as shipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from daan_desk.domain.deadlines import Deadline, Limits
from daan_desk.domain.duties import VisitRule
from daan_desk.domain.lights import ProjectLimits
from daan_desk.domain.moves import Rules
from daan_desk.domain.qualifications import QualificationKind
from daan_desk.domain.settings import setting_named
from daan_desk.domain.working_days import Calendar


@dataclass(frozen=True)
class Rulebook:
    """Reads settings (key → JSON value) as rules; `shipped` is the calendar that came with the program."""

    values: Mapping[str, object]
    shipped: Calendar

    def value(self, key: str) -> Any:
        """The office's value, or the shipped one."""
        return self.values[key] if key in self.values else setting_named(key).default

    @property
    def calendar(self) -> Calendar:
        """The shipped calendar with the days that the office entered."""
        return self.shipped.with_days(self._days("rest_days"), self._days("make_up_days"))

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        return tuple(Deadline(row["days"], row["grade"], row["category"]) for row in self.value("deadlines"))

    @property
    def limits(self) -> Limits:
        names = ("dispatch", "objection", "callback", "extension", "yellow")
        return Limits(**{name: self.value(f"{name}_days") for name in names})

    @property
    def rules(self) -> Rules:
        """What the moves of an issue ask about."""
        return Rules(self.calendar, self.deadlines, self.limits)

    @property
    def visit_rules(self) -> tuple[VisitRule, ...]:
        rows = self.value("visit_rules")
        return tuple(VisitRule(row["role"], row["period"], row["times"], tuple(row["ways"])) for row in rows)

    @property
    def qualification_kinds(self) -> tuple[QualificationKind, ...]:
        return tuple(QualificationKind(**row) for row in self.value("qualification_kinds"))

    @property
    def project_limits(self) -> ProjectLimits:
        yellow, red = (Decimal(self.value(f"progress_{name}_points")) for name in ("yellow", "red"))
        return ProjectLimits(start_red=self.value("start_red_months"), progress_yellow=yellow, progress_red=red)

    def _days(self, key: str) -> tuple[date, ...]:
        return tuple(date.fromisoformat(row["day"]) for row in self.value(key))
