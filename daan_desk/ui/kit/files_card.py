"""The files of a record: put in by button, by dragging or from the clipboard; opened, saved, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from daan_desk.domain.photos import can_be_shown
from daan_desk.domain.questions import Row
from daan_desk.exchange.photos import all_brought, every
from daan_desk.services import attachments, records
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.ui.kit.cards import Card, button, label
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.photo_preview import PhotoDoor
from daan_desk.ui.kit.rows import Line, LineList

STEPS: Final = ("字节", "KB", "MB", "GB")


def sized_words(size: object) -> str:
    """“312 KB” for a number of bytes."""
    left = float(size) if isinstance(size, int) else 0.0
    for unit in STEPS:
        if left < 1024 or unit == STEPS[-1]:
            return f"{left:.0f} {unit}" if unit in STEPS[:2] else f"{left:.1f} {unit}"
        left /= 1024
    return ""


class FilesCard(Card):
    """Shows the files of one record; takes what is dropped on it or pasted into it."""

    def __init__(self, desk: Desk, ledger: str, parent: QWidget | None = None) -> None:
        super().__init__("附件", "添加文件…", parent)
        self.desk, self.ledger, self.owner = desk, ledger, ""
        self.files: tuple[Row, ...] = ()
        self._folder = QTemporaryDir()  # what is opened lies here until the program ends
        self.list = LineList()
        self.list.setAccessibleName(self.tr("附件"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.photos, self.printing = PhotoDoor(desk, self), button(self.tr("打印照片"), "link")
        self.printing.setToolTip(self.tr("一页两张，可以打印，也可以存为 Word"))
        self.printing.hide()
        self.head.insertWidget(2, self.printing)
        self.hint = label(self.tr("把文件或手机里的照片文件夹拖到这里，或复制后按 Ctrl+V 粘贴"), "small")
        self.hint.setWordWrap(True)
        self.body.addWidget(self.list)
        self.body.addWidget(self.hint)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.followed.connect(self.choose)
        self.printing.clicked.connect(lambda: self.photos.open(self.ledger, self.owner))
        self.list.chosen.connect(self.open)
        self.list.customContextMenuRequested.connect(self._menu)

    def show_files(self, owner: str, files: Sequence[Row]) -> None:
        """The files of that record, oldest first."""
        self.owner, self.files = owner, tuple(files)
        self.list.show_lines(
            [Line(f.id, str(f["name"]), f"{sized_words(f['size'])} · {f['day'] or ''} · {f.changed_by}") for f in files]
        )
        self.list.setFixedHeight(self.list.full_height() + 2)
        self.list.setVisible(bool(files))
        self.printing.setVisible(any(can_be_shown(str(file["name"])) for file in files))

    # -- in -----------------------------------------------------------------------------------------------------------

    def add(self, files: Sequence[Path]) -> None:
        """Put files to the record, in one act: photos upright, small and without their place."""
        if files and self.owner:
            self.desk.act(partial(_attach, self.desk.office, self.ledger, self.owner, tuple(files)))

    def choose(self) -> None:
        """Ask which files."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("添加附件"))
        self.add([Path(name) for name in names])

    def take(self, data: QMimeData) -> bool:
        """Take files, or a picture, from what was dropped or pasted; False where there is neither."""
        files = list(every(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()))
        if not files and data.hasImage():
            files = [self._pictured(QImage(data.imageData()))]
        self.add([file for file in files if file.is_file()])
        return bool(files)

    def _pictured(self, image: QImage) -> Path:
        file = Path(self._folder.filePath(f"截图 {self.desk.office.now():%Y-%m-%d %H%M%S}.png"))
        image.save(str(file))
        return file

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if event.matches(QKeySequence.StandardKey.Paste):
            if not self.take(QGuiApplication.clipboard().mimeData()):
                self.desk.tell(self.tr("剪贴板里没有文件或图片"))
        elif event.key() == Qt.Key.Key_Delete and current:
            self.remove(current.key)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    # -- out ----------------------------------------------------------------------------------------------------------

    def open(self, attachment: str) -> None:
        """Show the file in the program that the machine has for it; it is a copy, changes to it are not kept."""
        work = partial(attachments.save_to, self.desk.office, attachment, Path(self._folder.path()))
        self.desk.tasks.run(work, then=self._show, owner=self)

    def _show(self, file: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self.desk.tell(self.tr("本机没有能打开“{name}”的程序，可以先另存").format(name=file.name), tone="warn")

    def save(self, attachment: str) -> None:
        """Ask for a folder and write the file there."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("保存到文件夹"))
        if folder:
            self.save_to(attachment, Path(folder))

    def save_to(self, attachment: str, folder: Path) -> None:
        """Write the file into the folder, under a free name."""
        work = partial(attachments.save_to, self.desk.office, attachment, folder)
        self.desk.tasks.run(work, then=self._saved, owner=self)

    def _saved(self, file: Path) -> None:
        self.desk.tell(self.tr("已保存：{file}").format(file=file), tone="good")

    def remove(self, attachment: str) -> None:
        """Take a file out; 撤销 brings it back."""
        self.desk.act(partial(records.remove, self.desk.office, "attachments", [attachment]))

    def menu_of(self, attachment: str) -> QMenu:
        """What can be done with a file."""
        menu = QMenu(self)
        for words, icon, act in (
            (self.tr("打开"), "external-link", self.open),
            (self.tr("另存到…"), "save", self.save),
            (self.tr("删除\tDelete"), "trash-2", self.remove),
        ):
            line = menu.addAction(words, partial(act, attachment))
            put_icon(line, icon)
        return menu

    def _menu(self, place: QPoint) -> None:
        line = self.list.indexAt(place).data(Qt.ItemDataRole.UserRole)
        if line:
            menu = self.menu_of(line.key)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.list.viewport().mapToGlobal(place))


def _attach(office: Office, ledger: str, owner: str, files: Sequence[Path]) -> Changes:
    return attachments.attach(office, ledger, owner, all_brought(files))
