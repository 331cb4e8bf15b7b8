"""The ledger of enterprises with its columns as an officer looks at them; its form keeps the order of the roster."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from daan_desk.domain.fields import Ledger
from daan_desk.services import ledgers
from daan_desk.ui.kit.editors_base import Around
from daan_desk.ui.kit.form_desk import FormDesk
from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.ledger_service import OfficeSource

# What tells at a glance how an enterprise does and who is there for it.
COLUMNS = (
    *("name", "town", "above_scale", "size_class", "operating_state", "leader", "service_officer", "last_visit"),
    *("open_issues", "contact_name", "contact_phone", "credit_code", "legal_representative", "park", "cluster"),
    *("employees", "revenue_last_year"),
)


def arranged() -> Ledger:
    """The same fields, the columns of this page first."""
    ledger = ledgers.ledger("enterprises")
    first = [replace(ledger[name], listed=True) for name in COLUMNS]
    rest = [replace(field, listed=False) for field in ledger.fields if field.name not in COLUMNS]
    every = (*first, *rest)
    return replace(ledger, fields=every, by_name={field.name: field for field in every})


class EnterpriseForm(FormDialog):
    """The form in the order in which rosters and papers give the fields."""

    def __init__(self, around: Around, desk: FormDesk, record: str = "", parent: QWidget | None = None) -> None:
        assert isinstance(around.source, OfficeSource)
        plain = OfficeSource(around.source.office, ledgers.ledger("enterprises"))
        super().__init__(replace(around, source=plain), desk, record, parent)
