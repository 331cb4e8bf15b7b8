"""The letters of official papers, and what stands in for those that a machine does not have."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont

from daan_desk.ui.kit.paper import UNITS_PER_POINT

# what the standard asks for, then what may stand in, best first
WANTED: Final[Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]]] = {
    "title": ("小标宋", ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK"), ("STZhongsong", "SimSun", "宋体")),
    "body": ("仿宋", ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"), ("STFangsong", "SimSun", "宋体")),
    "hei": ("黑体", ("黑体", "SimHei"), ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")),
    "kai": ("楷体", ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi"), ("STKaiti", "SimSun", "宋体")),
    "song": ("宋体", ("宋体", "SimSun"), ("STSong", "Songti SC")),
}
LAST: Final = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei")


@dataclass(frozen=True, slots=True)
class Letters:
    """Which letters: role of the standard, size in points, weight, extra room between characters in units."""

    role: str
    points: float
    bold: bool = False
    spacing: float = 0.0


@dataclass(frozen=True)
class PaperFonts:
    """Family by role, and by role the usual name of every family that had to be replaced."""

    families: Mapping[str, str]
    replaced: Mapping[str, str]

    def remarks(self, roles: Collection[str]) -> tuple[str, ...]:
        """What to say about replaced letters to whoever sees a paper that uses these roles."""
        missing = [role for role in self.replaced if role in roles]
        stand_ins = dict.fromkeys(self.families[role] for role in missing)
        return tuple(
            f"本机没有{'、'.join(self.replaced[r] for r in missing if self.families[r] == one)}，"
            f"以“{one or '系统字体'}”代替"
            for one in stand_ins
        )

    def font(self, letters: Letters) -> QFont:
        """The font in units of the page."""
        made = QFont(self.families[letters.role])
        made.setPixelSize(round(letters.points * UNITS_PER_POINT))
        made.setBold(letters.bold)
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Noto CJK's locl swaps figures for glyphs that no character names: they would be lost from a PDF's text
        made.setFeature(QFont.Tag("locl"), 0)
        if letters.spacing:
            # in per cent, because Qt multiplies an absolute spacing by the resolution of a PDF
            share = 100 * letters.spacing / (letters.points * UNITS_PER_POINT)
            made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + share)
        return made


def choose(installed: Sequence[str]) -> PaperFonts:
    """The best family of this machine for every role of the standard."""
    families: dict[str, str] = {}
    replaced: dict[str, str] = {}
    for role, (name, proper, substitutes) in WANTED.items():
        found = next((one for one in (*proper, *substitutes, *LAST) if one in installed), "")
        families[role] = found
        if found not in proper:
            replaced[role] = name
    return PaperFonts(families, replaced)
