"""The photos of a record on the screen as they will be printed, two to a page: to a printer, into a PDF, as Word."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from daan_desk.domain.photos import PhotoSheet
from daan_desk.services import photos
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.photo_paper import photo_paper
from daan_desk.ui.kit.preview_files import FilesPreview, Format


class PhotoDoor(QObject):
    """Opens the sheet over the page that shows the record."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.host = desk, host
        self.preview: FilesPreview | None = None

    def open(self, ledger: str, record: str) -> None:
        """Show every photo of the record."""
        work = partial(photos.sheet, self.desk.office, ledger, record)
        self.desk.tasks.run(work, self._show, self.desk.complain, owner=self)

    def _show(self, sheet: PhotoSheet) -> None:
        word = Format(self.tr("另存为 Word"), "file-text", ".docx", partial(_write, sheet))
        self.preview = FilesPreview(photo_paper(sheet), (word,), self.desk.preferences, self.host.window())
        self.preview.open()


def _write(sheet: PhotoSheet, to: Path) -> None:
    from daan_desk.exchange.photo_sheet import write_photos_word  # Word's library loads when it is first wanted

    write_photos_word(sheet, to)
