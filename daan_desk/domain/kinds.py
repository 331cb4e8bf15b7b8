"""Kinds of words: text, choices, yes or no, links; people and phones stand beside them in `contacts`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from daan_desk.domain.contacts import People, Phone
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import NOWHERE, Align, Context, Kind, Read, Storage
from daan_desk.domain.words import EMPTY_WORDS, cited, closed, empty, fitting, half_width, lost_digits, plain

__all__ = [
    "EMPTY_WORDS",
    "LinkTo",
    "Linked",
    "LongText",
    "Name",
    "OneOf",
    "People",
    "Phone",
    "Text",
    "YesNo",
    "half_width",
    "plain",
]

YES_WORDS = frozenset({"是", "√", "✓", "✔", "☑", "■", "●", "有", "1", "1.0", "y", "yes", "true", "对", "已", "v"})
NO_WORDS = frozenset({"否", "×", "✗", "✘", "□", "无", "没有", "0", "0.0", "n", "no", "false", "错", "未", "不是", "非"})
TRIMMINGS = re.compile(r"[\s“”\"'‘’《》〈〉\u3000]")
MARKS = " ★☆※▲△▼▽●○◎◆◇■□√✓✔*＊"  # that lists put beside a name and explain at their foot


@dataclass(frozen=True, slots=True)
class Linked:
    """A link as rows carry it: the record's id and the words that name it."""

    id: str
    text: str


@dataclass(frozen=True)
class Text(Kind):
    """One line of words, at most `limit` characters."""

    limit: int = 200

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        text = plain(raw)
        if "\n" in text:
            text = " ".join(text.split())
        if empty(text):
            return Read(None)
        lost = "数字超过 15 位，末尾几位可能已失真" if lost_digits(raw, "") else ""
        return Read(fitting(text, self.limit), lost)


@dataclass(frozen=True)
class Name(Text):
    """A name: a line of words without blanks between Chinese characters (张　三, 华 夏 阀门) or marks around it (★)."""

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        value, remark = super().read(raw, context)
        if not isinstance(value, str):
            return Read(value, remark)
        name = value.strip(MARKS) if value[0] in MARKS or value[-1] in MARKS else value
        return Read(closed(name) or None, remark or ("" if name == value else f"“{cited(value)}”前后的标记没有读入"))


@dataclass(frozen=True)
class LongText(Kind):
    """Paragraphs; line breaks stay."""

    limit: int = 32767
    editor: ClassVar[str] = "paragraphs"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        text = plain(raw)
        if text != "无" and empty(text):
            return Read(None)
        return Read(fitting(text, self.limit))


@dataclass(frozen=True)
class OneOf(Kind):
    """One word of a list; with `setting` the office edits the list, and a word not on it is kept and remarked upon."""

    words: tuple[str, ...] = ()
    setting: str = ""
    aliases: tuple[tuple[str, str], ...] = ()
    editor: ClassVar[str] = "choice"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        text = plain(raw)
        meant = meanings(self.words, self.aliases).get(text) or meanings(self.words, self.aliases).get(bare(text))
        if meant:
            return Read(meant)
        if empty(text):
            return Read(None)
        if self.setting:
            return Read(text, f"“{text}”不在现有选项中，已照原样保留")
        raise Rejected(f"“{cited(text)}”不是可选的值，只能是：{'、'.join(self.words)}")


@lru_cache(maxsize=512)
def meanings(words: tuple[str, ...], aliases: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Every way to write a word of the list: itself, its aliases, and 省 as 省级, 大型 as 大型企业 or 大."""
    found: dict[str, str] = {}
    for word in words:
        for ending in ("级", "企业", "类", "型"):
            found.setdefault(bare(word) + ending, word)
        if len(word) == 2 and word.endswith("型"):
            found.setdefault(word[0], word)
    found.update((bare(alias), meant) for alias, meant in aliases)
    found.update((bare(word), word) for word in words)
    return found


def bare(text: str) -> str:
    """A choice for comparing: half-width, lower case, without blanks and quotation marks."""
    return TRIMMINGS.sub("", half_width(text)).lower()


@dataclass(frozen=True)
class YesNo(Kind):
    """Yes or no as rosters write it: 是/否, √, 有, 1."""

    storage: ClassVar[Storage] = "truth"
    align: ClassVar[Align] = "center"
    editor: ClassVar[str] = "tick"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        if isinstance(raw, bool):
            return Read(raw)
        text = plain(raw)
        key = text if text in YES_WORDS else half_width(text).lower()
        if key in NO_WORDS:
            return Read(False)
        if key in YES_WORDS:
            return Read(True)
        if empty(text):
            return Read(None)
        raise Rejected(f"“{cited(text)}”看不出是“是”还是“否”")

    def show(self, value: object) -> str:
        return "" if value is None else "是" if value else "否"

    def cell(self, value: object) -> object:
        return self.show(value) or None


@dataclass(frozen=True)
class LinkTo(Kind):
    """A record of another ledger, by its id; read as the name that people write (services find the record)."""

    ledger: str
    editor: ClassVar[str] = "link"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        if isinstance(raw, Linked):
            return Read(raw.id)
        text = plain(raw)
        return Read(None if empty(text) else text)

    def show(self, value: object) -> str:
        return value.text if isinstance(value, Linked) else super().show(value)

    def cell(self, value: object) -> object:
        return self.show(value) or None
