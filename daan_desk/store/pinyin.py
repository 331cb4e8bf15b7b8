"""Pinyin of names: whole syllables and initials, from pypinyin's table read once (100,000 names in about 0.3 s)."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

# Characters of several readings, as they are read in the names of places, people and companies.
WORDS = {
    "重庆": "chong qing",
    "重型": "zhong xing",
    "银行": "yin hang",
    "行业": "hang ye",
    "乐山": "le shan",
    "音乐": "yin yue",
    "长江": "chang jiang",
    "厂长": "chang zhang",
    "会计": "kuai ji",
    "单县": "shan xian",
    "六安": "lu an",
    "蚌埠": "beng bu",
    "厦门": "xia men",
    "大厦": "da sha",
    "朝阳": "chao yang",
    "调味": "tiao wei",
    "调度": "diao du",
    "参茸": "shen rong",
    "都江": "du jiang",
    "成都": "cheng du",
    "曾": "zeng",
    "单": "dan",
    "行": "xing",
    "长": "chang",
    "乐": "le",
    "盛": "sheng",
    "藏": "zang",
    "车": "che",
    "传": "chuan",
    "率": "lv",
    "地": "di",
    "的": "de",
    "石": "shi",
    "贾": "jia",
    "合": "he",
    "校": "xiao",
    "家": "jia",
    "度": "du",
}
HAN = (0x3400, 0x9FFF)
_TONES = re.compile("[\u0300\u0301\u0304\u030c]")
_OTHERS = re.compile("[^a-z0-9]")
_LONG = re.compile("|".join(sorted((w for w in WORDS if len(w) > 1), key=len, reverse=True)))


class _Spoken(dict[int, str]):
    """What `str.translate` makes of a character, worked out when it first turns up: its sound, itself, or a blank."""

    def __init__(self) -> None:
        super().__init__({ord(word): f" {said} " for word, said in WORDS.items() if len(word) == 1})
        self.readings = _readings()

    def __missing__(self, code: int) -> str:
        marked = self.readings.get(str(code)) if HAN[0] <= code <= HAN[1] else None
        self[code] = f" {_unmarked(marked.split(',', 1)[0])} " if marked else _OTHERS.sub(" ", chr(code).lower())
        return self[code]


@cache
def _table() -> dict[int, str]:
    return _Spoken()


def _readings() -> dict[str, str]:
    """Every character's readings by its number; the package is not imported, it would learn all its phrases first."""
    package = find_spec("pypinyin")
    assert package is not None
    assert package.submodule_search_locations
    table: dict[str, str] = json.loads(
        (Path(package.submodule_search_locations[0]) / "pinyin_dict.json").read_text("utf-8")
    )
    return table


@cache
def _unmarked(syllable: str) -> str:
    bare = _TONES.sub("", unicodedata.normalize("NFD", syllable))
    return bare.replace("u\u0308", "v")


def syllables(text: str) -> list[str]:
    """The syllables and words of a name, lower case: “华夏阀门A1” → hua, xia, fa, men, a1."""
    said = _LONG.sub(lambda found: f" {WORDS[found[0]]} ", text)
    return said.translate(_table()).split()


@lru_cache(maxsize=20_000)
def spoken(text: str) -> tuple[str, str]:
    """The whole pinyin and the initials of a name, without blanks."""
    parts = syllables(text)
    return "".join(parts), "".join([part if part.isdigit() else part[0] for part in parts])
