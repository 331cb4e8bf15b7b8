"""What goes out from the import page: rows that were left out, blank templates, the question behind an import."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from daan_desk.domain.questions import Question, Where
from daan_desk.services.changes import Changes
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.ledger_papers import save_template
from daan_desk.ui.kit.saved_files import ask_place, offer_file
from daan_desk.ui.pages.imports.returned import write_returned
from daan_desk.ui.pages.imports.study import Study

MOST_IDS = 5_000  # more are not asked for one by one


class Leaving:
    """Bound to the page and its desk."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        self._desk, self._host = desk, host

    def save_template(self, ledger: str) -> None:
        """Ask for a place and write a blank roster there."""
        save_template(self._desk, ledger, self._host)

    def save_returned(self, study: Study) -> None:
        """Ask for a place and write the rows that were left out, with the reasons."""
        stem = f"{Path(study.file.name).stem}-未导入"
        to = ask_place(self._host, self._desk.preferences, stem, ".xlsx")
        if to:
            work = partial(write_returned, study, to)
            self._desk.tasks.run(work, then=partial(self._saved, to), owner=self._host)

    def _saved(self, to: Path, rows: int) -> None:
        offer_file(self._host, to, f"已存下 {rows:,} 行，原因写在最后一列")

    def question(self, ledger: str, changes: Changes) -> Question:
        """The records that an import wrote."""
        ids = changes.ids.get(ledger, ())
        return Question(ledger, where=(Where("id", "in", ids),) if len(ids) <= MOST_IDS else ())
