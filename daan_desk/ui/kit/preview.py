"""Shows a paper as it will be printed, and sends it to a printer or into a PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from daan_desk.ui.kit.cards import button, label
from daan_desk.ui.kit.fitting import fit_to_screen
from daan_desk.ui.kit.icons import put_icon
from daan_desk.ui.kit.paper import Paper
from daan_desk.ui.kit.printing import Printed, picture, print_pages, set_pages, shape_device, write_pdf
from daan_desk.ui.kit.tasks import Job, Progress, Tasks

SHEET_WIDTH: Final = 720
BETWEEN: Final = 16


class Sheets(QScrollArea):
    """The pages below each other; a page is painted when it comes into sight."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._printed: Printed | None = None
        self.sheets: list[QLabel] = []
        self._asked: set[int] = set()
        inside = QWidget()
        inside.setProperty("look", "clear")
        self._room = QVBoxLayout(inside)
        self._room.setSpacing(BETWEEN)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("页面"))
        self.verticalScrollBar().valueChanged.connect(self._paint_visible)

    def show_pages(self, printed: Printed) -> None:
        self._printed = printed
        shape = printed.paper.shape
        height = round(SHEET_WIDTH * shape.height / shape.width)
        for number in range(len(printed.pages)):
            sheet = QLabel()
            sheet.setFixedSize(SHEET_WIDTH, height)
            sheet.setStyleSheet("background: white; border: 1px solid #C4CBD6;")
            sheet.setAccessibleName(self.tr("第 {n} 页").format(n=number + 1))
            self.sheets.append(sheet)
            self._room.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._paint_visible(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint_visible(self.verticalScrollBar().value())

    def _paint_visible(self, top: int) -> None:
        if self._printed is None or not self.sheets:
            return
        step = self.sheets[0].height() + BETWEEN
        first, last = top // step, (top + self.viewport().height()) // step + 1
        for number in range(first, min(last + 1, len(self.sheets))):
            if number not in self._asked:
                self._asked.add(number)
                width = round((SHEET_WIDTH - 2) * self.devicePixelRatioF())
                work = partial(picture, self._printed, number, width)
                self._tasks.run(work, then=partial(self._painted, number), owner=self)

    def _painted(self, number: int, image: QImage) -> None:
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheets[number].setPixmap(QPixmap.fromImage(image))


class Preview(QDialog):
    """Sets the paper in the background; `saved` carries the PDF's path, `printed` how many pages are on their way."""

    saved = Signal(object)
    printed = Signal(object)

    def __init__(self, paper: Paper, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper, self._folder = paper, folder
        self.set_paper: Printed | None = None
        # a thread of its own: a long paper must not keep the database waiting
        self.tasks = Tasks("paper", self)
        self.status, self.sheets = label(self.tr("正在排版…"), "soft"), Sheets(self.tasks)
        self.save, self.send = button(self.tr("另存为 PDF")), button(self.tr("打印…"), "main")
        self._build()
        self.tasks.failed.connect(self._failed)
        self.save.clicked.connect(self._ask_file)
        self.send.clicked.connect(self._ask_printer)
        self._job = self.tasks.run(self._set, then=self._ready, owner=self, progress=self._progressed)

    def save_to(self, file: Path) -> None:
        """Write the PDF in the background."""
        if self.set_paper is not None:
            self.status.setText(self.tr("正在写入 PDF…"))
            self.tasks.run(partial(write_pdf, self.set_paper, file), then=lambda _: self._kept(file), owner=self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)

    def done(self, result: int) -> None:
        self.tasks.close()
        super().done(result)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("打印预览：{title}").format(title=self.paper.title))
        self.resize(SHEET_WIDTH + 120, 720)
        put_icon(self.save, "file-down")
        put_icon(self.send, "printer", "on-accent")
        self.head = QHBoxLayout()
        self.head.addWidget(self.status, 1)
        for one in (self.save, self.send):
            one.setEnabled(False)
            self.head.addWidget(one)
        self.status.setWordWrap(True)
        room = QVBoxLayout(self)
        room.setContentsMargins(16, 12, 16, 12)
        room.addLayout(self.head)
        room.addWidget(self.sheets, 1)

    def _set(self, job: Job) -> Printed:
        return set_pages(self.paper, job.report)

    def _progressed(self, progress: Progress) -> None:
        self.status.setText(self.tr("正在排版：{done} / {total} 行").format(done=progress.done, total=progress.total))

    def _ready(self, printed: Printed) -> None:
        self.set_paper = printed
        pages = self.tr("共 {n} 页").format(n=len(printed.pages))
        self.status.setText("；".join((pages, *printed.remarks)))
        for one in (self.save, self.send):
            one.setEnabled(True)
        self.sheets.show_pages(printed)

    def _failed(self, failure: BaseException) -> None:
        self.status.setText(str(failure))

    def _kept(self, file: Path) -> None:
        self.status.setText(self.tr("已保存：{file}").format(file=file.name))
        self.saved.emit(file)

    def _ask_file(self) -> None:
        wanted, _ = QFileDialog.getSaveFileName(
            self, self.tr("另存为 PDF"), str(self._folder / f"{self.paper.title}.pdf"), "PDF (*.pdf)"
        )
        if wanted:
            self.save_to(Path(wanted).with_suffix(".pdf"))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        shape_device(printer, self.paper.shape)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted and self.set_paper is not None:
            self.status.setText(self.tr("正在打印…"))
            work = partial(print_pages, self.set_paper, printer, printer.resolution())
            self.tasks.run(work, then=self._sent, owner=self)

    def _sent(self, _: None) -> None:
        pages = len(self.set_paper.pages) if self.set_paper else 0
        self.status.setText(self.tr("已送往打印机，共 {n} 页").format(n=pages))
        self.printed.emit(pages)
