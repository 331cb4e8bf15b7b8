"""The form of an issue: 其他 asks for its keyword, the grade says how many working days it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from daan_desk.domain.settings import asks_for_keyword
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form_desk import FormDesk
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_service import OfficeSource
from daan_desk.ui.pages.issues.source import form_source

TERMS = "terms"  # property of the page that knows them


class IssueForm(FormDialog):
    """A new issue, or the plain fields of one; states, days and departments are changed by moves."""

    def __init__(self, around: Around, desk: FormDesk, record: str = "", parent: QWidget | None = None) -> None:
        assert isinstance(around.source, OfficeSource)
        terms = str(parent.property(TERMS) or "") if parent else ""
        super().__init__(replace(around, source=form_source(around.source.office, terms, record)), desk, record, parent)
        self.form.changed.connect(self.show_keyword)
        self.show_keyword()

    def start_with(self, values: Mapping[str, object]) -> None:
        super().start_with(values)
        self.show_keyword()

    def _show_draft(self, draft: Mapping[str, object]) -> None:
        super()._show_draft(draft)
        self.show_keyword()

    def show_keyword(self) -> None:
        """The keyword's field is there only when the category asks for it."""
        category = str(self.form.cells["category"].editor.raw() or "")
        self.form.cells["keyword"].setVisible(asks_for_keyword(category))
