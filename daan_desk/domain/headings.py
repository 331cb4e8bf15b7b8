"""What a header says: its words without decoration, its unit, its year, in one form for comparing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from daan_desk.domain.units import MAGNITUDES, known
from daan_desk.domain.words import half_width, plain

PATH = " / "
BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕|（([^（）]*)）")
DECORATION = re.compile(r"[\s*＊★☆:：“”\"'‘’。·_#]+")
ORDINAL = re.compile(r"^(?:\d{1,2}[.、](?=\D|(?:19|20)\d{2}(?!\d))|(?:[一二三四五六七八九十]{1,3}、|第?[①-⑳])(?=\D))")
YEAR = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?:年度|年末|年底|年)?(?!\d)")
PART_YEAR = re.compile(
    r"\d{1,2}\s*[-~至—到]\s*\d{1,2}\s*月|\d{1,2}月|[一二三四上下]+(?:季度|半年)|季度|半年|本月|当月|累计|本期|截至|截止"
)
COMPARED = re.compile(
    r"同比|环比|增速|增长|增幅|增减|涨跌|占比|比重|比例|排名|名次|位次|目标|预计|预期|预测|达标率|完成率"
)
QUALIFIER = re.compile(r"计划|预计|拟|实际|配合|协办|牵头|主办|上年|本年|今年|累计|当年|本月|当月")
DETAIL = re.compile(r"(?:具体|主要|详细)?(?:内容|描述|情况|说明|名称|明细)")
THIS_OR_THAT = re.compile(r"^(?:今年|本年|当年|去年|上年|前年|上期|同期|上年同期|本期|年初|年末)(?:数|值|度)?$")
TIME_ITSELF = frozenset({"月份", "年份", "年度", "年月"})  # under a group these are the column, not its period
LAST_YEAR = re.compile(r"上一?年度?|去年|上年度?")
CUMULATIVE = re.compile(r"累计|年初至今|止(?:累计)?$|1月?\s*[-~至—－]\s*(?:本月|\d{1,2}\s*月)")
OTHER_TIME = re.compile(r"同期|上年|去年|上月|上期")
ONE_MONTH = re.compile(r"本月|当月|单月|月度")
TYPED = (
    (
        re.compile(
            r"(?:公司|单位|市场主体|法人单位|商户|机构|经营主体|经营户|主体|店铺|厂家)(?=全?名|全称|简称|地址|规模|类型|状态|电话|负责人|联系|法人|法定)"
        ),
        "企业",
    ),
    (re.compile(r"(?:\(集团\)|集团)(?=名称)"), ""),
    (re.compile(r"规范(?=简称|名称)|^标准(?=简称|名称)|中文(?=简称|名称|全称)"), ""),
    (re.compile(r"全称$|名字$|详细名称$|注册名称$"), "名称"),
    (re.compile(r"^(?:公司|单位)(?:名|的名称)$"), "企业名称"),
    (re.compile(r"(?:时间|年月日|(?<=..)年月)$"), "日期"),
    (re.compile(r"(?:联系|联络|移动|手机)*(?:电话|手机)号?码?|(?:联系|联络)(?:方式|号码)"), "电话"),
    (re.compile(r"电话[/、及和]电话"), "电话"),
    (re.compile(r"(?<=存在|反映|提出|发现|收集)的(?=.)"), ""),
    (re.compile(r"(?<=..)[和与、](?=..)"), "及"),
    (re.compile(r"^(?:所属|所在|归属|属于)(?:地|的)?(?=..)"), ""),
    (re.compile(r"(?<=..)姓名$"), ""),
    (LAST_YEAR, "上年"),
    (
        re.compile(
            r"年?(?:主营业务收入|主营收入|营业总收入|营业额|营业收入|营收|销售收入|销售额|销售总额)(?:规模|总额|合计)?$"
        ),
        "营业收入",
    ),
    (
        re.compile(
            r"(?:平均|期末)?(?:从业人员|从业|员工|职工|用工|在职|在册|在岗员工|店员)(?:平均|年末|期末|总)*(?:人数|总数|数量|数|人员|规模)?$"
        ),
        "从业人数",
    ),
    (re.compile(r"注册资本金|注册资金"), "注册资本"),
    (
        re.compile(
            r"^(?:乡镇|镇乡|镇|乡)[/、(]*(?:街道办?|街办|街|乡)?[)]*(?:名称)?$|^街道办?事?处?(?:[/、(]*乡?镇[)]*)?(?:名称)?$"
        ),
        "镇街",
    ),
    (re.compile(r"^(?:园区|工业园|产业园)(?:区)?(?:名称)?$"), "园区"),
    (re.compile(r"^[^产]{1,6}行业(?:名称|分类|类别)?$"), "行业"),
    (re.compile(r"负责单位|责任(?:部门|科室)"), "责任单位"),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A header understood: spellings to compare (best first), unit, year, whether it is of a part of a year.

    compared: it holds a growth, a share, a rank, a target and not the figure itself. cumulative: a sum since January.
    elsewhen: the figure of another time, against which somebody compares.
    """

    text: str
    spellings: tuple[str, ...]
    unit: str | None = None
    year: int | None = None
    partial: bool = False
    compared: bool = False
    last: bool = False
    cumulative: bool = False
    elsewhen: bool = False


