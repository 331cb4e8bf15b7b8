"""A form of boxes on the screen as it will be printed: to a printer, into a PDF, as Word or as a page."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QWidget

from daan_desk.domain.boxed import BoxedForm
from daan_desk.domain.typefaces import Typefaces, chosen
from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.paper import BoxedWords, Boxes, Gap, Heading, PageShape, Paper, Paragraph
from daan_desk.ui.kit.preview import Preview

TWIPS = 20  # of a point
POINTS = 11
# An ordinary form with its signatures stands on one page: narrower margins than those of official letters.
SHAPE = PageShape(top=20, left=25, right=25, bottom=22)


def boxed_paper(form: BoxedForm) -> Paper:
    """The same form of boxes that Word gets, on official paper."""
    rows = tuple(
        tuple(BoxedWords(box.words, box.span, box.head, box.height / TWIPS) for box in row) for row in form.rows
    )
    notes = tuple(Paragraph(note, 0, small=True) for note in form.notes)
    head = Paragraph(form.line, 0, small=True)
    return Paper(form.name, (Heading(form.title, 0), Gap(6), head, Boxes(rows, POINTS), *notes), SHAPE)


def write(form: BoxedForm, file: Path, faces: Typefaces) -> Path:
    """Write the form in the format that the file's ending names."""
    from daan_desk.exchange.boxed_out import write_boxed  # Word's library loads when a form is first wanted

    write_boxed(form, file, faces)
    return file


def documents() -> Path:
    """Where an officer expects saved papers."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class BoxedPreview(Preview):
    """The preview with one more button for Word."""

    def __init__(self, form: BoxedForm, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(boxed_paper(form), folder, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form, self._place = form, folder
        self.word = button(self.tr("另存为 Word"))
        put_icon(self.word, "file-text")
        self.head.insertWidget(self.head.indexOf(self.save), self.word)
        self.word.clicked.connect(self._ask_word)

    def save_word(self, file: Path) -> None:
        """Write the form as Word, or as a page where the file ends so."""
        faces = chosen(QFontDatabase.families())
        self.status.setText(self.tr("正在写入…"))
        self.tasks.run(partial(write, self.form, file, faces), then=self._kept, owner=self)

    def _ask_word(self) -> None:
        wanted, kind = QFileDialog.getSaveFileName(
            self,
            self.tr("另存为 Word"),
            str(self._place / f"{self.paper.title}.docx"),
            self.tr("Word 文档 (*.docx);;网页 (*.html)"),
        )
        if wanted:
            self.save_word(Path(wanted).with_suffix(".html" if "html" in kind else ".docx"))
