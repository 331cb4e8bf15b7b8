"""Made-up pages with charts, a calendar and a timeline."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from daan_desk.ui.kit.calendar import MonthCalendar
from daan_desk.ui.kit.cards import Card
from daan_desk.ui.kit.chart_values import Columns, Heat, Ranking, Ring, Series, Slice, Stack
from daan_desk.ui.kit.charts import ChartCard
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.month_grid import Entry
from daan_desk.ui.kit.page import Page
from daan_desk.ui.kit.timeline import Moment, Timeline

TODAY = date(2026, 11, 23)
MONTHS = ("12月", *(f"{month}月" for month in range(1, 12)))
RAISED = (38, 42, 25, 51, 47, 58, 63, 55, 49, 61, 66, 54)
ANSWERED = (31, 40, 28, 44, 49, 52, 60, 58, 50, 55, 63, 57)


def columns() -> Columns:
    return Columns(MONTHS, (Series("提出", RAISED), Series("办结", ANSWERED, "accent", line=True)), unit=" 件")


def ring() -> Ring:
    parts = (("已办结", 214, "green"), ("办理中", 72, "accent"), ("待交办", 31, "amber"), ("逾期", 7, "red"))
    return Ring(tuple(Slice(name, name, value, role) for name, value, role in parts), "件问题")


def ranking() -> Ranking:
    rows = (("大安街道", 38, 11, 2), ("龙井街道", 32, 14, 1), ("马冲口街道", 28, 8, 0), ("凉高山街道", 25, 10, 3),
            ("东部新城科创园", 50, 16, 1), ("大山铺镇", 20, 6, 0))  # fmt: skip
    kinds = (("已办结", "accent"), ("办理中", "accent-fill"), ("逾期", "red"))
    return Ranking(kinds, tuple(Stack(name, name, parts) for name, *parts in rows))  # type: ignore[arg-type]


def heat() -> Heat:
    first = date(2026, 5, 1)
    days = [first + timedelta(days=n) for n in range((TODAY - first).days + 1)]
    return Heat(first, TODAY, {day: day.toordinal() * 7 % 11 for day in days if day.weekday() < 5}, "走访家次")


class StatsPage(Page):
    """The four kinds of charts."""

    key, title, icon = "stats", "统计图表", "chart-column"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 18, 24, 20)
        grid.setSpacing(16)
        for at, (name, values) in enumerate(
            (
                ("问题提出与办结", columns()),
                ("问题状态构成", ring()),
                ("各镇街办理情况", ranking()),
                ("每日走访", heat()),
            )
        ):
            card = ChartCard(name, "查看明细" if at == 2 else "")
            card.show_values(values)
            grid.addWidget(card, at // 2, at % 2)


class TablesPage(Page):
    """The same cards turned to their numbers, and one without any."""

    key, title, icon = "tables", "图表数字", "table"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 18, 24, 20)
        grid.setSpacing(16)
        for at, (name, values) in enumerate(
            (("问题提出与办结", columns()), ("问题状态构成", Ring(())), ("各镇街办理情况", ranking()))
        ):
            card = ChartCard(name)
            card.show_values(values)
            card.as_table.setChecked(True)
            grid.addWidget(card, at // 2, at % 2)


class CalendarPage(Page):
    """A month and what happened with one enterprise."""

    key, title, icon = "calendar", "日历", "calendar-days"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 18, 24, 20)
        row.setSpacing(16)
        month, history = Card(), Card("往来记录")
        calendar, line = MonthCalendar(TODAY), Timeline()
        texts = (
            ("走访：天工智能装备有限公司", "accent"),
            ("下午茶", "green"),
            ("到期：用电增容", "red"),
            ("调度会", "amber"),
        )
        calendar.show_entries(
            [
                Entry(n, TODAY + timedelta(days=shift), *texts[n % 4])
                for n, shift in enumerate((-18, -12, -6, -1, 0, 0, 0, 0, 2, 3, 4, 4))
            ],
            {date(2026, 11, 28): "休", date(2026, 11, 21): "班"},
        )
        month.body.addWidget(calendar)
        line.show_moments(
            [
                Moment(1, "问题转办至区供电公司", "11-20 15:10 · 李慧敏", link="查看"),
                Moment(
                    2,
                    "登记问题：二期项目用电增容",
                    "11-18 10:30 · 陈志远",
                    "企业反映批复时间太长，希望年内完成。",
                    "amber",
                ),
                Moment(3, "实地走访，同行 3 人", "11-18 09:40 · 陈志远"),
                Moment(4, "参加“安逸隆”下午茶", "10-26 16:00 · 区企业服务办", tone="green"),
            ]
        )
        history.body.addWidget(line)
        row.addWidget(month, 3)
        row.addWidget(history, 1)
