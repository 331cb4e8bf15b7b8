"""Bytes of a text file as text: by its mark, then UTF-8, then GB18030, never by guesswork about words."""

from __future__ import annotations

from daan_desk.exchange.books.refusals import refusal
from daan_desk.exchange.books.sniffing import BOMS

MOSTLY = 0.002
CUT = "文件结尾不完整，最后可能缺了内容，请核对"
DIVINED = "文件编码不规整，有个别字可能显示不正确，请核对"


def decoded(data: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text and what to say about it; `Trouble` where the bytes are no text in any encoding that offices use."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ()
    blank = _wide(data)
    cut = None if blank or declared else _mostly_utf8(data)
    if cut:
        return cut
    for encoding in (blank,) if blank else (declared, "utf-8", "gb18030"):
        text = _strictly(data, encoding)
        if text is not None:
            return _readable(text), ()
    return _roughly(data)


def _roughly(data: bytes) -> tuple[str, tuple[str, ...]]:
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") <= max(3, len(text) * MOSTLY):
            return _readable(text), (DIVINED,)
    raise refusal("unknown")


def _mostly_utf8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 that was cut off within a sign or has a few bytes spoilt, which GB18030 would read as other words."""
    try:
        return _readable(data.decode()), ()
    except UnicodeDecodeError as why:
        text = data.decode("utf-8", "replace")
        bad = text.count("\ufffd")
        words = sum(sign > "\u2e7f" for sign in text) - bad
        if words < 20 * bad and not (bad == 1 and why.end >= len(data) and words > 1):
            return None
        return _readable(text.rstrip("\ufffd")), (CUT if bad == 1 and why.end >= len(data) else DIVINED,)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows in its many zero bytes."""
    head = data[:2000]
    if head[1::2].count(0) > len(head) // 5:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > len(head) // 5 else ""


def _strictly(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode("gb18030" if encoding.lower() in ("gb2312", "gbk", "x-gbk", "gb_2312-80") else encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _readable(text: str) -> str:
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\x0b\x0c")
    if controls > max(3, len(text) * MOSTLY):
        raise refusal("unknown")
    return text
