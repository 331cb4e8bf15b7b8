"""Something in a form that is more than a field: lines of another ledger, files; its value is plain and keepable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class FormPart(QWidget):
    """Its problems are those whose names begin with its own name and a dot (“lines.0.title”).

    `raw` answers None for nothing, else a mapping of plain values that a draft can keep.
    """

    changed = Signal()
    name: ClassVar[str] = ""

    def raw(self) -> object:
        """What stands here."""
        raise NotImplementedError(type(self).__name__)

    def fill(self, value: object) -> None:
        """Show what `raw` answered before; None for nothing."""
        raise NotImplementedError(type(self).__name__)

    def show_findings(self, problems: Mapping[str, str], warnings: Mapping[str, str], *, every: bool) -> None:
        """Put sentences where they belong; before saving (`every`) only where somebody has been."""

    def problems(self) -> Mapping[str, str]:
        """The problems that are shown, by their whole names."""
        return {}

    def focus_problem(self) -> None:
        """Go to the first of them."""
