"""Kinds of words about people: several names in one field, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import NOWHERE, Context, Kind, Read
from daan_desk.domain.people_words import HAN_BLANK, pieces, with_posts
from daan_desk.domain.words import EMPTY_WORDS, empty, fitting, half_width, lost_digits, plain

DASHES = re.compile(r"[‐‑‒–—―]")
BETWEEN_PHONES = re.compile(r"[、，,；;/|\n\t]+|\s{2,}|(?<=\d{7})\s+(?=[\d(+])")
COUNTRY = re.compile(r"^(?:\+|00)86[- ]?")
MOBILE = re.compile(r"1[3-9]\d{9}")
LANDLINE = re.compile(r"(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:(?:-|转|转分机|ext\.?)\d{1,5})?")
SERVICE = re.compile(r"[48]00-?\d{3,4}-?\d{3,4}|1\d{4}|123\d{2}|9\d{4,7}")
AREA_CODE = re.compile(r"^\((0\d{2,3})\)-?")
ANY_PHONE = re.compile(
    r"(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|\(?0\d{2,3}\)?[- ]?\d{7,8}|(?<!\d)[2-9]\d{6,7}(?!\d)"
    r"|\d{2,4}[- ]?[*＊]{3,}[- ]?\d{2,4}"
)


def people(text: str) -> tuple[str, ...]:
    """The names in a text, each once, without the blanks inside a name: “张　三、李四 王 五” → 张三, 李四, 王五."""
    found = (name for piece in pieces(text) for name in joined_names(HAN_BLANK.split(piece)))
    return tuple(dict.fromkeys(with_posts(name for name in found if name not in EMPTY_WORDS)))


def joined_names(parts: list[str]) -> Iterator[str]:
    """Names out of the pieces between blanks: one character alone is half a name, three of them are one name."""
    if len(parts) == 3 and all(len(part) == 1 for part in parts):
        yield "".join(parts)
        return
    waiting = ""
    for at, part in enumerate(parts):
        if not waiting and half_name(parts, at):
            waiting = part
        else:
            yield waiting + part
            waiting = ""


def half_name(parts: list[str], at: int) -> bool:
    """Whether the piece is only the beginning of a name that the next piece ends (王 小明, 欧阳 锋)."""
    if at >= len(parts) - 1:
        return False
    return len(parts[at]) == 1 or (at == len(parts) - 2 and len(parts[at]) == 2 and len(parts[-1]) == 1)


@dataclass(frozen=True)
class People(Kind):
    """Several names in one field, kept and shown with “、” between them; blanks inside one name are closed."""

    limit: int = 400
    editor: ClassVar[str] = "people"
    ledger: ClassVar[str] = "officers"  # whose names are offered while one is typed

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        text = plain(raw)
        if empty(text):
            return Read(None)
        return Read(fitting("、".join(people(text)), self.limit) or None)


HIDDEN = "****"  # stands in an export for digits that its reader need not know; nothing is known of them
HIDDEN_DIGITS = re.compile(r"(?<=\d)[- ]?[*xX×●•]{3,}")


class HiddenNumber(Rejected):
    """A number whose middle is hidden: it never takes the place of a whole one; `shown` is what stood there."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        super().__init__("号码中间几位被隐去，没有采用，请录入完整号码")


@dataclass(frozen=True)
class Phone(Kind):
    """Telephone numbers as text, “、” between them; a number that Excel made a float gets its digits back.

    public: the number of an office, meant to be called by anybody; every other one is hidden in exports.
    """

    limit: int = 80
    public: bool = False

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        text = DASHES.sub("-", half_width(plain(raw)))
        if MOBILE.fullmatch(text) or LANDLINE.fullmatch(text):
            return Read(text)
        if HIDDEN_DIGITS.search(text):
            raise HiddenNumber(text)
        if empty(text):
            return Read(None)
        if lost_digits(raw, text):
            raise Rejected(f"号码已变成科学计数法 {text}，原来的数字找不回来了，请重新录入")
        numbers = [number for part in BETWEEN_PHONES.split(text) for number in apart(tidy(part)) if number]
        odd = next((number for number in numbers if not proper(number)), "")
        return Read(fitting("、".join(dict.fromkeys(numbers)), self.limit) or None, oddity(odd))


def tidy(part: str) -> str:
    """One number without country code, blanks and a float's “.0”; hyphens stay only in numbers of a fixed line."""
    part = re.sub(r"(?<=\d)\.0$", "", COUNTRY.sub("", part.strip()))
    part = AREA_CODE.sub(r"\1-", part)
    digits = re.sub(r"[\s-]", "", part)
    return digits if MOBILE.fullmatch(digits) else re.sub(r"(?<=\d) +(?=\d)", "-" if part.startswith("0") else "", part)


def apart(number: str) -> tuple[str, ...]:
    """Two mobile numbers that were typed without anything between them."""
    pair = (number[:11], number[11:])
    return pair if all(MOBILE.fullmatch(half) for half in pair) else (number,)


def proper(number: str) -> bool:
    """Whether it looks like a complete number of a mobile, a fixed or a service line."""
    return any(shape.fullmatch(number) for shape in (MOBILE, LANDLINE, SERVICE))


def oddity(number: str) -> str:
    """What to say about a number that is kept although it looks wrong."""
    if not number:
        return ""
    if re.fullmatch(r"[1-9]\d{9}", number) and not number.startswith("1"):
        return f"“{number}”像是丢了区号开头的 0，已照原样保留"
    return f"“{number}”不像一个完整的电话号码，已照原样保留"
