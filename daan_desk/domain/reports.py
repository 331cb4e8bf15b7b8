"""A report that an officer puts together (自定义统计): whose rows, what stands down and across, what is worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.periods import DAY, Period, month_of, months_after, period_of
from daan_desk.domain.questions import Where

COUNT, SUM, AVERAGE = "count", "sum", "average"
HOWS: Final[Mapping[str, str]] = {COUNT: "数量", SUM: "合计", AVERAGE: "平均"}
STEPS: Final[Mapping[str, str]] = {"month": "按月", "quarter": "按季", "year": "按年", "day": "按日"}
ALWAYS: Final = "all"
PERIODS: Final[Mapping[str, str]] = {
    ALWAYS: "不限时间",
    "month": "本月",
    "last_month": "上月",
    "quarter": "本季",
    "year": "今年",
    "last_year": "去年",
    "months": "近 12 个月",
}
LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Axis:
    """What stands down or across: a field, or one of the record that it leads to (enterprise.town); step: of days."""

    field: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A report; value: the field that is summed. day, period: the field of time and the stretch that it lies in.

    period: a key of PERIODS, or two days “2026-01-01/2026-03-31” of which one may be left out.
    """

    ledger: str
    rows: Axis
    columns: Axis | None = None
    how: str = COUNT
    value: str = ""
    where: tuple[Where, ...] = ()
    day: str = ""
    period: str = ALWAYS
    name: str = ""


def packed(report: Report) -> dict[str, object]:
    """Plain values for the settings."""
    across = report.columns
    return {
        "ledger": report.ledger,
        "rows": [report.rows.field, report.rows.step],
        "columns": [across.field, across.step] if across else None,
        "how": report.how,
        "value": report.value,
        "where": [[w.field, w.op, list(w.value) if isinstance(w.value, tuple) else w.value] for w in report.where],
        "day": report.day,
        "period": report.period,
    }


def unpacked(name: str, values: Any) -> Report:
    """The report of plain values; `Rejected` where they are none."""
    try:
        across = values["columns"]
        where = tuple(Where(f, op, tuple(v) if isinstance(v, list) else v) for f, op, v in values["where"])
        words = {key: str(values[key]) for key in ("ledger", "how", "value", "day", "period")}
        return Report(
            rows=Axis(*values["rows"]), columns=Axis(*across) if across else None, where=where, name=name, **words
        )
    except (TypeError, KeyError, ValueError):
        raise Rejected(f"统计“{name}”的内容不完整，请重新做一个") from None


def checked_name(name: str) -> str:
    """A name under which a report can be kept."""
    found = " ".join(name.split())
    refuse_unless(found, "请给这个统计起个名字", "name")
    refuse_unless(len(found) <= LONGEST_NAME, f"名字最多 {LONGEST_NAME} 个字", "name")
    return found


def stretch(period: str, today: date) -> tuple[date | None, date | None]:
    """First and last day of a period, None where it is open; `Rejected` for words that name none."""
    if period == ALWAYS:
        return None, None
    if period in PERIODS:
        return _named(period, today)
    first, sign, last = period.partition("/")
    try:
        found = date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    except ValueError:
        found = None, None
    refuse_unless(
        sign and any(found), f"“{period}”看不出是哪段时间，可以写 2026-01-01/2026-03-31 或：{_offered()}", "period"
    )
    refuse_unless(not all(found) or found[0] <= found[1], "开始日期晚于结束日期", "period")  # type: ignore[operator]
    return found


def _named(period: str, today: date) -> tuple[date, date]:
    if period == "months":
        return months_after(today.replace(day=1), -11), today
    whole: Mapping[str, Period] = {
        "month": month_of(today),
        "last_month": month_of(today).previous,
        "quarter": period_of("quarter", today),
        "year": period_of("year", today),
        "last_year": period_of("year", today.replace(month=1, day=1) - DAY),
    }
    return whole[period].first, whole[period].last


def _offered() -> str:
    return "、".join(f"{key}（{words}）" for key, words in PERIODS.items())


def period_words(period: str) -> str:
    """The period as a reader names it."""
    first, _, last = period.partition("/")
    return PERIODS.get(period) or f"{first or '最早'} 至 {last or '最近'}"
