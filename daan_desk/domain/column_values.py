"""What the values of a column say about its field: they can contradict the words, and stand in where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from daan_desk.domain.contacts import Phone
from daan_desk.domain.credit_code import CreditCode
from daan_desk.domain.days import Day
from daan_desk.domain.fields import Context, Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf, Text, YesNo
from daan_desk.domain.looks import Looks
from daan_desk.domain.units import of_family
from daan_desk.domain.vocabulary import ALIAS, LABEL, Candidate, Column

MOST, SOME = 0.6, 0.3
DATED = re.compile(r"(?:19|20)\d{2}")
ANY_YEAR = 2000
NAMING = re.compile(r"名称|企业|公司|单位|商户|店")
CALLING = re.compile(r"电话|手机|联系|号码")
WITHOUT_CORE = re.compile(r"^(?:是否|企业|问题|办理|当前|目前|项目|回访|情况|资产|资源|融资|需求)+|情况$")
HOW_IT_WENT = frozenset({"办理", "结果", "进展", "完成", "落实", "解决"})
COUNTED = re.compile(r"[1-9]\d{0,3}(?:\.0)?[.、]?")
SECTORS = re.compile(r"第?[一二三]产(?:业)?")
PLACING = re.compile(r"镇|街|属地|区域|乡|辖区|所在|片区|地区|^工作表$|^分节$")


def names_enterprise(field: Field, ledger: Ledger) -> bool:
    """Whether the field holds the enterprise: its own name, or a link to it."""
    if isinstance(field.kind, LinkTo):
        return field.kind.ledger == "enterprises"
    return ledger.name == "enterprises" and field.name == ledger.title


def contradicted(candidate: Candidate, column: Column, ledger: Ledger) -> str:
    """Why the values cannot be what the words say, "" where they can."""
    field = ledger.by_name.get(candidate.field)
    if field is None or not column.looks.texts:
        vain = field is not None and column.blank and candidate.generic and names_enterprise(field, ledger)
        return "这一列是空的" if vain else ""
    label, looks = field.label, column.looks
    if isinstance(field.kind, CreditCode):
        return code_contradicted(candidate, column)
    if names_enterprise(field, ledger) or (field.name == ledger.title and isinstance(field.kind, Text)):
        return "这一列是计量单位" if looks.units > MOST else "这一列是数字，不是名称" if looks.numbers > MOST else ""
    told = of_another_sort(field, looks)
    if told:
        return told
    unit = getattr(field.kind, "unit", None)
    if unit and column.heading.unit and of_family(column.heading.unit, unit) is None:
        return f"单位是“{column.heading.unit}”，不是“{label}”"
    if isinstance(field.kind, Text | LinkTo) and looks.units > MOST:
        return "这一列是计量单位"
    state = next((one for one in ledger.fields if state_told(one, column)), None)
    if state and isinstance(field.kind, LongText):
        return f"这一列的值是“{state.label}”"
    return unreadable(candidate, column, field)


def of_another_sort(field: Field, looks: Looks) -> str:
    """What values of a well-known other sort are, "" where they are none: mere ordinals, the three sectors."""
    if field.name == "number" and isinstance(field.kind, Text) and looks.share(COUNTED.fullmatch) > MOST:
        return "这一列是序号"
    sectors = isinstance(field.kind, OneOf) and looks.share(SECTORS.fullmatch) > SOME
    return "这一列是三次产业的划分" if sectors else ""


def code_contradicted(candidate: Candidate, column: Column) -> str:
    """A column of mere “代码” must look like credit codes; a column called so may hold damaged ones."""
    if column.looks.citizens > MOST:
        return "这一列是身份证号，不是信用代码"
    likely = column.looks.codes + column.looks.share(lambda text: re.fullmatch(r"\d{15}|\d\.\d+E\+17|\d{17,18}", text))
    strict = candidate.generic or candidate.level < ALIAS
    return "值不像统一社会信用代码" if strict and likely < SOME else ""


def unreadable(candidate: Candidate, column: Column, field: Field) -> str:
    """Columns most of whose values the kind cannot read; exact words for dates and sums are believed all the same."""
    choice = isinstance(field.kind, OneOf | YesNo)
    believed = LABEL if choice else ALIAS
    if candidate.level >= believed and not candidate.generic:
        return ""
    if isinstance(field.kind, Phone):
        return "" if column.looks.phones >= SOME else f"值不像“{field.label}”"
    readable = column.looks.readable(field.kind, Context(year=ANY_YEAR))
    if isinstance(field.kind, Day):
        readable = max(readable, column.looks.share(DATED.search))  # a month or a year alone is said row by row
    return "" if readable >= 0.5 else f"值读不成“{field.label}”"


def by_looks(free: Sequence[Column], ledger: Ledger, taken: set[str]) -> Iterator[tuple[int, str, str, bool]]:
    """Columns whose values alone tell what they are: place, field, reason, and whether that is certain."""
    gone: set[int] = set()
    for field in ledger.fields:
        if field.name in taken or not field.kept:
            continue
        for column in free:
            told = told_by_values(field, column, ledger) if column.place not in gone and column.looks.texts else None
            if told:
                gone.add(column.place)
                yield column.place, field.name, *told
                break


def told_by_values(field: Field, column: Column, ledger: Ledger) -> tuple[str, bool] | None:
    """The reason to take a column for a field by its values, and whether it is certain; None for no reason."""
    looks, said = column.looks, column.text
    nameless = not column.heading.text
    if isinstance(field.kind, CreditCode) and looks.codes >= MOST and looks.right_codes >= SOME:
        return "这一列的值都是统一社会信用代码", True
    if names_enterprise(field, ledger) and looks.firms >= MOST and looks.numbers == 0:
        return "这一列的值像企业名称", nameless or bool(NAMING.search(said))
    if isinstance(field.kind, Phone) and looks.mobiles >= MOST and (nameless or CALLING.search(said)):
        return "这一列的值是手机号码", nameless
    if isinstance(field.kind, LinkTo) and field.kind.ledger == "towns" and looks.towns >= MOST:
        return "这一列的值是镇街", nameless or bool(PLACING.search(said))
    return state_told(field, column)


def state_told(field: Field, column: Column) -> tuple[str, bool] | None:
    """A column of few words, all of them states, under a header that speaks of it (办理结果: √, 正在办理)."""
    if not isinstance(field.kind, OneOf) or field.kind.setting or not field.derived:
        return None
    few = len(set(column.looks.texts)) <= len(field.kind.words)
    if (
        few
        and any(word in column.text for word in spoken_of(field))
        and column.looks.readable(field.kind, Context()) > 0.9
    ):
        return f"这一列的值是“{field.label}”", True
    return None


@lru_cache(maxsize=64)
def spoken_of(field: Field) -> frozenset[str]:
    """The words by which a header speaks of a state (办结, 销号, 满意), without those that every header has."""
    words = (WITHOUT_CORE.sub("", word)[:2] for word in (field.label, *field.aliases))
    spoken = frozenset(word for word in words if len(word) == 2)
    return spoken | HOW_IT_WENT if field.label.endswith("状态") else spoken
