"""The summary's sentences: each is written only where there is data for it, and every number opens its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from daan_desk.domain.breakdowns import Breakdown
from daan_desk.domain.briefs import Figure as Shown
from daan_desk.domain.briefs import Paragraph, Part, paragraph
from daan_desk.domain.periods import Period
from daan_desk.domain.rates import Rate
from daan_desk.domain.tallies import Figure

MOST_NAMED = 3


class Compared(Protocol):
    """A figure with those that it is compared with."""

    @property
    def key(self) -> str: ...
    @property
    def month(self) -> Figure: ...
    @property
    def to_date(self) -> Figure: ...
    @property
    def on_previous(self) -> str: ...
    @property
    def on_year_before(self) -> str: ...


Lines = Mapping[str, Compared]


def sentences(month: Period, lines: Sequence[Compared], tables: Sequence[Breakdown]) -> tuple[Paragraph, ...]:
    """What the month's figures say: visits, issues, what they are about, the year to date."""
    known = {line.key: line for line in lines}
    by_key = {table.key: table for table in tables}
    found = (
        _visits(month, known),
        _issues(month, known),
        _categories(by_key.get("category")),
        _scales(by_key.get("scale")),
        _year(known),
    )
    return tuple(paragraph(*parts) for parts in found if parts)


def _visits(month: Period, lines: Lines) -> list[Part]:
    """走访企业 45 家次（38 家），电话联系 6 家次，走访覆盖率 …; nothing where nobody went."""
    if not lines["visits"].month.value:
        return []
    parts: list[Part] = [f"{month.words}，走访企业 ", _shown(lines, "visits"), " 家次（"]
    parts += [_shown(lines, "visited"), " 家）"]
    if lines["calls"].month.value:
        parts += ["，电话联系企业 ", _shown(lines, "calls"), " 家次"]
    parts += _rate(lines, "coverage", "，走访覆盖率 ")
    return [*parts, _changes(lines["visits"]), "。"]


def _issues(month: Period, lines: Lines) -> list[Part]:
    """收集问题 12 个，已办结 9 个，办结率 75.0%（9/12）；期末正在推进 15 个，其中超期 2 个."""
    if not (lines["raised"].month.value or lines["in_progress"].month.value or lines["finished"].month.value):
        return []
    parts: list[Part] = [f"{month.words}，收集问题 ", _shown(lines, "raised"), " 个"]
    if lines["raised"].month.value:
        parts += [_changes(lines["raised"]), "，其中已办结 ", _shown(lines, "answered"), " 个"]
        parts += _rate(lines, "answer_rate", "，办结率 ")
    parts += ["；正在推进 ", _shown(lines, "in_progress"), " 个，其中超期 ", _shown(lines, "overdue"), " 个。"]
    if lines["finished"].month.value:
        parts += ["本月共办结问题 ", _shown(lines, "finished"), " 个"]
        parts += [*_rate(lines, "in_time_rate", "，按期办结率 "), "。"]
    satisfied = _rate(lines, "satisfaction_rate", "回访企业满意率 ")
    return [*parts, *satisfied, "。"] if satisfied else parts


def _categories(table: Breakdown | None) -> list[Part]:
    """收集的问题主要是融资（4 个）、用工人才（3 个）; 未填 and 其他 say nothing about what it is about."""
    cuts = [cut for cut in (table.cuts if table else ()) if cut.figures[0].value and cut.id not in ("", "其他")]
    if not cuts:
        return []
    parts: list[Part] = ["收集的问题主要是"]
    for cut in cuts[:MOST_NAMED]:
        parts += [f"{cut.label}（", Shown(cut.figures[0].text, f"month.category.{cut.id}.raised"), " 个）", "、"]
    return [*parts[:-1], "。"]


def _scales(table: Breakdown | None) -> list[Part]:
    """规上企业走访 20 家次、收集问题 8 个；规下企业…; only where both are known."""
    cuts = {cut.id: {f.key: f for f in cut.figures} for cut in (table.cuts if table else ())}
    if not {"规上", "规下"} <= set(cuts):
        return []
    parts: list[Part] = []
    for word in ("规上", "规下"):
        visits, raised = cuts[word]["visits"].text, cuts[word]["raised"].text
        parts += [f"{word}企业走访 ", Shown(visits, f"month.scale.{word}.visits"), " 家次、收集问题 "]
        parts += [Shown(raised, f"month.scale.{word}.raised"), " 个", "；"]
    return [*parts[:-1], "。"]


def _year(lines: Lines) -> list[Part]:
    """今年以来，累计走访企业 … 家次（… 家），收集问题 … 个，已办结 … 个，办结率 …."""
    if not (lines["visits"].to_date.value or lines["raised"].to_date.value):
        return []
    parts: list[Part] = ["今年以来，累计走访企业 ", _shown(lines, "visits", "to_date"), " 家次（"]
    parts += [_shown(lines, "visited", "to_date"), " 家），收集问题 ", _shown(lines, "raised", "to_date"), " 个"]
    if lines["raised"].to_date.value:
        parts += ["，已办结 ", _shown(lines, "answered", "to_date"), " 个"]
        parts += _rate(lines, "answer_rate", "，办结率 ", "to_date")
    return [*parts, "。"]


def _shown(lines: Lines, key: str, when: str = "month") -> Shown:
    figure = lines[key].month if when == "month" else lines[key].to_date
    return Shown(figure.text, f"{when}.{key}")


def _rate(lines: Lines, key: str, words: str, when: str = "month") -> list[Part]:
    """The words and the rate, nothing where there is nothing to divide by."""
    value = (lines[key].month if when == "month" else lines[key].to_date).value
    return [words, _shown(lines, key, when)] if isinstance(value, Rate) and value.denominator else []


def _changes(line: Compared) -> str:
    """，比上月增加 …，比上年同月…; what is not known is not spoken of."""
    said = (("，比上月", line.on_previous), ("，比上年同月", line.on_year_before))
    return "".join(words + change for words, change in said if change)