@lru_cache(maxsize=4096)
def heading(text: str) -> Heading:
    """Understand one header; the cells of several header rows stand in it with “ / ” between them."""
    parts = [half_width(part) for part in plain(text).split(PATH)]
    whole = "".join(parts)
    unit = next((found for part in reversed(parts) if (found := unit_of(part))), None)
    year = YEAR.search(whole)
    return Heading(
        text=plain(text),
        spellings=tuple(dict.fromkeys(spelling for spelling in spellings(parts) if spelling)),
        unit=unit,
        year=int(year[1]) if year else None,
        partial=bool(PART_YEAR.search(whole)),
        compared=bool(COMPARED.search(whole)),
        last=bool(LAST_YEAR.search(whole)),
        cumulative=bool(CUMULATIVE.search(whole)),
        elsewhen=bool(OTHER_TIME.search(whole)),
    )


def unit_of(part: str) -> str | None:
    """The unit that a header names in brackets or behind its words: 营业收入（万元）, 面积㎡, 利率%, 用电量:度."""
    for found in BRACKETS.finditer(part):
        inner = next(group for group in found.groups() if group is not None)
        named = re.sub(r"^单位[:：]?", "", inner.strip())
        if known(named) or named in MAGNITUDES:
            return named
    behind = re.search(r"(?:[,:：、/]|单位[:：]?)\s*([^\d\s,:：/()（）]{1,5})$|(%|‰|㎡|m2|±%)$", part.strip())
    named = (behind[1] or behind[2].lstrip("±")) if behind else ""
    return named if named and known(named) else None


def spellings(parts: list[str]) -> list[str]:
    """Ways to say the header: all its words, the last ones, without what stands in brackets, without the year."""
    last, joined = parts[-1], "".join(parts)
    said = [joined, last if speaks(last) else ""]
    said += [next(filter(speaks, reversed(parts)), parts[0])] if len(parts) > 1 and not speaks(last) else []
    said += [parts[-2]] if len(parts) > 1 and DETAIL.fullmatch(bare(last)) else []
    found: list[str] = []
    for one in said:
        outside = qualified(one)
        found += [bare(one), canonical(one), canonical(outside), canonical(re.split(r"[,，;；]", outside)[0])]
        found += [canonical(BRACKETS.sub("", YEAR.sub("", one)))] if YEAR.search(one) else []
        found += [canonical(PART_YEAR.sub("", YEAR.sub("", outside)))] if CUMULATIVE.search(outside) else []
    return found


def qualified(words: str) -> str:
    """The words outside of brackets; what in brackets says which of several is meant stands before them.

    开工时间（计划） is 计划开工时间, 责任单位（配合） is 配合责任单位.
    """
    inside = ["".join(filter(None, found)) for found in BRACKETS.findall(words)]
    return "".join(one for one in inside if QUALIFIER.fullmatch(one)) + BRACKETS.sub("", words)


def speaks(part: str) -> bool:
    """Whether a part of a header says more than a year, a period, a unit or a growth."""
    if bare(part) in TIME_ITSELF:
        return True
    rest = COMPARED.sub("", THIS_OR_THAT.sub("", PART_YEAR.sub("", YEAR.sub("", BRACKETS.sub("", part)))))
    rest = bare(rest)
    return bool(rest) and not known(rest) and bool(re.search(r"[^\d年月份%±率-]", rest))


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """The words without decoration, ordinals and required-marks."""
    words = ORDINAL.sub("", DECORATION.sub("", half_width(text)))
    words = re.sub(r"\((?:必填|选填|必须填写|非必填|必填项|可不填|可空|下拉选择|下拉)[^()]*\)|^必填", "", words)
    return words.lower().strip("/、,-")


@lru_cache(maxsize=8192)
def canonical(text: str) -> str:
    """The words in the form in which near words are equal: 公司全称 and 单位名称 as 企业名称, 成立时间 as 成立日期."""
    words = bare(text)
    for shape, meant in TYPED:
        words = shape.sub(meant, words)
    return words
