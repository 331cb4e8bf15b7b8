"""The page of charts: one reading of the workspace, every number with the rows behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from daan_desk.domain.ageing import ages
from daan_desk.domain.duties import PHONE, duty_bound
from daan_desk.domain.facts import EnterpriseFact, IssueFact
from daan_desk.domain.home import MonthOfIssues, Number
from daan_desk.domain.overviews import Coverage, Output, OutputMonth, Overview
from daan_desk.domain.periods import Period, month_of, months_after
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.rates import coverage_rate
from daan_desk.domain.spans import MONTHS, USUAL, Span, span
from daan_desk.domain.standings import stood
from daan_desk.services import inputs
from daan_desk.services.chart_groups import Raised
from daan_desk.services.duties import enterprises_of
from daan_desk.services.financing import funnel_of
from daan_desk.services.grounds import GONE
from daan_desk.services.office import Office
from daan_desk.services.rules import rulebook
from daan_desk.store.reader import Reader

HERE = Where("operating_state", "not", tuple(sorted(GONE)))
SCALED = Where("above_scale", "is", True)
CAME = Where("way", "not", PHONE)
Course = Counter[tuple[int, int]]  # year and month → how many


def charts(office: Office, stretch: str = USUAL) -> Overview:
    """Everything on the page as it stands today; stretch: month, quarter, year or months (the last twelve)."""
    with office.reading() as reader:
        return _overview(reader, span(stretch, office.today()))


def _overview(reader: Reader, wanted: Span) -> Overview:
    day, month = wanted.last, month_of(wanted.last)
    issues, enterprises = inputs.issues(reader), inputs.enterprises(reader)
    raised = Raised(wanted, stood((one for one in issues if one.raised in wanted), day), _names(reader))
    courses = _course(issues, "raised"), _course(issues, "answered")
    return Overview(
        day,
        wanted,
        _number(reader, "enterprises", "在册企业", Question("enterprises", where=(HERE,))),
        _number(reader, "above_scale", "规上企业", Question("enterprises", where=(HERE, SCALED))),
        _number(reader, "visits", "本月走访", visits_within(month)),
        _coverage(reader, month),
        _raised(courses[0], month),
        raised.all(),
        tuple(_month(*courses, month_of(first)) for first in _firsts(day)),
        raised.by_town(enterprises),
        raised.by_department(),
        raised.by_category(),
        _visit_days(reader, day),
        _output(reader, enterprises, day),
        ages(issues, day),
        funnel_of(reader, Question("financing", where=wanted.where("raised"))),
    )


def visits_within(period: Period | Span) -> Question:
    """The visits of some days; telephone calls are none."""
    return Question("visits", where=(*_within("day", period), CAME))


def visits_on(day: date) -> Question:
    """The visits of one day."""
    return Question("visits", where=(Where("day", "is", day), CAME))


def _within(field: str, period: Period | Span) -> tuple[Where, Where]:
    return Where(field, "from", period.first), Where(field, "to", period.last)


def _number(reader: Reader, key: str, label: str, question: Question) -> Number:
    return Number(key, label, reader.totals(question)[0], question)


def _names(reader: Reader) -> dict[str, str]:
    return {key: name for ledger in ("towns", "departments") for key, name in reader.columns(ledger, "id", "name")}


def _coverage(reader: Reader, month: Period) -> Coverage:
    here = {row[0] for row in reader.columns("enterprises", "id", "operating_state") if row[1] not in GONE}
    links = [link for link in inputs.links(reader) if link.enterprise in here]
    rules = rulebook(reader).visit_rules
    ways = tuple(sorted({way for rule in rules for way in rule.ways}))
    met = Question("visits", where=(*_within("day", month), Where("way", "in", ways)))
    visited = {enterprise for enterprise, _ in reader.counted(met, "enterprise")}
    owed = duty_bound(links, rules, month)
    return Coverage(coverage_rate(owed, visited), enterprises_of(owed - visited))


def _course(issues: Iterable[IssueFact], field: str) -> Course:
    """How many issues have this day in which month, in one pass."""
    return Counter((on.year, on.month) for issue in issues if (on := getattr(issue, field)))


def _dated(course: Course, field: str, month: Period, words: str) -> Number:
    question = Question("issues", where=_within(field, month))
    return Number(field, words, course[month.first.year, month.first.month], question)


def _raised(course: Course, month: Period) -> Number:
    """This month's issues beside those of the same month of the year before."""
    words = "本月收集问题"
    now, before = (_dated(course, "raised", period, words) for period in (month, month.year_before))
    return replace(now, before=before.value, before_question=before.question)


def _month(raised: Course, answered: Course, month: Period) -> MonthOfIssues:
    return MonthOfIssues(
        f"{month.first:%Y-%m}",
        _dated(raised, "raised", month, f"{month.words}提出"),
        _dated(answered, "answered", month, f"{month.words}办结"),
    )


def _firsts(day: date) -> list[date]:
    return [months_after(day.replace(day=1), -back) for back in range(MONTHS - 1, -1, -1)]


def _visit_days(reader: Reader, day: date) -> dict[date, int]:
    return dict(reader.counted(visits_within(span("months", day)), "day"))


def _output(reader: Reader, enterprises: Sequence[EnterpriseFact], day: date) -> tuple[OutputMonth, ...]:
    """Twelve months up to the last that anybody reported, beside the year before; none where nobody did."""
    last = reader.where(
        "figures", Where("output", "filled"), Where("month", "to", f"{day:%Y-%m}"), sort=("-month",), limit=1
    )
    if not last:
        return ()
    scaled = tuple(enterprise.id for enterprise in enterprises if enterprise.above_scale)
    year, month = map(int, last[0]["month"].split("-"))
    return tuple(
        OutputMonth(_sum(reader, scaled, first), _sum(reader, scaled, months_after(first, -MONTHS)))
        for first in _firsts(date(year, month, 1))
    )


def _sum(reader: Reader, enterprises: tuple[str, ...], first: date) -> Output:
    month = f"{first:%Y-%m}"
    among = Where("enterprise", "in", enterprises)
    question = Question("figures", where=(Where("month", "is", month), Where("output", "filled"), among))
    count, sums = reader.totals(question)
    return Output(month, sums["output"] if count else None, count, question)
