"""Who an enterprise is: its name and code, whom to call, where it stands, what the program remarks about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from daan_desk.services import ledgers
from daan_desk.services.enterprises import EnterpriseSheet
from daan_desk.ui.kit.cards import Card, label
from daan_desk.ui.kit.pills import Pill, PillLabel, tone_of

COLUMNS = 3


class HeadCard(Card):
    """The facts as labelled words in three columns, remarks below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("基本情况"))
        self.name, self.pills = label("", "title"), QHBoxLayout()
        self.name.setWordWrap(True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.pills.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.name, 1)
        top.addLayout(self.pills)
        self.body.addLayout(top)
        self._inside: QWidget | None = None

    def show_sheet(self, sheet: EnterpriseSheet) -> None:
        """Show these facts instead of those before."""
        self.name.setText(str(sheet.row["name"]))
        self._show_pills(pills(sheet))
        if self._inside is not None:
            self._inside.setParent(None)
            self._inside.deleteLater()
        self._inside = QWidget()
        room = QVBoxLayout(self._inside)
        room.setContentsMargins(0, 0, 0, 0)
        room.addLayout(_grid(facts(sheet)))
        self.body.addWidget(self._inside)

    def words(self) -> tuple[str, ...]:
        """Every text on the card."""
        return tuple(part.text() for part in self.findChildren(QLabel))

    def _show_pills(self, shown: Sequence[Pill]) -> None:
        while self.pills.count():
            gone = self.pills.takeAt(0).widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        for pill in shown:
            self.pills.addWidget(PillLabel(pill, self))


def pills(sheet: EnterpriseSheet) -> list[Pill]:
    """规上, size and operation as words with tones, and what is odd about them."""
    row = sheet.row
    above = Pill("规上", "accent") if row["above_scale"] else Pill("规下", "grey")
    found = [above]
    if row["size_class"]:
        found.append(Pill(str(row["size_class"]), "grey"))
    if row["operating_state"]:
        found.append(Pill(str(row["operating_state"]), tone_of(str(row["operating_state"]))))
    return found + [Pill(words, "amber") for words in (sheet.registration, sheet.size) if words]


def facts(sheet: EnterpriseSheet) -> list[tuple[str, str]]:
    """Label and words, in the order in which they are looked for; what is empty is mostly left out."""
    ledger, told = ledgers.ledger("enterprises"), [(name, _shown(sheet, name)) for name in PAIRS]
    named = [(ledger[name].label, words or "—") for name, words in told if words or name in ALWAYS]
    contact = " · ".join(_shown(sheet, name) for name in CONTACT if _shown(sheet, name))
    industry = " ".join(word for word in (_shown(sheet, "industry_code"), sheet.industry) if word)
    return [("联系人", contact or "—"), *named, *([("行业", industry)] if industry else [])]


CONTACT = ("contact_name", "contact_title", "contact_phone")
ALWAYS = ("credit_code", "town", "leader", "service_officer")
PAIRS = (
    *("credit_code", "legal_representative", "town", "park", "leader", "service_officer", "cluster"),
    *("employees", "revenue_last_year", "above_scale_since", "founded", "registered_capital", "address"),
    *("products", "tags", "former_names", "notes"),
)


def _shown(sheet: EnterpriseSheet, name: str) -> str:
    field = ledgers.ledger("enterprises")[name]
    words = field.kind.show(sheet.row[name])
    unit = str(getattr(field.kind, "unit", "") or "")
    return f"{words} {unit}" if words and unit else words


def _grid(pairs: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    for at, (name, words) in enumerate(pairs):
        row, column = divmod(at, COLUMNS)
        shown = label(words)
        shown.setWordWrap(True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label(name, "soft"), row, 2 * column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(shown, row, 2 * column + 1, Qt.AlignmentFlag.AlignTop)
    for column in range(COLUMNS):
        grid.setColumnStretch(2 * column + 1, 1)
    return grid
