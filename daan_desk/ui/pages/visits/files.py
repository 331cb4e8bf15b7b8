"""Files that will belong to a visit once it is saved: dropped, pasted or chosen, kept in the draft by path."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.files_card import FilesCard, sized_words
from daan_desk.ui.kit.form_part import FormPart
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.rows import Line
from daan_desk.ui.pages.visits.source import PATHS


class PickedFiles(FilesCard):
    """The card of files without a record yet: nothing is saved before the form is."""

    picked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "visits", parent)
        self.paths: list[Path] = []
        self.show_paths(())

    def show_paths(self, paths: Sequence[Path]) -> None:
        """These files instead of those before; what is no longer there is left out."""
        self.paths = [path for path in dict.fromkeys(paths) if path.is_file()]
        self.list.show_lines([Line(str(path), path.name, sized_words(path.stat().st_size)) for path in self.paths])
        self.list.setFixedHeight(self.list.full_height() + 2)
        self.list.setVisible(bool(self.paths))

    def add(self, files: Sequence[Path]) -> None:
        if files:
            self.show_paths([*self.paths, *files])
            self.picked.emit()

    def open(self, attachment: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(attachment)):
            self.desk.tell(self.tr("本机没有能打开“{name}”的程序").format(name=Path(attachment).name), tone="warn")

    def remove(self, attachment: str) -> None:
        self.show_paths([path for path in self.paths if str(path) != attachment])
        self.picked.emit()

    def menu_of(self, attachment: str) -> QMenu:
        menu = QMenu(self)
        for words, icon, act in (
            (self.tr("打开"), "external-link", self.open),
            (self.tr("去掉\tDelete"), "trash-2", self.remove),
        ):
            put_icon(menu.addAction(words, partial(act, attachment)), icon)
        return menu


class FilesPart(FormPart):
    """The card as a part of the form."""

    name: ClassVar[str] = "files"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = PickedFiles(desk, self)
        self.card.picked.connect(self.changed)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.card)

    def take(self, data: QMimeData) -> bool:
        """Take files or a picture; False where there is neither."""
        return self.card.take(data)

    def raw(self) -> object:
        return {PATHS: [str(path) for path in self.card.paths]} if self.card.paths else None

    def fill(self, value: Any) -> None:
        self.card.show_paths([Path(path) for path in (value or {}).get(PATHS, ())])
