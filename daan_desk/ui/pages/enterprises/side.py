"""What stands beside an enterprise's story: its figures as a chart, its qualifications, who looks after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from daan_desk.domain.kinds import Linked
from daan_desk.domain.questions import Question, Row, Where
from daan_desk.services.enterprises import EnterpriseSheet, in_force
from daan_desk.ui.kit.cards import Card, label
from daan_desk.ui.kit.chart_values import Columns, Series
from daan_desk.ui.kit.charts import ChartCard
from daan_desk.ui.kit.lines_card import inset, widen
from daan_desk.ui.kit.page import Target
from daan_desk.ui.kit.pills import Pill, tone_of
from daan_desk.ui.kit.rows import Line, LineList

CHART_HEIGHT = 250


class ListCard(Card):
    """A short list of one ledger; `gone` carries its page and a record, all rows, or a first one to be made."""

    gone = Signal(str, object)

    def __init__(self, title: str, ledger: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(title, "全部", parent)
        self.ledger, self.enterprise = ledger, Linked("", "")
        self.list, self.nothing = LineList(), label(nothing, "soft")
        self.list.setAccessibleName(title)
        widen(self)
        self.body.addWidget(self.list)
        self.body.addLayout(inset(self.nothing))
        self.list.chosen.connect(lambda record: self.gone.emit(self.ledger, Target(record=str(record))))
        self.followed.connect(self._all)

    def show_lines(self, enterprise: Linked, lines: Sequence[Line]) -> None:
        """These lines instead of those before."""
        self.enterprise = enterprise
        self.list.show_lines(lines)
        self.list.setFixedHeight(self.list.full_height() + 2)
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.show_link(self.tr("全部") if lines else self.tr("登记"))

    def _all(self) -> None:
        """All of them, or the form of the first."""
        where = (Where("enterprise", "is", self.enterprise),)
        all_ = Target(question=Question(self.ledger, where=where))
        self.gone.emit(self.ledger, all_ if self.list.lines else Target(fresh={"enterprise": self.enterprise.id}))


def qualification_lines(sheet: EnterpriseSheet) -> list[Line]:
    """What the enterprise holds, with its state."""
    return [_qualification(row) for row in sheet.qualifications]


def _qualification(row: Row) -> Line:
    state = str(row["state"])
    title = f"{row['kind']}（{row['level']}）" if row["level"] else str(row["kind"])
    detail = str(row["term"] or "") or (f"有效期至 {row['expires']}" if row["expires"] else "长期有效")
    return Line(row.id, title, detail, Pill(state, tone_of(state)))


def assignment_lines(sheet: EnterpriseSheet, today: date) -> list[Line]:
    """Who looks after it, and who did."""
    return [_assignment(row, today) for row in sheet.assignments]


def _assignment(row: Row, today: date) -> Line:
    who = row["officer"].text if isinstance(row["officer"], Linked) else ""
    since, until = str(row["since"] or ""), str(row["until"] or "")
    detail = f"{since} 至 {until}" if until else f"{since} 起" if since else str(row["basis"] or "")
    now = in_force(row, today)
    return Line(row.id, who, detail, Pill(str(row["role"]) if now else "已结束", "accent" if now else "grey"))


class FiguresCard(ChartCard):
    """Output of the last 24 months as bars, revenue as a line; `gone` opens the month's figures."""

    gone = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("产值与营收（万元）", "全部", parent)
        self.enterprise = Linked("", "")
        self.setFixedHeight(CHART_HEIGHT)
        self.chosen.connect(lambda record: self.gone.emit("figures", Target(record=str(record))))
        self.followed.connect(self._all)

    def show_sheet(self, sheet: EnterpriseSheet) -> None:
        """The figures of an enterprise; a card without any is not shown."""
        self.enterprise = Linked(sheet.row.id, str(sheet.row["name"]))
        self.setVisible(bool(sheet.figures))
        if sheet.figures:
            self.show_values(columns(sheet.figures))

    def _all(self) -> None:
        where = (Where("enterprise", "is", self.enterprise),)
        self.gone.emit("figures", Target(question=Question("figures", where=where)))


def columns(figures: Sequence[Row]) -> Columns:
    """Months as names, output and revenue as series, the records as keys."""
    output = Series("产值", tuple(_number(row["output"]) for row in figures))
    revenue = Series("营收", tuple(_number(row["revenue"]) for row in figures), "accent", line=True)
    names = tuple(f"{str(row['month'])[2:4]}.{int(str(row['month'])[5:7])}" for row in figures)
    return Columns(names, (output, revenue), tuple(row.id for row in figures), "万元")


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
