"""Industry codes of GB/T 4754-2017, resolved by looking them up and never by stripping zeros."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from daan_desk.domain.failures import Rejected
from daan_desk.domain.words import half_width, plain

LEVELS = {1: "门类", 2: "大类", 3: "中类", 4: "小类"}
WRITTEN = re.compile(r"([A-T])?(\d{2,4})?(?!\d)[\s\-—.:、]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Industry:
    """An entry of the classification: its code without the section's letter (a section: the letter), and its name."""

    code: str
    section: str
    name: str

    @property
    def level(self) -> str:
        """门类, 大类, 中类 or 小类."""
        return LEVELS[len(self.code)]

    @property
    def full_code(self) -> str:
        """The code with the section's letter before it: C3443."""
        return self.code if self.code == self.section else self.section + self.code


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a roster's code means; an unknown one is kept as written, and `remark` says so."""

    written: str
    industry: Industry | None = None
    remark: str = ""


@dataclass(frozen=True)
class Industries:
    """The classification, by code and by name."""

    by_code: Mapping[str, Industry]
    by_name: Mapping[str, Industry] = field(repr=False)

    def resolve(self, text: str) -> Resolved:
        """The entry that 3443, C3443, 344, C344, C3440, “3443 阀门和旋塞制造” or a bare name means."""
        written = plain(text)
        named = self.by_name.get(_same(written))
        if named is not None or not written:
            return Resolved(written, named)
        found = WRITTEN.fullmatch(half_width(written).upper())
        if found is None or not (found[1] or found[2]) or (found[3] and not found[2]):
            return Resolved(written, None, f"“{written}”不是国民经济行业代码，已照原样保留")
        return self._by_code(written, found[1] or "", found[2] or "")

    def division(self, industry: Industry) -> Industry:
        """The 大类 that an entry belongs to; of a section the section itself."""
        return self.by_code.get(industry.code[:2], industry)

    def _by_code(self, written: str, letter: str, digits: str) -> Resolved:
        industry = self._looked_up(letter, digits)
        if industry is None:
            division = self.by_code.get(digits[:2])
            known = f"，只能看出属于{division.code} {division.name}" if division else ""
            return Resolved(written, None, f"行业代码“{written}”不在 GB/T 4754-2017 的表中{known}，已照原样保留")
        if letter and letter != industry.section:
            remark = f"“{written}”的门类字母应为 {industry.section}（{industry.full_code} {industry.name}）"
            return Resolved(written, industry, remark)
        return Resolved(written, industry)

    def _looked_up(self, letter: str, digits: str) -> Industry | None:
        """As it stands; where that is no entry, without the zeros that pad a higher level to four places."""
        exact = self.by_code.get(digits or letter)
        if exact is not None or len(digits) != 4:
            return exact
        for length in (3, 2):
            if set(digits[length:]) == {"0"} and digits[:length] in self.by_code:
                return self.by_code[digits[:length]]
        return self.by_code.get(letter) if digits == "0000" else None


def industries_from(lines: Iterable[str]) -> Industries:
    """The classification of lines `code,section,name`; of several levels with one name the lowest is meant by it."""
    by_code: dict[str, Industry] = {}
    for number, line in enumerate(lines, 1):
        text = line.strip().lstrip("\ufeff")
        if not text or text.startswith(("#", "code,")):
            continue
        parts = text.split(",")
        if len(parts) != 3 or len(parts[0]) not in LEVELS:
            raise Rejected(f"第 {number} 行：应当是“代码,门类,名称”")
        by_code[parts[0]] = Industry(*parts)
    by_name = {_same(industry.name): industry for industry in sorted(by_code.values(), key=lambda one: len(one.code))}
    return Industries(by_code, by_name)


def _same(name: str) -> str:
    return half_width(name).replace(" ", "")
