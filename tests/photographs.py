"""Made-up photographs: of any size, turned, with a moment and a place as a telephone writes them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

HERE = {1: "N", 2: (29.0, 20.0, 30.0), 3: "E", 4: (104.0, 46.0, 12.0)}  # latitude and longitude of nowhere special


def photograph(width: int = 4000, height: int = 3000, *, moment: str = "2026:11:20 15:04:05", turned: int = 1) -> bytes:
    """A JPEG with something to see, the moment ("" for none), the place, and how the camera was held."""
    picture = Image.effect_noise((width // 8, height // 8), 60).resize((width, height)).convert("RGB")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 2, height // 8), fill=(200, 30, 30))  # marks the upper left
    exif: Any = Image.Exif()
    exif[0x010F], exif[0x0112] = "Telephone", turned
    if moment:
        exif.get_ifd(0x8769)[0x9003] = moment
    exif.get_ifd(0x8825).update(HERE)
    room = BytesIO()
    picture.save(room, "JPEG", quality=95, exif=exif)
    return room.getvalue()


def placed(folder: Path, name: str = "IMG_0001.jpg", **kind: Any) -> Path:
    """The photograph as a file."""
    file = folder / name
    file.write_bytes(photograph(**kind))
    return file


def position(data: bytes) -> dict[int, object]:
    """Where a picture says that it was taken."""
    return dict(Image.open(BytesIO(data)).getexif().get_ifd(0x8825))
