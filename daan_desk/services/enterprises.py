"""Everything about one enterprise: its sheet of facts and numbers, and its story on one line of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, cast

from daan_desk import paths
from daan_desk.domain.above_scale import above_scale_hint
from daan_desk.domain.failures import Rejected
from daan_desk.domain.industries import Industries, Industry, industries_from
from daan_desk.domain.issues import OPEN
from daan_desk.domain.kinds import Linked
from daan_desk.domain.lights import Colour
from daan_desk.domain.periods import period_of
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.domain.size_class import size_hint
from daan_desk.services.enterprise_story import Happening, Story, story
from daan_desk.services.ledgers import told
from daan_desk.services.office import Identity, Office
from daan_desk.services.settings import value_of
from daan_desk.store.reader import Reader

__all__ = ["EnterpriseSheet", "Happening", "Story", "looked_after", "sheet", "story"]

MONTHS = 24  # of figures that the sheet shows


@dataclass(frozen=True, slots=True)
class EnterpriseSheet:
    """An enterprise with what the officer asks about it first; every number has the question that opens its rows.

    size, registration: what the program remarks about 规模 and 规上, "" for nothing. industry: the name behind the
    code. overdue: how many of the open issues are past their day. days: since the last visit. figures: of the last
    24 months, the oldest first. assignments: those in force first.
    """

    row: Row
    size: str
    registration: str
    industry: str
    visits: int
    visits_question: Question
    issues: int
    overdue: int
    issues_question: Question
    last_visit: date | None
    days: int | None
    qualifications: tuple[Row, ...] = ()
    assignments: tuple[Row, ...] = ()
    figures: tuple[Row, ...] = ()
    files: tuple[Row, ...] = ()


def sheet(office: Office, enterprise: str) -> EnterpriseSheet:
    """The sheet of an enterprise; `Rejected` when it is gone."""
    of_it = Where("enterprise", "is", enterprise)
    with office.reading() as reader:
        row = _row(office, reader, enterprise)
        visits, visited, issues, overdue, waiting, last, days = _numbers(office, reader, row)
        figures = reader.where("figures", of_it, sort=("-month",), limit=MONTHS)[::-1]
        return EnterpriseSheet(
            row,
            *_remarks(row, int(str(value_of(reader, "above_scale_revenue")))),
            visits,
            visited,
            issues,
            overdue,
            waiting,
            last,
            days,
            told(office, reader, "qualifications", reader.where("qualifications", of_it, sort=("-expires",))),
            _assignments(office, reader, of_it),
            told(office, reader, "figures", figures),
            told(office, reader, "attachments", reader.where("attachments", Where("owner", "is", enterprise))),
        )


def _numbers(
    office: Office, reader: Reader, row: Row
) -> tuple[int, Question, int, int, Question, date | None, int | None]:
    """Visits of the year, open issues and the last visit, with the questions that open their rows."""
    today, last = office.today(), cast("date | None", row["last_visit"])
    named = Where("enterprise", "is", Linked(row.id, str(row["name"])))
    begin = Where("day", "from", period_of("year", today).first)
    visited = Question("visits", where=(named, begin, Where("day", "to", today)))
    waiting = Question("issues", where=(named, Where("state", "in", OPEN)))
    issues = told(office, reader, "issues", reader.where("issues", *waiting.where))
    overdue = sum(issue["light_colour"] == Colour.RED for issue in issues)
    days = (today - last).days if last else None
    return reader.totals(visited)[0], visited, len(issues), overdue, waiting, last, days


def _row(office: Office, reader: Reader, enterprise: str) -> Row:
    line = reader.line("enterprises", enterprise)
    if line is None:
        raise Rejected("这家企业已不存在，可能刚被删除。")
    return told(office, reader, "enterprises", [line])[0]


def _assignments(office: Office, reader: Reader, of_it: Where) -> tuple[Row, ...]:
    """Who looks after it: those of today first, by role; then those who did."""
    rows = told(office, reader, "assignments", reader.where("assignments", of_it, sort=("-since",)))
    return tuple(sorted(rows, key=lambda row: (not in_force(row, office.today()), str(row["role"]))))


def in_force(assignment: Row, day: date) -> bool:
    """Whether an officer looks after the enterprise on that day."""
    since, until = assignment["since"], assignment["until"]
    began = not isinstance(since, date) or since <= day
    return began and (not isinstance(until, date) or until >= day)


def _remarks(row: Row, threshold: int) -> tuple[str, str, str]:
    """What to say about size and registration, and the industry's name; threshold: the office's for 规上, in 万元."""
    values: Any = row.values
    industry = industry_of(values["industry_code"])
    revenue: Decimal | None = values["revenue_last_year"]
    size = size_hint(values["size_class"], values["employees"], revenue, industry)
    hint = above_scale_hint(values["above_scale"], revenue, Decimal(threshold))
    return size, hint, industry.name if industry else ""


@cache
def _industries() -> Industries:
    file = paths.resources() / "industries.csv"
    return industries_from(file.read_text(encoding="utf-8-sig").splitlines())


def industry_of(code: str | None) -> Industry | None:
    """The entry of GB/T 4754-2017 that a written code means; None where it is none."""
    return _industries().resolve(code).industry if code else None


def looked_after(office: Office, officer: Identity) -> tuple[str, ...]:
    """The enterprises that an officer looks after today."""
    with office.reading() as reader:
        lines = reader.where("assignments", Where("officer", "is", officer.id)) if officer.id else []
    today = office.today()
    held = (
        line["enterprise"]
        for line in lines
        if (line["since"] is None or line["since"] <= today) and (line["until"] is None or line["until"] >= today)
    )
    return tuple(sorted(set(held)))
