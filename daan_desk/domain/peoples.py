"""Lists of people: rows about a person, however many of their columns name a firm."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daan_desk.domain.headings import bare
from daan_desk.domain.vocabulary import Column

PERSON = re.compile(
    r"^(?:人员|员工|职工|学生|学员|户主|申请人|本人|求职者|劳动者|参保人|专家|党员|干部|从业人员|持证人|被保险人)?姓名$|^户主$"
)
NUMBER = re.compile(r"身份证|公民身份号码|证件号")
PERSONAL = re.compile(
    r"^性别$|^民族$|^年龄$|学历|学位|出生|政治面貌|籍贯|婚姻|与户主关系|^工号$|^学号$|职称|毕业院校|毕业时间|^专业$|参加工作"
    r"|入职|户籍|身份证|公民身份号码|健康状况|家庭住址|文化程度|就业状态|研究方向|参保状态|基本工资|实发"
)
MOST = 0.3


def about_people(columns: Sequence[Column]) -> bool:
    """Whether every row is a person: there is a column of mere names, and one of citizens' numbers or two of traits."""
    words = [bare(column.text.rpartition("/")[2]) for column in columns]
    if not any(PERSON.search(word) for word in words):
        return False
    numbered = any(NUMBER.search(word) for word in words) or any(column.looks.citizens > MOST for column in columns)
    return numbered or sum(bool(PERSONAL.search(word)) for word in words) >= 2


def holds_citizens(columns: Sequence[Column]) -> bool:
    """Whether the sheet holds citizens' numbers at all."""
    return any(NUMBER.search(column.text) for column in columns) or any(
        column.looks.citizens > MOST for column in columns
    )
