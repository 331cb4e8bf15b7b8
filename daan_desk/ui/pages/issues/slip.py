"""The closing slip on the screen as it will be printed: to a printer, into a PDF, as Word or as a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QWidget

from daan_desk.domain.slips import ClosingSlip
from daan_desk.domain.typefaces import Typefaces, chosen
from daan_desk.services import slips
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.paper import BoxedWords, Boxes, Gap, Heading, PageShape, Paper, Paragraph
from daan_desk.ui.kit.preview import Preview

TWIPS = 20  # of a point
POINTS = 11
# An ordinary slip with its signatures stands on one page: narrower margins than those of official letters.
SHAPE = PageShape(top=20, left=25, right=25, bottom=22)


def slip_of(office: Office, issue: str) -> tuple[ClosingSlip, Paper]:
    """The slip of an issue and the paper that shows it."""
    slip = slips.slip(office, issue)
    return slip, slip_paper(slip)


def slip_paper(slip: ClosingSlip) -> Paper:
    """The same form of boxes that Word gets, on one page of official paper."""
    from daan_desk.exchange import closing_slip  # Word's library loads when a slip is first wanted

    rows = tuple(
        tuple(BoxedWords(box.words, box.span, box.head, box.height / TWIPS) for box in row)
        for row in closing_slip.form(slip)
    )
    title = closing_slip.TITLE
    head = Paragraph(f"编号：{slip.number}　　　{slip.office}", 0, small=True)
    notes = tuple(Paragraph(note, 0, small=True) for note in slip.notes)
    return Paper(f"{title} {slip.number}", (Heading(title, 0), Gap(6), head, Boxes(rows, POINTS), *notes), SHAPE)


def write(slip: ClosingSlip, file: Path, faces: Typefaces) -> Path:
    """Write the slip in the format that the file's ending names."""
    from daan_desk.exchange import closing_slip

    writers: dict[str, Callable[[ClosingSlip, Path, Typefaces], None]] = {
        ".docx": closing_slip.write_slip_word,
        ".html": closing_slip.write_slip_html,
    }
    writers[file.suffix](slip, file, faces)
    return file


class SlipDoor(QObject):
    """Opens the slip of an issue over a page."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.host = desk, host
        self.preview: SlipPreview | None = None

    def open(self, issue: str) -> None:
        """Show the slip as it will be printed."""
        self.desk.tasks.run(partial(slip_of, self.desk.office, issue), then=self._show, owner=self)

    def _show(self, made: tuple[ClosingSlip, Paper]) -> None:
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.preview = SlipPreview(*made, Path(places), self.host)
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.open()


class SlipPreview(Preview):
    """The preview with one more button for Word."""

    def __init__(self, slip: ClosingSlip, paper: Paper, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(paper, folder, parent)
        self.slip, self._place = slip, folder
        self.word = button(self.tr("另存为 Word"))
        put_icon(self.word, "file-text")
        self.head.insertWidget(self.head.indexOf(self.save), self.word)
        self.word.clicked.connect(self._ask_word)

    def save_word(self, file: Path) -> None:
        """Write the slip as Word, or as a page where the file ends so."""
        faces = chosen(QFontDatabase.families())
        self.status.setText(self.tr("正在写入…"))
        self.tasks.run(partial(write, self.slip, file, faces), then=self._kept, owner=self)

    def _ask_word(self) -> None:
        wanted, kind = QFileDialog.getSaveFileName(
            self,
            self.tr("另存为 Word"),
            str(self._place / f"{self.paper.title}.docx"),
            self.tr("Word 文档 (*.docx);;网页 (*.html)"),
        )
        if wanted:
            self.save_word(Path(wanted).with_suffix(".html" if "html" in kind else ".docx"))
