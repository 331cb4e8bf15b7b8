"""Photos come in upright, small and without their place; everything else stays as it is."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from daan_desk.domain.exif import located, taken, without_location
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.photos import Brought, in_order
from daan_desk.exchange.photos import LONGEST, brought, prepared
from tests.photographs import photograph, placed, position

MOMENT = "2026-11-20 15:04:05"


def seen(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_that_a_telephones_photo_is_shrunk_and_stays_sharp_enough_to_read() -> None:
    data = photograph(4000, 3000)
    found = prepared("IMG_0001.jpg", data)
    assert seen(found.data).size == (LONGEST, 1920)
    assert len(found.data) < len(data) / 2
    assert (found.name, str(found.taken), found.remark) == ("IMG_0001.jpg", MOMENT, "")


def test_that_neither_place_nor_camera_go_along_with_a_shrunk_photo() -> None:
    data = photograph()
    assert position(data)
    found = prepared("IMG_0001.jpg", data)
    assert not located(found.data)
    assert dict(seen(found.data).getexif()) == {}


@pytest.mark.parametrize(("turned", "corner"), [(6, (1800, 100)), (8, (100, 2400)), (3, (2400, 1800))])
def test_that_a_photo_taken_with_the_telephone_on_its_side_comes_in_upright(
    turned: int, corner: tuple[int, int]
) -> None:
    found = seen(prepared("侧拍.jpg", photograph(4000, 3000, turned=turned)).data).convert("RGB")
    assert found.size == ((1920, LONGEST) if turned in (6, 8) else (LONGEST, 1920))
    red, green, _ = found.getpixel(corner)  # type: ignore[misc]
    assert red > 150 and green < 90


def test_that_a_small_upright_photo_keeps_its_picture_to_the_last_byte_but_not_its_place() -> None:
    data = photograph(800, 600)
    found = prepared("小图.jpg", data)
    assert len(found.data) == len(data)
    assert position(found.data) == {} and str(taken(found.data)) == MOMENT
    assert seen(found.data).tobytes() == seen(data).tobytes()


def test_that_a_place_written_in_words_beside_the_picture_is_blanked_too() -> None:
    spoken = b'<x exif:GPSLatitude="29,20.5N" exif:ISO="100"/><exif:GPSLongitude>104,46.2E</exif:GPSLongitude>'
    cleaned = without_location(b"\xff\xd8" + spoken)
    assert b"29,20" not in cleaned and b"104,46" not in cleaned
    assert b'exif:ISO="100"' in cleaned and len(cleaned) == len(spoken) + 2


def test_that_a_photo_of_a_kind_not_read_here_loses_its_place_all_the_same() -> None:
    jpeg = photograph(400, 300)
    block = jpeg[jpeg.index(b"Exif\x00\x00") : jpeg.index(b"Exif\x00\x00") + 400]
    found = prepared("IMG_0001.HEIC", b"\x00\x00\x00\x18ftypheic" + block)
    assert not located(found.data) and str(found.taken) == MOMENT
    assert found.remark == "“IMG_0001.HEIC”照原样保存，没有缩小"


def test_that_a_torn_photo_is_kept_as_it_is_and_said_so() -> None:
    torn = photograph()[:5000]
    found = prepared("断了.jpg", torn)
    assert len(found.data) == len(torn)
    assert "照原样保存" in found.remark


def test_that_a_transparent_drawing_stays_transparent_and_a_large_bitmap_becomes_a_photo() -> None:
    drawing, bitmap = BytesIO(), BytesIO()
    Image.new("RGBA", (3000, 100), (255, 0, 0, 0)).save(drawing, "PNG")
    Image.effect_noise((1200, 800), 50).convert("RGB").save(bitmap, "BMP")
    assert seen(prepared("章.png", drawing.getvalue()).data).mode == "RGBA"
    assert prepared("扫描.bmp", bitmap.getvalue()).name == "扫描.jpg"


def test_that_a_document_is_not_touched() -> None:
    assert prepared("纪要.docx", b"PK\x03\x04 words") == Brought("纪要.docx", b"PK\x03\x04 words")


def test_that_photos_stand_in_the_order_in_which_they_were_taken(tmp_path: Path) -> None:
    moments = {"c.jpg": "2026:11:20 09:00:00", "a.jpg": "2026:11:20 10:00:00", "b.jpg": ""}
    files = [placed(tmp_path, name, width=80, height=60, moment=moment) for name, moment in moments.items()]
    assert [file.name for file in in_order(map(brought, files))] == ["c.jpg", "a.jpg", "b.jpg"]


def test_that_a_telephone_that_was_unplugged_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="手机或U盘没有拔掉"):
        brought(tmp_path / "gone.jpg")


def test_that_a_film_of_two_hours_is_refused_before_it_is_read(tmp_path: Path) -> None:
    film = tmp_path / "会议录像.mp4"
    with film.open("wb") as file:
        file.truncate(300 * 2**20)
    with pytest.raises(Rejected, match="超过 200 MB"):
        brought(film)
