"""What a report is made of, to be chosen: ledger, rows, columns, what is worked out, time, conditions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from daan_desk.domain.kinds import OneOf
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.report_offers import Offer, Offers
from daan_desk.domain.reports import AVERAGE, COUNT, HOWS, STEPS, SUM, Axis, Report
from daan_desk.services import reports
from daan_desk.ui.kit.cards import Card, button
from daan_desk.ui.kit.chooser import Chooser, titled
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.flow import FlowLayout
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.ledger_asking import Asking
from daan_desk.ui.kit.ledger_filter import ChipBar
from daan_desk.ui.kit.ledger_filter_popup import FilterPopup
from daan_desk.ui.kit.ledger_service import OfficeSource
from daan_desk.ui.pages.reports.period import PeriodChooser

FIRST = "issues"
NONE = "（不分列）"


class Builder(Card):
    """`changed` comes when the report is another one."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.desk = desk
        self.offers: Offers = reports.offered(FIRST)
        self.asking = Asking()
        self.popup: FilterPopup | None = None
        self.ledger, self.rows, self.down_step = Chooser("台账"), Chooser("行"), Chooser("行的日期")
        self.columns, self.across_step = Chooser("列"), Chooser("列的日期")
        self.how, self.value = Chooser("统计"), Chooser("数值栏目")
        self.period = PeriodChooser()
        self.adding = button(self.tr("添加条件"))
        self.chips = ChipBar(self.offers.ledger)
        self._build()

    def report(self) -> Report:
        """What is chosen now."""
        how = self.how.key
        return Report(
            self.offers.ledger.name,
            _axis(self.offers.axis(self.rows.key), self.down_step.key),
            _axis(self.offers.axis(self.columns.key), self.across_step.key) if self.columns.key else None,
            how,
            self.value.key if how != COUNT else "",
            self.asking.where,
            self.period.day.key,
            self.period.period,
        )

    def show_report(self, report: Report) -> None:
        """Put a report in; `Rejected` where the ledger no longer has its fields."""
        meant = reports.meaning(report)
        self._offer(meant.offers)
        self.ledger.show_key(report.ledger)
        self.rows.show_key(meant.down.key)
        self.columns.show_key(meant.across.key if meant.across else "")
        self.down_step.show_key(report.rows.step)
        self.across_step.show_key(report.columns.step if report.columns else "")
        self.how.show_key(report.how)
        self._offer_values()
        self.value.show_key(report.value)
        self.period.show_period(report.day, report.period)
        self._narrow(Asking(where=report.where))
        self._settle()

    def filter(self, name: str, where: Sequence[Where]) -> None:
        """Put these conditions on a field in place of those that it has."""
        self._narrow(self.asking.with_filter(name, where))
        self.changed.emit()

    def open_filter(self, name: str, beside: QWidget | None = None) -> None:
        """Open the filter of a field; its words are counted among what the other conditions leave."""
        ledger = self.offers.ledger
        around = Around(OfficeSource(self.desk.office, ledger), self.desk.tasks)
        others = Question(ledger.name, where=self.asking.with_filter(name, ()).where)
        self.popup = FilterPopup(ledger[name], self.asking.of(name), around, others, self)
        self.popup.chosen.connect(self.filter)
        self.popup.open_under(beside or self.adding)

    def _turn(self) -> None:
        """Another ledger: everything that spoke of the old one goes."""
        self._offer(reports.offered(self.ledger.key))
        self._narrow(Asking())
        self._chosen()

    def _chosen(self) -> None:
        self._settle()
        self.changed.emit()

    def _offer(self, given: Offers) -> None:
        self.offers = given
        axes = [(offer.key, offer.label) for offer in given.axes]
        best = next((offer.key for offer in given.axes if isinstance(offer.kind, OneOf)), axes[0][0] if axes else "")
        self.rows.offer(axes, best)
        self.columns.offer([("", NONE), *axes])
        hows = [COUNT, *((SUM,) if _sums(given) else ()), *((AVERAGE,) if given.sums else ())]
        self.how.offer([(key, HOWS[key]) for key in hows])
        self._offer_values()
        self.period.offer(given.days)
        self.chips.setParent(None)
        self.chips.deleteLater()
        self._put_chips()

    def _offer_values(self) -> None:
        """Percentages can be averaged, not added up."""
        chosen = self.value.key
        given = self.offers.sums if self.how.key == AVERAGE else _sums(self.offers)
        self.value.offer([(offer.key, offer.label) for offer in given], chosen)

    def _settle(self) -> None:
        """Show only what matters for what is chosen."""
        self.value.setVisible(self.how.key != COUNT)
        self.down_step.setVisible(self.offers.axis(self.rows.key).timely)
        across = self.columns.key
        self.across_step.setVisible(bool(across) and self.offers.axis(across).timely)

    def _narrow(self, asking: Asking) -> None:
        self.asking = asking
        self.chips.show_filters(asking)

    def _put_chips(self) -> None:
        self.chips = ChipBar(self.offers.ledger)
        self.chips.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        self.chips.pressed.connect(self.open_filter)
        self.chips.removed.connect(lambda name: self.filter(name, ()))
        self.chips.cleared.connect(self._clear)
        self.body.addWidget(self.chips)

    def _clear(self) -> None:
        self._narrow(Asking())
        self.changed.emit()

    def _filter_menu(self) -> None:
        menu = QMenu(self)
        for field in self.offers.ledger.kept:
            menu.addAction(field.label, partial(self.open_filter, field.name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.adding.mapToGlobal(self.adding.rect().bottomLeft()))

    def _build(self) -> None:
        self.ledger.offer([(each.name, each.label) for each in reports.subjects()], FIRST)
        steps = list(STEPS.items())
        self.down_step.offer(steps)
        self.across_step.offer(steps)
        put_icon(self.adding, "filter")
        self.adding.clicked.connect(self._filter_menu)
        row = FlowLayout(12)
        choosers = (self.ledger, self.rows, self.down_step, self.columns, self.across_step, self.how, self.value)
        for part in (*choosers, self.period, titled(self.tr("条件"), self.adding)):
            row.addWidget(part)
        self.body.addLayout(row)
        self.ledger.chosen.connect(self._turn)
        self.how.chosen.connect(self._offer_values)
        for part in choosers[1:]:
            part.chosen.connect(self._chosen)
        self.period.chosen.connect(self._chosen)
        self._offer(self.offers)
        self._settle()


def _axis(offer: Offer, step: str) -> Axis:
    return Axis(offer.key, step if offer.timely else "")


def _sums(given: Offers) -> tuple[Offer, ...]:
    return tuple(offer for offer in given.sums if getattr(offer.kind, "unit", "") != "%")
