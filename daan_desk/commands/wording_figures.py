"""The names in the answers about sheets, monthly figures and shares."""

from __future__ import annotations

from types import MappingProxyType

OF_FIGURES = MappingProxyType(
    {
        "reported": "已填报企业",
        "locked": "已锁定",
        "name": "名称",
        "indicator": "指标",
        "closed": "为什么不能填",
        "line": "名称",
        "beside": "对照",
        "rows.group": "分组",
        "rows.sum": "合计",
        "rows.percent": "占比（%）",
        "rows.ago": "上年同期",
        "rows.growth": "同比（%）",
        "doubts.words": "为什么",
    }
)
