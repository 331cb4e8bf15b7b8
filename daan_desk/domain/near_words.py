"""The core of a header: its words without what only says whose they are or that they tell something.

企业联系人电话 is 联系人电话, 目前进展情况 is 进展: what is left must be a ledger's own word, else nothing was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

BEFORE = "目前|当前|现有|主要|具体|相关|有关|最新|详细|实际|本单位|我"
AFTER = re.compile(r"(?:及说明|情况|内容|说明|名称|姓名|明细|信息|详情|描述|概述|要求|合计|总计)$")
# The words that in a ledger only say what every row is about.
SUBJECTS: Mapping[str, str] = {
    "enterprises": "企业|公司|单位",
    "visits": "走访|调研|服务|入企|拜访|上门|企业|本次",
    "issues": "问题|诉求|事项|反映|企业|收集|提出",
    "financing": "融资|贷款|借款|资金|信贷|意向|希望|期望|拟|申请|需求",
    "bank_responses": "融资|贷款|银行|已|同意",
    "projects": "项目|工程|建设",
    "project_months": "项目|工程|建设",
    "tech_projects": "项目|课题|科技",
    "leads": "招商|项目|投资|意向|企业|线索",
    "assets": "资产|资源|载体|厂房|土地|地块|宗地|物业|房屋|闲置",
    "space_needs": "需求|用地|用房|意向|期望",
    "policies": "政策|惠企政策|事项",
    "entitlements": "政策|资金|奖补|补助|企业|拟|已",
    "qualifications": "资质|证书|荣誉|认定|企业",
    "cultivation": "培育|企业|拟|计划",
    "figures": "本月|当月|企业|工业",
    "meetings": "活动|会议",
    "participants": "参会|参加|与会",
    "officers": "干部|人员|领导",
    "assignments": "包联|挂联|联系|帮扶|服务",
    "departments": "部门|单位",
    "banks": "银行|机构",
    "parks": "园区",
    "weekly_notes": "驻企|本周",
}
# What only in one ledger says nothing more at a header's end: 贷款额度需求 is 贷款额度 where demands are listed.
ENDINGS: Mapping[str, re.Pattern[str]] = {"financing": re.compile(r"需求$"), "space_needs": re.compile(r"需求$")}
DEEPEST = 3


@lru_cache(maxsize=64)
def _before(ledger: str) -> re.Pattern[str]:
    own = SUBJECTS.get(ledger, "")
    return re.compile(f"^(?:{BEFORE}{'|' if own else ''}{own})的?(?=..)")


@lru_cache(maxsize=8192)
def cores(words: str, ledger: str) -> tuple[str, ...]:
    """What is left of header words, the least shortened first."""
    found = [words]
    for _ in range(DEEPEST):
        found += [one for word in found for one in _shorter(word, ledger)]
    return tuple(dict.fromkeys(found))[1:]


def _shorter(words: str, ledger: str) -> Iterator[str]:
    for shape in (_before(ledger), AFTER, ENDINGS.get(ledger, AFTER)):
        rest = shape.sub("", words)
        if rest != words and len(rest) >= 2:
            yield rest
