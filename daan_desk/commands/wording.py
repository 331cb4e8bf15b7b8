"""The names in an answer, as somebody who reads it calls them. Fields of a ledger have their own labels."""

from __future__ import annotations

from types import MappingProxyType

from daan_desk.commands.wording_figures import OF_FIGURES
from daan_desk.commands.wording_meetings import OF_MEETINGS
from daan_desk.commands.wording_services import OF_SERVICES

_OF_ACTS = {
    "workspace": "工作区",
    "counts": "各台账条数",
    "file": "文件",
    "files": "文件",
    "what": "内容",
    "folder": "文件夹",
    "act": "操作编号",
    "id": "记录编号",
    "ok": "完好",
    "before": "原来的内容",
    "problems": "发现的问题",
    "entries": "操作记录",
    "changed": "修改",
    "kept": "保留未撤销",
    "undone": "已撤销",
    "ledger": "台账",
    "total": "共",
    "rows": "行",
    "hits": "找到",
    "text": "内容",
    "detail": "说明",
    "why": "原因",
    "warnings": "提醒",
    "remarks": "说明",
    "number": "编号",
    "state": "状态",
    "due": "办理时限",
    "copies": "备份",
    "copies.made": "时间",
    "copies.file": "文件",
    "bytes": "字节",
    "place": "位置",
    "ours": "用现在的密码打开",
    "second": "第二处",
    "then": "备份里",
    "now": "现在",
    "steps": "备份以后的操作",
    "newest": "其中最近的",
    "gone": "现在已经没有这条记录",
    "fields": "不一样的栏目",
}

_OF_ROSTERS = {
    "sheet": "工作表",
    "header_rows": "表头所在行",
    "columns": "认出的栏目",
    "ignored": "没有采用的栏目",
    "unknown": "不认识的栏目",
    "unmatched": "表里有而我们没有的",
    "data_rows": "数据行数",
    "added": "新增",
    "same": "相同",
    "refused": "不能导入",
    "skipped": "跳过的行",
    "row": "行号",
    "errors": "不能导入的行写在",
}

_OF_HOME = {
    "visits_owed": "待走访",
    "issues": "临期和逾期的问题",
    "expiring": "即将到期的资质",
    "windows": "即将关闭的申报窗口",
    "enterprise": "企业",
    "officer": "干部",
    "role": "身份",
    "period": "周期",
    "times": "应访次数",
    "done": "已访",
    "missing": "还差",
    "last_visit": "上次走访",
    "next_day": "建议日期",
    "title": "标题",
    "light": "时限灯",
    "words": "时限",
    "department": "部门",
    "lead_department": "牵头部门",
    "kind": "类别",
    "expires": "有效期至",
    "policy": "政策",
    "last": "截止",
    "waiting": "符合但未申报",
}

_OF_PARCELS = {
    "changes": "改动",
    "bytes": "字节",
    "left_out": "没有带上",
    "applied": "已合并",
    "planned": "将合并",
    "already": "已有",
    "conflicts": "等您选择",
    "new": "新增",
    "newer": "更新",
    "removed": "删除",
    "twins": "可能是同一条",
    "renumbered": "改了编号",
    "label": "栏目",
    "field": "栏目",
    "mine": "本机",
    "theirs": "对方",
    "other": "另一条",
    "by": "作者",
    "old": "原编号",
}

_OF_SUMMARY = {
    "figures": "数字",
    "figures.visits": "走访企业（家次）",
    "figures.visited": "走访企业（家）",
    "figures.calls": "电话联系企业（家次）",
    "figures.coverage": "走访覆盖率",
    "figures.raised": "收集问题（个）",
    "figures.answered": "其中已办结（个）",
    "figures.answer_rate": "办结率",
    "figures.finished": "期内办结（个）",
    "figures.in_progress": "正在推进（个）",
    "figures.overdue": "超期（个）",
    "figures.in_time_rate": "按期办结率",
    "figures.satisfaction_rate": "满意率",
}

_OF_SETTINGS = {
    "settings": "设置",
    "key": "标识",
    "group": "分组",
    "value": "现在的值",
    "default": "是默认值",
    "office": "来自",
    "decided": "改动的设置",
    "parks": "新增园区",
    "unfamiliar": "不认识的设置",
}

WORDS = MappingProxyType(
    {
        **OF_MEETINGS,
        **OF_SERVICES,
        **OF_FIGURES,
        **_OF_SETTINGS,
        **_OF_ACTS,
        **_OF_ROSTERS,
        **_OF_HOME,
        **_OF_PARCELS,
        **_OF_SUMMARY,
    }
)
