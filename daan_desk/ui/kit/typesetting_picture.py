"""A picture on paper: as large as its room lets it be, its words below, both on the same page."""

from __future__ import annotations

from daan_desk.ui.kit.measure import Image, Stroke
from daan_desk.ui.kit.paper import UNITS_PER_MM, UNITS_PER_POINT, Picture
from daan_desk.ui.kit.paper_fonts import Letters
from daan_desk.ui.kit.pictures import dots
from daan_desk.ui.kit.setter import Setter

CAPTION = Letters("song", 12)
PITCH = 18.0
MOST_LINES = 6
UNREADABLE = "（这张照片无法显示）"


def place_picture(setter: Setter, block: Picture) -> None:
    """The picture in the middle of the type area, at the foot of its room, so that the words stand close below."""
    room, size = block.height * UNITS_PER_MM, dots(block.data)
    words = block.caption if not size.isEmpty() else f"{block.caption}{UNREADABLE}"
    lines = setter.measure.lines(words, CAPTION, setter.width)[:MOST_LINES]
    setter.need(room)
    free, begin = room - max(2, len(lines)) * PITCH * UNITS_PER_POINT, setter.y
    if size.isEmpty():
        setter.draw(Stroke(0, setter.y, setter.width, free))
    else:
        scale = min(setter.width / size.width(), free / size.height())
        width, height = size.width() * scale, size.height() * scale
        setter.draw(Image((setter.width - width) / 2, setter.y + free - height, width, height, block.data))
    setter.y = begin + free + 2 * UNITS_PER_POINT
    setter.write("\n".join(lines), CAPTION, align="center", pitch=PITCH)
    setter.y = begin + room
