"""The papers of a meeting on the screen as they will be printed: to a printer, into a PDF, or as Word to go on with."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from daan_desk.domain.briefs import Brief
from daan_desk.services import meeting_papers
from daan_desk.ui.kit.brief_paper import brief_paper
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.preview_files import FilesPreview, Format

# The word of a paper, its icon and its key on the page of a meeting.
PAPERS = (("通知", "mail", "Alt+1"), ("签到表", "user-check", "Alt+2"), ("纪要", "file-text", "Alt+3"))


class MeetingPapers(QObject):
    """Opens a paper over a page."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.desk, self.host = desk, host
        self.preview: FilesPreview | None = None

    def open(self, meeting: str, word: str) -> None:
        """Show the paper of that name."""
        work = partial(meeting_papers.paper, self.desk.office, word, meeting)
        self.desk.tasks.run(work, self._show, owner=self)

    def _show(self, brief: Brief) -> None:
        word = Format(self.tr("另存为 Word"), "file-text", ".docx", partial(write_word, brief))
        self.preview = FilesPreview(brief_paper(brief), (word,), self.desk.preferences, self.host)
        self.preview.open()


def write_word(brief: Brief, to: Path) -> None:
    """The paper as Word, to be rewritten."""
    from daan_desk.exchange.summary_word import write_summary_word  # Word's library loads when it is first wanted

    write_summary_word(brief, to)
