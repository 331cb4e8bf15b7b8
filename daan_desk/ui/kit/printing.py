"""Paper out: pages on a printer, in a PDF whose text can be searched, or as pictures for the preview."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from daan_desk.domain.failures import Trouble
from daan_desk.placing import put_in_place
from daan_desk.ui.kit.measure import Image, Page, Stroke, Words
from daan_desk.ui.kit.paper import UNITS_PER_MM, PageShape, Paper
from daan_desk.ui.kit.paper_fonts import PaperFonts, choose
from daan_desk.ui.kit.pdf_text import mend, spelling
from daan_desk.ui.kit.pictures import pictured
from daan_desk.ui.kit.typesetting import typeset
from daan_desk.ui.kit.typesetting_grid import Report

UNITS_PER_INCH = 1440
DOTS = 1500  # the longer side of a printed photo: 240 dots to the inch across a page


@dataclass(frozen=True)
class Printed:
    """A paper that was set: its pages, its letters, and what had to be replaced."""

    paper: Paper
    pages: tuple[Page, ...]
    fonts: PaperFonts

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the preview has to say about letters that this machine lacks and the paper would have used."""
        used = {item.letters.role for page in self.pages for item in page if isinstance(item, Words)}
        return self.fonts.remarks(used)


def set_pages(paper: Paper, report: Report | None = None) -> Printed:
    """Set the paper in the letters of this machine; may run in a worker."""
    fonts = choose(QFontDatabase.families())
    return Printed(paper, typeset(paper, fonts, report), fonts)


def write_pdf(printed: Printed, file: Path) -> None:
    """Write the file whole or not at all; `Trouble` where the place cannot be written."""
    if not file.parent.is_dir():
        raise Trouble(f"文件夹“{file.parent}”不存在。", "请先建立这个文件夹，或者换一个位置保存。")
    draft = file.with_name(f".{file.name}.part")
    try:
        _write(printed, draft)
        words = (
            (i.text, printed.fonts.font(i.letters)) for page in printed.pages for i in page if isinstance(i, Words)
        )
        mend(draft, spelling(words))
        put_in_place(draft, file)
    except OSError as failure:
        draft.unlink(missing_ok=True)
        raise Trouble(f"文件“{file.name}”写不进去。", "请先关闭正打开它的程序，或换一个文件夹。") from failure


def print_pages(printed: Printed, printer: QPagedPaintDevice, resolution: int) -> None:
    """Draw every page on a printer of that many dots an inch; `Trouble` where it does not answer."""
    shape_device(printer, printed.paper.shape)
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble("打印机没有响应。", "请看看它是否开着、连着，再打印一次。")
    painter.scale(resolution / UNITS_PER_INCH, resolution / UNITS_PER_INCH)
    for at, page in enumerate(printed.pages):
        if at:
            printer.newPage()
        paint_page(painter, page, printed.fonts)
    painter.end()


def picture(printed: Printed, number: int, width: int) -> QImage:
    """Page `number` (from 0) as it will look, `width` pixels wide; may run in a worker."""
    shape = printed.paper.shape
    image = QImage(QSize(width, round(width * shape.height / shape.width)), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scale = width / (shape.width * UNITS_PER_MM)
    painter.scale(scale, scale)
    paint_page(painter, printed.pages[number], printed.fonts)
    painter.end()
    return image


def paint_page(painter: QPainter, page: Page, fonts: PaperFonts) -> None:
    """Draw what stands on a page, in units of the page."""
    for item in page:
        if isinstance(item, Words):
            painter.setFont(fonts.font(item.letters))
            painter.setPen(QColor(item.colour))
            painter.drawText(QPointF(item.x, item.y), item.text)
        elif isinstance(item, Image):
            painter.drawImage(QRectF(item.x, item.y, item.width, item.height), pictured(item.data, DOTS))
        else:
            _stroke(painter, item)


def _stroke(painter: QPainter, item: Stroke) -> None:
    painter.setPen(QPen(QColor(item.colour), item.thick))
    if item.height:
        painter.drawRect(QRectF(item.x, item.y, item.width, item.height))
    else:
        painter.drawLine(QPointF(item.x, item.y), QPointF(item.x + item.width, item.y))


def shape_device(device: QPagedPaintDevice, shape: PageShape) -> None:
    """Give a printer or a PDF the paper of this shape; margins are ours, not the device's."""
    upright = QSizeF(min(shape.width, shape.height), max(shape.width, shape.height))
    turn = QPageLayout.Orientation.Landscape if shape.landscape else QPageLayout.Orientation.Portrait
    size = QPageSize(upright, QPageSize.Unit.Millimeter, matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(size, turn, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def _write(printed: Printed, file: Path) -> None:
    file.touch()  # Qt does not say why it cannot write
    writer = QPdfWriter(str(file))
    writer.setResolution(UNITS_PER_INCH)
    writer.setTitle(printed.paper.title)
    writer.setCreator("")
    print_pages(printed, writer, UNITS_PER_INCH)
