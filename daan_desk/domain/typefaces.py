"""The typefaces of official paper (GB/T 9704-2012), and what stands in for one that a machine does not have."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

STAND_INS: dict[str, tuple[str, ...]] = {
    "title": ("方正小标宋简体", "方正小标宋_GBK", "小标宋体", "华文中宋", "宋体", "SimSun", "Noto Serif CJK SC"),
    "body": ("仿宋_GB2312", "仿宋", "FangSong", "华文仿宋", "方正仿宋_GBK", "FandolFang R", "Noto Serif CJK SC"),
    "heading": ("黑体", "SimHei", "方正黑体_GBK", "华文黑体", "Noto Sans CJK SC"),
    "subheading": ("楷体_GB2312", "楷体", "KaiTi", "华文楷体", "方正楷体_GBK", "Noto Serif CJK SC"),
    "table": ("宋体", "SimSun", "华文宋体", "方正书宋_GBK", "Noto Serif CJK SC"),
}
WORDS = {"title": "标题", "body": "正文", "heading": "一级标题", "subheading": "二级标题", "table": "表格"}
EQUALS = ({"仿宋_GB2312", "仿宋", "FangSong"}, {"楷体_GB2312", "楷体", "KaiTi"}, {"黑体", "SimHei"}, {"宋体", "SimSun"})


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The family for every role; `remarks` say in words what stands in for what."""

    title: str = "方正小标宋简体"
    body: str = "仿宋_GB2312"
    heading: str = "黑体"
    subheading: str = "楷体_GB2312"
    table: str = "宋体"
    remarks: tuple[str, ...] = field(default=())


OFFICIAL = Typefaces()


def stand_ins(family: str) -> tuple[str, ...]:
    """What may stand in for a family, best first; nothing for a family that is not one of ours."""
    for families in STAND_INS.values():
        if family in families:
            return tuple(other for other in families if other != family)
    return ()


def chosen(installed: Collection[str]) -> Typefaces:
    """The best families that are installed; the official ones where nothing fits (paper travels)."""
    there = set(installed)
    found = {role: next((f for f in families if f in there), families[0]) for role, families in STAND_INS.items()}
    remarks = tuple(
        sentence for role, family in found.items() if (sentence := remark(role, family, missing=family not in there))
    )
    return Typefaces(**found, remarks=remarks)


def remark(role: str, family: str, missing: bool) -> str:
    """What a reader should know of one role, "" where it is as the standard wants it."""
    wanted = STAND_INS[role][0]
    if missing:
        return f"{WORDS[role]}应为“{wanted}”，本机没有安装，也没有可以代替的字体"
    same = family == wanted or any({family, wanted} <= equal for equal in EQUALS)
    return "" if same else f"{WORDS[role]}应为“{wanted}”，本机没有安装，以“{family}”代替"
