"""Qualifications in columns of a roster (是否高新技术企业: √): which one a header names, and what a cell says of it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from daan_desk.domain.days import Day
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Context
from daan_desk.domain.kinds import OneOf, YesNo, bare, plain
from daan_desk.domain.qualifications import KINDS

AROUND = re.compile(r"^(?:是否|是不是|有无|是|为|属于|认定为?)+|(?:资质|称号|认定|情况|名称)$")
SHORT = {"高企": "高新技术企业", "国高": "高新技术企业", "科小": "科技型中小企业", "小巨人": "专精特新“小巨人”"}
LEVELS = OneOf(("国家", "省", "市", "区"))
NUMBER = re.compile(r"[A-Za-z]{2}\d{8,14}")
NAMED = re.compile(r"(?:(国家|省|市|区)级?)?(.+)")
ONLY_YEAR = re.compile(r"(?:19|20)\d{2}年?(?:度)?")


class Held(NamedTuple):
    """That an enterprise holds a qualification, and what a cell tells of it; remark: what cannot be kept.

    kind: where the cell names another one than the column does (专精特新: 国家级小巨人).
    """

    level: str | None = None
    awarded: date | None = None
    number: str | None = None
    remark: str = ""
    kind: str = ""


def kind_named(header: str) -> str:
    """The qualification that a header names, "" for none."""
    return _kinds().get(_short(AROUND.sub("", bare(header))), "")


def held(cell: object) -> Held | None:
    """What a cell says: √, 省级, a day, a certificate; None where it says that nothing is held; `Rejected` else."""
    text = plain(cell)
    try:
        return Held() if YesNo().read(cell).value else None
    except Rejected:
        pass
    if NUMBER.fullmatch(text):
        return Held(number=text)
    if ONLY_YEAR.fullmatch(text):
        return Held(remark=f"“{text}”只有年份，认定日期留空")
    for reading, name in ((LEVELS, "level"), (Day(), "awarded")):
        try:
            return Held(**{name: reading.read(cell, Context()).value})  # type: ignore[arg-type]
        except Rejected:
            continue
    named = NAMED.fullmatch(text)
    if named and (kind := kind_named(named[2])):
        return Held(level=named[1], kind=kind)
    raise Rejected(f"“{text}”看不出是否持有，没有登记")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    names = {_short(bare(kind.name)): kind.name for kind in KINDS}
    return {**names, **{_short(bare(short)): name for short, name in SHORT.items()}}


def _short(words: str) -> str:
    return (
        words.removesuffix("企业").removesuffix("中小") if words.startswith("专精特新") else words.removesuffix("企业")
    )
