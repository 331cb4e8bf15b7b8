"""What stands in a cell before it means anything: plain text, empty words, spreadsheet errors, brackets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime

from daan_desk.domain.failures import Rejected

EMPTY_WORDS = frozenset(
    {"", "/", "\\", "-", "--", "---", "—", "——", "－", "–", "无", "空", "不详", "暂无", "未填", "（空）", "(空)"}
    | {"N/A", "n/a", "NULL", "null", "None", "nan", "NaN", "//", "／", "…", "……"}
)
ERROR_WORDS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"})
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\ud800-\udfff\ufeff\ufff9-\uffff]"
)
ODD_BLANKS = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff（）()·])[ \u3000\t\n]+(?=[\u4e00-\u9fff（）()·])")
EXPONENT = re.compile(r"-?\d(?:\.\d+)?[eE]\+?\d+")
LOST_DIGITS = 10**15


def plain(raw: object) -> str:
    """The text of a raw value: no control characters, ordinary blanks, trimmed; a whole float without its “.0”."""
    text = raw if type(raw) is str else written(raw)
    if text.isprintable():
        return text.strip(" ")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub("", ODD_BLANKS.sub(" ", text)).strip(" \u3000\n\t")


def written(raw: object) -> str:
    """A value that is no text as a spreadsheet would write it; several are written with “、” between them."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else f"{raw:.15g}"
    if isinstance(raw, datetime):
        return f"{raw:%Y-%m-%d}" if raw.time() == datetime.min.time() else f"{raw:%Y-%m-%d %H:%M}"
    if isinstance(raw, date):
        return f"{raw:%Y-%m-%d}"
    if isinstance(raw, list | tuple):
        return "、".join(map(plain, raw))
    if isinstance(raw, Mapping):
        raise Rejected("这里要写一个值，不能写一个对象")
    return str(raw)


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as their ordinary forms (NFKC)."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def empty(text: str) -> bool:
    """Whether the words say that there is nothing; refuses the error that a formula left behind."""
    if text in EMPTY_WORDS:
        return True
    if text[0] == "#" and text.upper() in ERROR_WORDS:
        raise Rejected(f"单元格里是公式错误 {text}，请在原表中改好")
    return False


def closed(text: str) -> str:
    """The text without the blanks that typists put between Chinese characters to make columns even (张　三)."""
    return BETWEEN_HAN.sub("", text) if len(text.split(None, 1)) > 1 else text


def lost_digits(raw: object, text: str) -> bool:
    """Whether a spreadsheet has turned a long number into one of 15 digits, so that the rest cannot be known."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return abs(raw) >= LOST_DIGITS
    return bool(EXPONENT.fullmatch(text))


def fitting(text: str, limit: int) -> str:
    """The text itself when it has at most `limit` characters."""
    if len(text) > limit:
        raise Rejected(f"最多 {limit} 个字，现在有 {len(text)} 个字")
    return text


def cited(text: str) -> str:
    """A cell's words short enough to be quoted in a sentence."""
    return text if len(text) <= 40 else f"{text[:39]}…"
