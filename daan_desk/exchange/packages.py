"""Office files as the zip packages that they are: some parts are replaced, every other part stays byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Content = bytes | Callable[[IO[bytes]], object]


def rewrite(
    source: Path | IO[bytes],
    target: Path,
    replaced: Mapping[str, Content],
    dropped: Collection[str] = (),
) -> None:
    """Write `target` as `source` with parts replaced, added or dropped; a function writes its part piece by piece."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in dropped:
                put(new, info, replaced.get(info.filename) or old.read(info))
        for name in replaced.keys() - set(old.namelist()):
            put(new, ZipInfo(name, (1980, 1, 1, 0, 0, 0)), replaced[name])


def put(package: ZipFile, info: ZipInfo, content: Content) -> None:
    """One part, under the name and the date that it had."""
    fresh = ZipInfo(info.filename, info.date_time)
    fresh.compress_type = ZIP_DEFLATED
    fresh.external_attr = info.external_attr
    if isinstance(content, bytes):
        package.writestr(fresh, content)
        return
    with package.open(fresh, "w") as part:
        content(part)


def in_pieces(texts: Iterable[str], size: int = 1 << 18) -> Iterable[bytes]:
    """Texts joined into larger pieces of UTF-8, so that compressing is not called for every row."""
    gathered: list[str] = []
    length = 0
    for text in texts:
        gathered.append(text)
        length += len(text)
        if length >= size:
            yield "".join(gathered).encode()
            gathered, length = [], 0
    yield "".join(gathered).encode()
