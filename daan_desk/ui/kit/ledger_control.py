"""What a ledger's page asks: words, tab, filters and order become one question; rows, counts and sums come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from daan_desk.domain.questions import Question, Totals, Where
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.ledger_asking import Asking, SavedView, Tab, narrowed
from daan_desk.ui.kit.ledger_body import LedgerBody
from daan_desk.ui.kit.ledger_columns import default_names
from daan_desk.ui.kit.ledger_filter import SearchBox
from daan_desk.ui.kit.ledger_filter_popup import FilterPopup
from daan_desk.ui.kit.ledger_header import sorted_by
from daan_desk.ui.kit.ledger_source import Source


def counted(source: Source, question: Question, of_tabs: Sequence[Question]) -> tuple[Totals, tuple[int, ...]]:
    """Sums of what is shown and the number of rows of every tab."""
    return source.totals(question), tuple(source.totals(each).count for each in of_tabs)


class LedgerControl(QObject):
    """Holds what is asked and passes it on to model, marks, chips, tabs and foot."""

    shown = Signal(object)  # the Asking whose rows are on the screen now

    def __init__(self, around: Around, body: LedgerBody, search: SearchBox, tabs: Sequence[Tab]) -> None:
        super().__init__(body)
        self.around, self.source, self.ledger = around, around.source, around.source.ledger
        self.body, self.search, self.tabs = body, search, tabs
        self.model = body.table.ledger
        self.asking = Asking()
        self.popup: FilterPopup | None = None
        search.searched.connect(self.search_for)
        self.model.answered.connect(self._answered)
        body.table.head.sort_wanted.connect(self.sort)
        body.table.head.filter_wanted.connect(self.open_filter)
        body.tabs.turned.connect(self.turn)
        body.chips.pressed.connect(self.open_filter)
        body.chips.removed.connect(self.unfilter)
        body.chips.cleared.connect(self.clear_filters)

    def question(self) -> Question:
        return self.asking.question(self.ledger.name, self.tabs)

    def narrowed(self) -> tuple[str, ...]:
        """What keeps rows out of sight, in words: the tab, the filters, what is searched for."""
        return narrowed(self.asking, self.ledger, self.tabs)

    def ask(self, asking: Asking) -> None:
        """Ask this from now on."""
        self.asking = asking
        self.search.show_text(asking.text)
        self.body.tabs.open(asking.tab)
        self.body.chips.show_filters(asking)
        self.model.ask(self.question())

    def search_for(self, text: str) -> None:
        self.ask(replace(self.asking, text=text))

    def turn(self, tab: int) -> None:
        self.ask(replace(self.asking, tab=tab))

    def clear_filters(self) -> None:
        self.ask(replace(self.asking, where=()))

    def clear(self) -> None:
        """Show everything again, in the order that was chosen."""
        self.ask(Asking(sort=self.asking.sort))

    def filter(self, name: str, where: Sequence[Where]) -> None:
        """Put these conditions on a field in place of those that it has; none takes its filter away."""
        self.ask(self.asking.with_filter(name, where))

    def unfilter(self, name: str) -> None:
        self.filter(name, ())

    def sort(self, name: str, second: bool = False) -> None:
        """Sort by a field, upwards and then downwards; as `second` key after those that there are."""
        if self.ledger[name].kept:
            self.ask(
                replace(self.asking, sort=sorted_by(self.asking.sort or (self.ledger.order,), name, second=second))
            )

    def open_filter(self, name: str, beside: QWidget | None = None) -> None:
        """Open the filter of a column; its words are counted among the rows that the other filters leave."""
        field = self.ledger[name]
        if not field.kept:
            return
        others = self.asking.with_filter(name, ()).question(self.ledger.name, self.tabs)
        self.popup = FilterPopup(field, self.asking.of(name), self.around, others, self.body)
        self.popup.chosen.connect(self.filter)
        chip = beside or self.body.chips.chips.get(name)
        if chip:
            self.popup.open_under(chip)
        else:
            self.popup.open_beside(self.body.table.head.place_of(name))

    # -- views --------------------------------------------------------------------------------------------------------

    def view(self) -> SavedView:
        """What is shown now, to be kept under a name."""
        return SavedView("", self.asking, self.body.columns.names())

    def show_view(self, view: SavedView) -> None:
        self.body.columns.show_names(view.columns or default_names(self.ledger))
        self.ask(view.asking)

    def show_question(self, question: Question) -> None:
        """Show the rows behind a number."""
        self.ask(Asking(question.text, 0, question.where, question.sort))

    # -- answers ------------------------------------------------------------------------------------------------------

    def _answered(self, question: Question) -> None:
        self.body.show_state(self.asking, self.model.rowCount())
        tabs = [self.asking.question(self.ledger.name, self.tabs, at) for at in range(len(self.tabs))]
        work = partial(counted, self.source, question, tabs)
        self.around.tasks.run(work, partial(self._counted, question), owner=self)
        self.shown.emit(self.asking)

    def _counted(self, question: Question, answer: tuple[Totals, tuple[int, ...]]) -> None:
        if question is self.model.question:
            totals, counts = answer
            self.body.foot.show_totals(totals)
            self.body.tabs.show_counts(counts)
