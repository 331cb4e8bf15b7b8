"""Photos on their way in: upright, small enough to keep, sharp enough to read, without the place they were taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any, Final

from daan_desk.domain.exif import taken, without_location
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.photos import Brought, in_order, is_picture

# A page of small print that was photographed whole stays readable: 2560 dots are 220 to the inch on A4.
LONGEST: Final = 2560
QUALITY: Final = 85
SMALL: Final = 1_200_000  # bytes up to which an upright picture of that size is kept as it came
LARGEST_FILE: Final = 200 * 2**20
MOST_DOTS: Final = 150_000_000
UPRIGHT: Final = 0x0112  # Exif's tag of the camera's position
JPEGS: Final = ("JPEG", "MPO")
KEPT: Final = (*JPEGS, "PNG", "GIF")
PRINTED: Final = 1500  # dots across a page of official paper: 240 to the inch


def every(places: Iterable[Path]) -> Iterator[Path]:
    """The files that were named, and those that lie in a folder that was named."""
    for place in places:
        if place.is_dir():
            yield from sorted(file for file in place.iterdir() if file.is_file())
        else:
            yield place


def all_brought(places: Iterable[Path]) -> list[Brought]:
    """Files and what lies in folders, ready to be put in, photos in the order in which they were taken."""
    return in_order(brought(file) for file in every(places))


def brought(file: Path) -> Brought:
    """A file ready to be put in; `Trouble` where it cannot be read, `Rejected` where it is no sensible attachment."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise Rejected(f"“{file.name}”超过 {LARGEST_FILE // 2**20} MB，请先压缩。")
        return prepared(file.name, file.read_bytes())
    except OSError as error:
        raise Trouble(f"读不了文件“{file}”。", "请确认文件还在，手机或U盘没有拔掉。") from error


def prepared(name: str, data: bytes) -> Brought:
    """Bytes ready to be put in: a photo is turned upright and shrunk, anything else stays as it is."""
    if not is_picture(name):
        return Brought(name, data)
    moment = taken(data[: 2**18]) or taken(data)
    try:
        made = _shrunk(name, data)
    except _NotRead:
        return Brought(name, without_location(data), moment, f"“{name}”照原样保存，没有缩小")
    return Brought(*(made or (name, without_location(data))), moment)


class _NotRead(Exception):
    """The picture is of a kind, or in a state, that is not read here."""


def _shrunk(name: str, data: bytes) -> tuple[str, bytes] | None:
    """The new name and bytes; None where the file is good as it is."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # judged below, after a JPEG was asked to come smaller
    try:
        picture = Image.open(BytesIO(data))
        if _is_good(picture, data):
            return None
        picture.draft("RGB", (LONGEST, LONGEST))
        if picture.width * picture.height > MOST_DOTS:
            raise _NotRead
        fits = _fits(picture)
        small: Any = ImageOps.exif_transpose(picture)
        small.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=2.0)
        made = _written(name, small, picture.info.get("icc_profile"))
        return None if fits and len(made[1]) >= len(data) else made
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, MemoryError) as error:
        raise _NotRead from error


def _is_good(picture: Any, data: bytes) -> bool:
    """Upright, of sensible size, in few bytes and readable everywhere: or moving, which only the whole file is."""
    if getattr(picture, "is_animated", False) and picture.format not in JPEGS:
        return True
    return len(data) <= SMALL and picture.format in KEPT and _fits(picture)


def _fits(picture: Any) -> bool:
    """Whether it stands upright and is not too large."""
    return bool(picture.getexif().get(UPRIGHT, 1) == 1 and max(picture.size) <= LONGEST)


def _written(name: str, picture: Any, profile: bytes | None) -> tuple[str, bytes]:
    """Photos as JPEG; what is transparent as PNG. Nothing of what the camera noted goes along but its colours."""
    room = BytesIO()
    path = PurePath(name or "photo.jpg")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture.convert("RGBA").save(room, "PNG", optimize=True)
        return str(path.with_suffix(".png")), room.getvalue()
    picture.convert("RGB").save(room, "JPEG", quality=QUALITY, optimize=True, progressive=True, icc_profile=profile)
    same = path.suffix.lower() in (".jpg", ".jpeg")
    return str(path if same else path.with_suffix(".jpg")), room.getvalue()


def printable(data: bytes) -> tuple[bytes, int, int] | None:
    """A picture as paper wants it: JPEG or PNG, its width and height in dots; None where it cannot be read."""
    from PIL import Image

    try:
        picture: Any = Image.open(BytesIO(data))
        picture.draft("RGB", (PRINTED, PRINTED))
        picture.load()
        picture.thumbnail((PRINTED, PRINTED), Image.Resampling.LANCZOS, reducing_gap=2.0)
        return _written("", picture, picture.info.get("icc_profile"))[1], picture.width, picture.height
    except (OSError, SyntaxError, ValueError, MemoryError):
        return None
