"""The names in an answer about a meeting."""

from __future__ import annotations

from types import MappingProxyType

OF_MEETINGS = MappingProxyType(
    {
        "theme": "主题",
        "day": "日期",
        "hours": "时段",
        "place": "地点",
        "host": "主持人",
        "agenda": "议程",
        "part": "身份",
        "bank": "银行",
        "person": "姓名",
        "post": "职务",
        "phone": "联系电话",
        "came": "到会",
        "raised": "收集的问题",
        "category": "类别",
        "amount": "需求金额（万元）",
        "notes": "备注",
        "left_from": "上一次活动",
        "left_issues": "上期未办结的问题",
        "left_financing": "上期未落实的融资需求",
        "found": "符合条件的企业",
        "name": "企业名称",
        "met": "上次见面",
        "open_issues": "未办结问题",
        "invited": "邀请",
        "meeting": "活动",
        "lines": "现场记录",
        "remark": "备注",
        "attachments": "附件",
        "made": "已整理出的记录",
        "back": "撤销后回到现场的批次",
    }
)
