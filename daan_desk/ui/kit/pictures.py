"""Pictures out of bytes, no larger than they are shown; may run in a worker."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader


def pictured(data: bytes, longest: int) -> QImage:
    """The picture, upright, its longer side at most so many dots; a null image where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def dots(data: bytes) -> QSize:
    """How wide and high it is, standing upright, without reading all of it; empty where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size, turned = reader.size(), reader.transformation().value & 4  # Rotate90 and its mirrored sisters
    return (size.transposed() if turned else size) if size.isValid() else QSize()
