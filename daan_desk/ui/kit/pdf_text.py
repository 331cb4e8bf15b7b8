"""Mends the text layer of Qt's PDFs: 厂 水 用 口 are written there as radicals that nobody can search for or copy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from PySide6.QtGui import QFont, QRawFont

Spelling = Callable[[str], str]
RANGE = re.compile(r"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (?:<([0-9A-Fa-f]{4,8})>|\[([^\]]*)\])")


def spelling(texts: Iterable[tuple[str, QFont]]) -> Spelling:
    """What a character of the text layer was meant to be: the one we wrote that looks the same in its font."""
    used: dict[str, set[str]] = {}
    fonts: dict[str, QFont] = {}
    for text, font in texts:
        used.setdefault(font.family(), set()).update(text)
        fonts[font.family()] = font
    written = set().union(*used.values()) if used else set()
    faces = [(QRawFont.fromFont(fonts[family]), characters) for family, characters in used.items()]
    drawn = [(face, {face.glyphIndexesForString(one)[0]: one for one in characters}) for face, characters in faces]

    def meant(found: str) -> str:
        if found in written:
            return found
        for face, by_glyph in drawn:
            glyphs = face.glyphIndexesForString(found)
            if glyphs and glyphs[0] and glyphs[0] in by_glyph:
                return by_glyph[glyphs[0]]
        return unicodedata.normalize("NFKC", found)

    return meant


def mended_map(source: str, meant: Spelling) -> str:
    """A ToUnicode map with every character replaced by the one that was meant; ranges become lists."""

    def entry(found: re.Match[str]) -> str:
        first, last, begin, listed = found.groups()
        codes = re.findall(r"<([0-9A-Fa-f]+)>", listed or "")
        if begin:
            count = int(last, 16) - int(first, 16) + 1
            codes = [begin] if count == 1 else [f"{int(begin, 16) + n:04X}" for n in range(count)]
        return f"<{first}> <{last}> [{' '.join(f'<{_mended(code, meant)}>' for code in codes)}]"

    head, sep, rest = source.partition("endcodespacerange")
    return head + sep + RANGE.sub(entry, rest)


def mend(file: Path, meant: Spelling) -> None:
    """Rewrite every ToUnicode map of the file, in place."""
    writer = PdfWriter(clone_from=PdfReader(file))
    done: set[int] = set()
    for page in writer.pages:
        for font in _fonts(page):
            reference = font.raw_get("/ToUnicode")
            if reference.idnum in done:
                continue
            done.add(reference.idnum)
            stream = DecodedStreamObject()
            stream.set_data(mended_map(reference.get_object().get_data().decode("latin-1"), meant).encode("latin-1"))
            font[NameObject("/ToUnicode")] = writer._add_object(stream.flate_encode())
    with file.open("wb") as out:
        writer.write(out)


def _fonts(page: DictionaryObject) -> list[DictionaryObject]:
    resources = cast("DictionaryObject", page["/Resources"].get_object())
    fonts = cast("DictionaryObject", resources.get("/Font", DictionaryObject()).get_object())
    found = [cast("DictionaryObject", font.get_object()) for font in fonts.values()]
    return [font for font in found if "/ToUnicode" in font]


def _mended(code: str, meant: Spelling) -> str:
    text = bytes.fromhex(code).decode("utf-16-be", "replace")
    spelled = "".join(meant(one) for one in text) if text != "\0" else text
    return spelled.encode("utf-16-be").hex().upper()
