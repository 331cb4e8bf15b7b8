"""The preview of a paper that can also be kept in other formats: Word, a workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from daan_desk.ui.kit.cards import button
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.paper import Paper
from daan_desk.ui.kit.preferences import Preferences
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.kit.saved_files import ask_place, folder


@dataclass(frozen=True)
class Format:
    """A button's words and icon, the file's ending, and what writes it (in the background)."""

    words: str
    icon: str
    ending: str
    write: Callable[[Path], object]


class FilesPreview(Preview):
    """A button for every format before those of the preview itself."""

    def __init__(
        self, paper: Paper, formats: Sequence[Format], preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(paper, folder(preferences), parent)
        self._preferences = preferences
        self.formats: dict[str, QPushButton] = {}
        for one in formats:
            press = self.formats[one.ending] = button(one.words)
            put_icon(press, one.icon)
            press.clicked.connect(partial(self._ask, one))
            self.head.insertWidget(self.head.indexOf(self.save), press)

    def keep(self, form: Format, file: Path) -> None:
        """Write the paper in that format."""
        self.status.setText(self.tr("正在写入…"))
        self.tasks.run(partial(form.write, file), then=lambda _: self._kept(file), owner=self)

    def _ask(self, form: Format, _checked: bool = False) -> None:
        place = ask_place(self, self._preferences, self.paper.title, form.ending)
        if place:
            self.keep(form, place)
