"""Units that rosters use for money, areas, energy, people, months and shares, and the factor from one to another."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

MAGNITUDES = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
BASES: dict[str, dict[str, Fraction]] = {
    "money": {"元": Fraction(1)},
    "area": {
        **dict.fromkeys(("㎡", "m2", "m²", "平方米", "平米", "平方", "平"), Fraction(1)),
        "亩": Fraction(2000, 3),
        "公顷": Fraction(10**4),
        "平方公里": Fraction(10**6),
        "km2": Fraction(10**6),
    },
    "energy": dict.fromkeys(("千瓦时", "度", "kwh", "kw.h", "kw·h", "千瓦小时"), Fraction(1)) | {"mwh": Fraction(1000)},
    "power": dict.fromkeys(("千瓦", "kw", "千伏安", "kva"), Fraction(1)) | {"兆瓦": Fraction(1000)},
    "people": dict.fromkeys(("人", "名", "位"), Fraction(1)),
    "months": dict.fromkeys(("月", "个月"), Fraction(1)) | {"年": Fraction(12), "季度": Fraction(3)},
    "share": {"%": Fraction(1), "‰": Fraction(1, 10), "个百分点": Fraction(1), "百分点": Fraction(1)},
    "weight": {"吨": Fraction(1), "公斤": Fraction(1, 1000), "千克": Fraction(1, 1000), "kg": Fraction(1, 1000)},
    "length": dict.fromkeys(("米", "m"), Fraction(1)),
    "volume": dict.fromkeys(("立方米", "m3", "立方", "方"), Fraction(1)),
    "count": dict.fromkeys(
        ("个", "家", "次", "件", "户", "台", "套", "项", "条", "批", "期", "届", "笔", "天", "日"), Fraction(1)
    ),
}
FOREIGN = re.compile(r"美元|港元|港币|欧元|日元|英镑|USD|HKD|EUR|JPY|\$|€|£", re.IGNORECASE)
SPOKEN = re.compile(r"人民币|rmb|cny|整$|正$")
BETWEEN_UNITS = re.compile(r"[、，,；;/\s]+")


@lru_cache(maxsize=2048)
def known(word: str) -> tuple[str, Fraction] | None:
    """The family of a unit and its size in the family's base: 万元 → (money, 10000); None for what is no unit."""
    unit = SPOKEN.sub("", word.strip().lower().replace("㎡", "m2"))
    for family, bases in BASES.items():
        for magnitude in ("", *MAGNITUDES):
            if unit.startswith(magnitude) and unit[len(magnitude) :] in bases:
                return family, bases[unit[len(magnitude) :]] * MAGNITUDES.get(magnitude, 1)
    return None


@lru_cache(maxsize=2048)
def factor(unit: str, kept: str) -> Fraction | None:
    """What a number in `unit` is multiplied with to be in `kept`; None where one is not of the other's family.

    A bare magnitude (万, 亿) counts 元 for money and the kept unit itself for everything else.
    """
    if unit == kept:
        return Fraction(1)
    home = known(kept)
    if unit in MAGNITUDES:
        return Fraction(MAGNITUDES[unit]) / (home[1] if home and home[0] == "money" else 1)
    found = known(unit)
    if found is None or home is None or found[0] != home[0]:
        return None
    return found[1] / home[1]


@lru_cache(maxsize=2048)
def of_family(words: str, kept: str) -> str | None:
    """The unit among several (“单位：万元、人”) that is of the kept unit's family, None where there is none."""
    for word in BETWEEN_UNITS.split(re.sub(r"^(?:计量)?单位[:：]?", "", words.strip())):
        if word and factor(word, kept) is not None:
            return word
    return None
