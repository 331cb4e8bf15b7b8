"""Files for a card of files from anywhere on a page: dropped on it, or pasted while nothing is being typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from daan_desk.ui.kit.files_card import FilesCard


class FilesAnywhere(QObject):
    """Belongs to the page; an editor that has the focus keeps its own Ctrl+V."""

    def __init__(self, page: QWidget, card: FilesCard) -> None:
        super().__init__(page)
        self.card = card
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page, self.paste, context=inside)

    def paste(self) -> None:
        """Take what is on the clipboard, or say that there is nothing to take."""
        if not self.card.take(QGuiApplication.clipboard().mimeData()):
            self.card.desk.tell(self.tr("剪贴板里没有文件或图片"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.card.dropEvent(event)
            return event.isAccepted()
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            self.card.dragEnterEvent(event)
            return event.isAccepted()
        return super().eventFilter(watched, event)
