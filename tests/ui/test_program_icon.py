"""The program's sign is on its window and in the file for Windows."""

from __future__ import annotations

import struct

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from daan_desk.ui.kit.logo import program_icon
from daan_desk.ui.kit.theme import Theme
from tests.ui.conftest import RESOURCES


def test_that_the_icon_for_windows_holds_every_size_that_windows_asks_for(qapp: QApplication) -> None:
    data = (RESOURCES / "icons" / "daan-desk.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert kind == 1
    sizes = set()
    for number in range(count):
        side, _, _, _, _, _, length, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        image = QImage.fromData(data[at : at + length], "PNG")
        assert (image.width(), image.height()) == ((side or 256),) * 2
        sizes.add(image.width())
    assert {16, 24, 32, 48, 256} <= sizes


def test_that_the_icon_of_the_window_is_our_own_drawing(theme: Theme) -> None:
    image = program_icon().pixmap(64, 64).toImage()
    assert not program_icon().isNull()
    assert image.pixelColor(32, 8).name() == "#1b5aa8"
