"""What a sheet is to an import: roster, ledger, statistical form, people, something else; and why."""

from __future__ import annotations

import re
from typing import NamedTuple

from daan_desk.domain.sheets import DataRow, Header, Role
from daan_desk.exchange.shapes.blocks import BETWEEN
from daan_desk.exchange.shapes.views import CREDIT_CODE, is_number
from daan_desk.exchange.shapes.words import ORGANISATION, bare

ENTERPRISE = re.compile(
    r"(?:企业|公司|单位|法人|客户|商户|店铺|门头|注册|项目|载体|资源|被走访|走访)(?:详细|法人|全)?(?:\(集团\))?(?:名称?|全称)|^(?:名称|企业|公司|企业名|单位名)$"
    r"|信用代码|(?:证券|股票|公司|规范)(?:代码|简称|名称)|^走访(?:企业|公司|单位)$|^(?:企业|公司)(?:\(|$)"
)
LEDGER = re.compile(r"走访|问题|诉求|办理|办结|进展|交办|回访|销号|整改|融资需求|授信|放款|贷款|会议|活动|签到")
PERSON = re.compile(r"^姓名$|姓名|身份证|工号|性别|职位|学历|政治面貌|出生")
STATISTIC = re.compile(r"^(?:指标名称|指标代码|指标|项目|社区名称|甲|栏次|行次|科目|分组)$")
FIGURE = re.compile(r"[-+]?\d[\d,]{0,9}(?:\.\d+)?%?")
PEOPLE_ENOUGH, FIGURES_ENOUGH, SOME_FIGURES = 2, 0.55, 0.2


class Verdict(NamedTuple):
    """A role and why."""

    role: Role
    why: str


def role(headers: tuple[Header, ...], rows: tuple[DataRow, ...], numbered_columns: bool) -> Verdict:
    """Decide by the header's words first, then by the values. numbered_columns: there was a row 甲 乙 1 2 3."""
    words = [bare(header.text.rpartition(BETWEEN)[2]) for header in headers]
    enterprise = next((header.text for header, word in zip(headers, words, strict=True) if ENTERPRISE.search(word)), "")
    statistic = next((word for word in words if STATISTIC.fullmatch(word)), "")
    figures = _share_of_figures(rows)
    if statistic and figures > 0.4 and not _has_organisations(rows):
        return Verdict(Role.FORM, f"第一栏是“{statistic}”，其余多为数字，是统计表")
    if enterprise:
        told = [word for word in words if LEDGER.search(word)]
        if told:
            return Verdict(Role.LEDGER, f"有“{enterprise}”和“{told[0]}”，是台账")
        return Verdict(Role.ROSTER, f"有“{enterprise}”一栏，是名册")
    return _by_values(words, rows, figures, numbered_columns)


def _by_values(words: list[str], rows: tuple[DataRow, ...], figures: float, numbered_columns: bool) -> Verdict:
    persons = [word for word in words if PERSON.search(word)]
    if len(persons) >= PEOPLE_ENOUGH or any(word == "姓名" for word in words):
        return Verdict(Role.PEOPLE, f"有“{'”“'.join(persons[:3])}”，没有企业名称，是人员名单")
    if _has_organisations(rows):
        return Verdict(Role.ROSTER, "有一栏的值像企业名称或信用代码")
    told = any(LEDGER.search(word) for word in words)
    if (numbered_columns and not told and figures > SOME_FIGURES) or figures > FIGURES_ENOUGH:
        return Verdict(Role.FORM, "多为数字，没有企业名称，是统计表")
    if told:
        return Verdict(Role.LEDGER, "表头是办理事项的用语，是台账")
    return Verdict(Role.OTHER, "没有企业名称，也不像人员名单或统计表")


def _share_of_figures(rows: tuple[DataRow, ...]) -> float:
    cells = [cell for row in rows[:200] for cell in row.cells if cell is not None]
    figures = sum(bool(FIGURE.fullmatch(cell)) if isinstance(cell, str) else is_number(cell) for cell in cells)
    return figures / len(cells) if cells else 0.0


def _has_organisations(rows: tuple[DataRow, ...]) -> bool:
    sample = rows[:200]
    for at in range(len(sample[0].cells) if sample else 0):
        texts = [bare(cell) for row in sample if isinstance(cell := row.cells[at], str)]
        like = sum(bool(CREDIT_CODE.fullmatch(t) or (len(t) > 4 and ORGANISATION.search(t))) for t in texts)
        if like >= 1 and like >= 0.5 * len(sample):
            return True
    return False
