"""The commands of meetings."""

from __future__ import annotations

from pathlib import Path

from daan_desk.commands.arguments import DRY, VALUES, WHERE, Command, one
from daan_desk.commands.usage import count

HELD = one("meeting", "哪次活动：标识、主题，或“日期 主题”", metavar="活动")
PAPER = ("通知", "签到表", "纪要", "notice", "sign-in", "minutes")
MEETING = (
    HELD,
    one("--paper", "要写出的材料：通知、签到表、纪要", choices=PAPER, metavar="材料"),
    one("--to", "写到哪里：Word、PDF 或网页", type=Path, metavar="文件"),
)
INVITE = (
    HELD,
    WHERE,
    one("--open-issues", "只要有未办结问题的企业", action="store_true"),
    one("--not-met", "只要这么多天没有见过的企业", type=count, metavar="天数"),
    one("--limit", "最多几家，最久没见的在前", type=count, metavar="N"),
    one("--officers", "干部姓名", nargs="+", default=[], metavar="姓名"),
    one("--departments", "部门名称", nargs="+", default=[], metavar="部门"),
    one("--banks", "银行名称", nargs="+", default=[], metavar="银行"),
    one("--enterprises", "企业名称", nargs="+", default=[], metavar="企业"),
    DRY,
)
ROOM = (
    HELD,
    one("--lines", "JSON 列表或文件，每行 enterprise title category amount department remark", metavar="JSON"),
    one("--keep", "只存成草稿，不整理", action="store_true"),
    one("--finish", "把已存的草稿整理成问题和融资需求", action="store_true"),
    DRY,
)

MEETINGS = (
    Command("meeting", "一次活动的全部内容；也写出通知、签到表、纪要", "meetings", "meeting", MEETING),
    Command("invite", "按条件邀请企业，也邀请干部、部门、银行参加活动", "meetings", "invite", INVITE),
    Command("attend", "登记谁到会", "meetings", "attend", (HELD, VALUES)),
    Command("room", "现场记录：看、存草稿，或整理成问题和融资需求", "meetings", "room", ROOM),
)
