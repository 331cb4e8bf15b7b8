"""The closing slip on the screen as it will be printed: to a printer, into a PDF, as Word or as a page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from daan_desk.domain.boxed import BoxedForm
from daan_desk.domain.slips import ClosingSlip
from daan_desk.services import slips
from daan_desk.services.office import Office
from daan_desk.ui.kit.boxed_preview import BoxedPreview, documents
from daan_desk.ui.kit.desk import Desk


def slip_of(office: Office, issue: str) -> tuple[ClosingSlip, BoxedForm]:
    """The slip of an issue and the form of boxes that shows it."""
    from daan_desk.exchange import closing_slip  # Word's library loads when a slip is first wanted

    slip = slips.slip(office, issue)
    return slip, closing_slip.boxed(slip)


class SlipDoor(QObject):
    """Opens the slip of an issue over a page."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.host = desk, host
        self.preview: BoxedPreview | None = None

    def open(self, issue: str) -> None:
        """Show the slip as it will be printed."""
        self.desk.tasks.run(partial(slip_of, self.desk.office, issue), then=self._show, owner=self)

    def _show(self, made: tuple[ClosingSlip, BoxedForm]) -> None:
        self.preview = BoxedPreview(made[1], documents(), self.host)
        self.preview.open()
