"""Names of enterprises and people brought to one form, so that the same one is found however it was written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from daan_desk.domain.words import half_width, plain

NOISE = re.compile(r"[\s()（）\[\]【】{}〔〕<>《》·•・.,，。、;；:：'\"“”‘’`_~!?*#^/\\|+=—–★☆※▲△▼▽●○◎◆◇■□√✓✔-]")
LIMITED = re.compile(r"有限责任公司|有限公司|责任有限公司")
REGION = re.compile(r"^(?:四川省?)?(?:自贡市?)(?:大安区?)?|^四川省?|^大安区")
NOTE = re.compile(
    r"[（(](?:已?注销|已?吊销|已?停产|停业|已?搬迁|已?迁出|原[^（）()]*|曾用名[^（）()]*|规[上下]|筹建|拟?退库|新增)[）)]$"
)
KEEPER = re.compile(r"[（(][^（）()]*[）)]")
ENDINGS = re.compile(
    r"(?:股份|集团)*有限公司(?:[一-龥]{0,8}分公司)?$|(?:股份|集团)公司$|公司$|(?:总|分)?厂$|合作社$|工作室$|经营部$|门市部?$"
)
NUMBERS = re.compile(r"[0-9一二三四五六七八九十甲乙丙丁东南西北中上下新老ivx]")
LEAST = 5
SWAPPED_FROM = 7


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """An enterprise's name for comparing: half-width, no blanks, brackets and dots; 有限公司 for 有限责任公司; 自贡 for
    四川省自贡市 and 自贡市. Two rows with the same answer are the same enterprise."""
    text = NOTE.sub("", plain(name))
    text = LIMITED.sub("有限公司", NOISE.sub("", half_width(text)).lower())
    found = REGION.match(text)
    if not found or not found[0] or found.end() == len(text):
        return text
    return short_region(found[0]) + text[found.end() :]


def short_region(region: str) -> str:
    """四川省自贡市大安区 as 自贡大安, 自贡市 as 自贡: the smaller place names the larger one."""
    if "自贡" in region:
        return "自贡大安" if "大安" in region else "自贡"
    return "大安" if "大安" in region else "四川"


def core(name: str) -> str:
    """What is particular about a name: without the region before it and the legal form behind it."""
    text = normal(name)
    for region in ("自贡大安", "自贡", "四川", "大安"):
        if text.startswith(region) and len(text) > len(region) + 3:
            text = text[len(region) :]
            break
    return ENDINGS.sub("", text) or text


@lru_cache(maxsize=16384)
def person(name: str) -> str:
    """A person's name for comparing: without blanks, a title in brackets behind it (张某（区长）) and 同志."""
    text = KEEPER.sub("", plain(name))
    return NOISE.sub("", half_width(text)).removesuffix("同志").lower()


@lru_cache(maxsize=16384)
def place(name: str) -> str:
    """A town, park or department for comparing: without blanks and the district before it (大安区经信局, 区经信局)."""
    text = NOISE.sub("", half_width(plain(name))).lower()
    short = re.sub(r"^(?:四川省)?(?:自贡市)?(?:大安区|区)(?=.{2})", "", re.sub(r"^(?:四川省)?自贡市(?=大安)", "", text))
    return short or text


class Alike:
    """Names among which ones that look alike are found: the same core, or one sign more, less or exchanged.

    Numbers and directions (一分厂, 二分厂) count as different. A name costs its length, however many names there are.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.by_sign: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Let the name be found from now on."""
        for sign in signs(core(name)):
            self.by_sign[sign].append(name)

    def near(self, name: str) -> tuple[str, ...]:
        """Names that look alike but are not the same when normalised, at most five."""
        if not self.by_sign:
            return ()
        own, mine = normal(name), core(name)
        found: dict[str, None] = {}
        for sign in signs(mine):
            for other in self.by_sign.get(sign, ())[:20]:
                if other not in found and normal(other) != own and alike(mine, core(other)):
                    found[other] = None
        return tuple(found)[:5]


def signs(text: str) -> Iterator[str]:
    """The text and every text that it becomes without one of its signs: two texts one step apart share one."""
    yield text
    if len(text) >= LEAST:
        for at in range(len(text)):
            yield text[:at] + text[at + 1 :]


def alike(one: str, other: str) -> bool:
    """Whether two cores are the same or one step apart that a typing error may have made."""
    if one == other:
        return len(one) > 1
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < LEAST:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    end = next((at for at, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), 0)
    end = min(end, min(len(one), len(other)) - start)
    apart = one[start : len(one) - end], other[start : len(other) - end]
    if any(NUMBERS.search(part) for part in apart):
        return False
    if len(one) != len(other):
        return max(map(len, apart)) == 1
    exchanged = len(apart[0]) == 2 and apart[0] == apart[1][::-1]
    return exchanged or (len(apart[0]) == 1 and len(one) >= SWAPPED_FROM)
