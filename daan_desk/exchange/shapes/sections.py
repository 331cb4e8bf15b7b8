"""Sections that name a place (一、大安街道（12 户）): what stands once over many records belongs to each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from daan_desk.domain.sheets import Header
from daan_desk.exchange.shapes.views import View
from daan_desk.exchange.shapes.words import ORDINAL, SECTION, bare

NAME = "分节"
PLACED = re.compile(r"[\w（）()]{1,16}(?:镇|街道|乡|园区|开发区|社区|村)")
COUNTED = re.compile(r"(?:企业|名单|项目|单位)?(?:[（(]?共?\d+[家户件个条][)）]?)?[:：]?$")
PLACING = re.compile(r"镇|街道|乡|属地|辖区|园区")
MOST = 0.6


def place(section: str) -> str:
    """The place that a section names, "" for none."""
    words = COUNTED.sub("", ORDINAL.sub("", bare(section)))
    return words if PLACED.fullmatch(words) else ""


def places(view: View, numbers: Sequence[int], sections: Mapping[int, str], above: Sequence[int]) -> dict[int, str]:
    """For every record the place of its section, where most sections name one; above: the rows over the header."""
    first = _over_the_header(view, above)
    told = {row: sections.get(row, first) for row in numbers}
    names = {section: place(section) for section in {*told.values()} if section}
    if not names or sum(map(bool, names.values())) < MOST * len(names):
        return {}
    return {row: names[section] for row, section in told.items() if section and names[section]}


def header(heads: Sequence[Header]) -> Header | None:
    """The column that the places make, None where the table has such a column itself."""
    if any(PLACING.search(bare(head.text)) for head in heads) or not heads:
        return None
    return Header(max(head.column for head in heads) + 1, "", NAME, NAME)


def _over_the_header(view: View, above: Sequence[int]) -> str:
    """The section that begins before the first header, as it does where the header is printed again below each."""
    for row in reversed(above):
        filled = view.filled(row)
        if len(filled) == 1 and isinstance(filled[0][1], str) and SECTION.match(bare(filled[0][1])):
            return filled[0][1].strip()
    return ""
