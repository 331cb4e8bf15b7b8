"""Every command as a row: its word, what it does, where it is carried out, its arguments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from daan_desk.commands.usage import count

Argument = tuple[tuple[str, ...], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Command:
    """One command; `module.function` below `daan_desk.commands` carries it out."""

    word: str
    does: str
    module: str
    function: str
    arguments: tuple[Argument, ...] = ()
    workspace: bool = True


def _one(name: str, words: str, **more: Any) -> Argument:
    return (name,), {"help": words, **more}


LEDGER = _one("ledger", "台账：标识或中文名，如 enterprises 或 企业名录", metavar="台账")
IN = _one("--ledger", "台账；不写时由程序判断", metavar="台账")
WHERE = _one("--where", "条件，可写多次：栏目=值", action="append", default=[], metavar="栏目=值")
PERIOD = _one(
    "--period", "只填这段时间：2026-10、2026年1-10月、2026年三季度；“按表”用表名里的，“全部”不限", metavar="时间"
)
VALUES = _one("--values", "JSON 对象：栏目到值", metavar="JSON")
TO = _one("--to", "写到哪里", type=Path, required=True, metavar="文件")
DRY = _one("--dry-run", "只算不做", action="store_true")
FILE = _one("file", "文件", type=Path, metavar="文件")
FILES = _one("files", "文件，可写多个，也可以是文件夹", type=Path, nargs="+", metavar="文件")
FOLDER = _one("--to", "放到哪个文件夹", type=Path, required=True, metavar="文件夹")
RECORD = _one("record", "哪一条：编号、名称或标识", metavar="记录")
HELD = _one("meeting", "哪次活动：标识、主题，或“日期 主题”", metavar="活动")
PAPER = ("通知", "签到表", "纪要", "notice", "sign-in", "minutes")
MEETING = (
    HELD,
    _one("--paper", "要写出的材料：通知、签到表、纪要", choices=PAPER, metavar="材料"),
    _one("--to", "写到哪里：Word、PDF 或网页", type=Path, metavar="文件"),
)
INVITE = (
    HELD,
    WHERE,
    _one("--open-issues", "只要有未办结问题的企业", action="store_true"),
    _one("--not-met", "只要这么多天没有见过的企业", type=int, metavar="天数"),
    _one("--limit", "最多几家，最久没见的在前", type=int, metavar="N"),
    _one("--officers", "干部姓名", nargs="+", default=[], metavar="姓名"),
    _one("--departments", "部门名称", nargs="+", default=[], metavar="部门"),
    _one("--banks", "银行名称", nargs="+", default=[], metavar="银行"),
    _one("--enterprises", "企业名称", nargs="+", default=[], metavar="企业"),
    DRY,
)
ROOM = (
    HELD,
    _one("--lines", "JSON 列表或文件，每行 enterprise title category amount department remark", metavar="JSON"),
    _one("--keep", "只存成草稿，不整理", action="store_true"),
    _one("--finish", "把已存的草稿整理成问题和融资需求", action="store_true"),
    DRY,
)
OFFICER = _one("--officer", "以哪位干部的身份（姓名）", metavar="姓名")

COMMANDS = (
    Command(
        "new",
        "建立工作区；--sample 放入示例区",
        "workspaces",
        "new",
        (
            _one("--sample", "放入虚构的示例区", action="store_true"),
            _one("--enterprises", "示例区的企业数", type=count, metavar="N"),
            _one("--officer", "您的姓名", default="企服办", metavar="姓名"),
            _one("--role", "您的身份", default="专班", metavar="身份"),
        ),
    ),
    Command(
        "tour",
        "在新的示例区里走完干部的一个月，并画出每一页",
        "tour",
        "tour",
        (_one("--to", "放结果的文件夹", type=Path, required=True, metavar="文件夹"),),
        workspace=False,
    ),
    Command(
        "import",
        "导入花名册或台账",
        "rosters",
        "bring_in",
        (
            FILE,
            IN,
            _one("--sheet", "工作表；不写时由程序判断", metavar="工作表"),
            DRY,
            _one("--errors", "把没有导入的行连同原因写成工作簿", type=Path, metavar="文件"),
        ),
    ),
    Command("undo", "撤销一步操作", "records", "undo", (_one("act", "操作编号", metavar="操作"),)),
    Command(
        "list",
        "列出台账的记录",
        "records",
        "rows",
        (
            LEDGER,
            WHERE,
            _one("--limit", "最多几条", type=count, metavar="N"),
            _one("--text", "搜索，也认拼音", default="", metavar="文字"),
        ),
    ),
    Command("add", "新增一条记录", "records", "add", (LEDGER, VALUES)),
    Command(
        "issue",
        "办理问题：交办、办结、回访……",
        "records",
        "issue",
        (_one("id", "问题编号", metavar="编号"), _one("move", "事项：dispatch 或 交办……", metavar="事项"), VALUES),
    ),
    Command(
        "export",
        "把台账写成格式齐全的工作簿",
        "papers",
        "export",
        (LEDGER, TO, WHERE, _one("--private", "连同不公开的栏目", action="store_true")),
    ),
    Command("fill", "填写上级发来的空表，保持它的格式", "filling", "fill", (FILE, TO, IN, WHERE, PERIOD)),
    Command("template", "写出一张空白的导入模板", "papers", "template", (LEDGER, TO)),
    Command("summary", "月报：Word、PDF、网页或工作簿", "papers", "summary", (_one("month", "月份，如 2026-11"), TO)),
    Command(
        "report",
        "自定义统计：按栏目分行分列，计数、合计或平均；不写台账和名字时列出已保存的",
        "reports",
        "report",
        (
            (("name",), {"help": "已保存的统计", "nargs": "?", "metavar": "名字"}),
            _one("--ledger", "台账", metavar="台账"),
            _one("--rows", "分行的栏目；日期可写 提出日期:按月；企业的栏目写 企业·镇街", metavar="栏目"),
            _one("--columns", "分列的栏目", metavar="栏目"),
            _one("--sum", "合计这个栏目；不写时数条数", metavar="栏目"),
            _one("--average", "平均这个栏目", metavar="栏目"),
            WHERE,
            _one("--day", "按哪个日期算时间", metavar="栏目"),
            _one("--period", "时间：month、quarter、year……或 2026-01-01/2026-03-31", metavar="时间"),
            _one("--save", "以这个名字保存", metavar="名字"),
            _one("--forget", "删除这个统计", action="store_true"),
            _one("--to", "另写成 .xlsx、.csv 或 .pdf", type=Path, metavar="文件"),
            _one("--today", "以这一天为今天（2026-11-23）", metavar="日期"),
        ),
    ),
    Command("slip", "问题销号单：Word 或网页", "papers", "slip", (_one("id", "问题编号", metavar="编号"), TO)),
    Command(
        "home",
        "工作首页上的内容",
        "records",
        "home",
        (OFFICER, _one("--today", "以这一天为今天（2026-11-23）", metavar="日期")),
    ),
    Command(
        "handover",
        "职务移交：包联、未办结问题、项目和线索一并移给接任人",
        "posts",
        "hand_over",
        (
            _one("--from", "移交人（姓名）", dest="leaver", required=True, metavar="姓名"),
            _one("--to", "接任人（姓名）", dest="successor", required=True, metavar="姓名"),
            _one("--day", "从哪天起，不写是今天", metavar="日期"),
            _one("--basis", "依据文件", default="", metavar="文号"),
            _one("--keep", "不移交的企业，可写多次", action="append", default=[], metavar="企业"),
            _one("--leaves", "移交人不再在岗", action="store_true"),
            _one("--sheet", "写出移交清单（.docx 或 .xlsx）", type=Path, metavar="文件"),
            DRY,
        ),
    ),
    Command("search", "搜索任何记录，也认拼音", "records", "search", (_one("text", "要找的文字", metavar="文字"),)),
    Command("meeting", "一次活动的全部内容；也写出通知、签到表、纪要", "meetings", "meeting", MEETING),
    Command("invite", "按条件邀请企业，也邀请干部、部门、银行参加活动", "meetings", "invite", INVITE),
    Command("attend", "登记谁到会", "meetings", "attend", (HELD, VALUES)),
    Command("room", "现场记录：看、存草稿，或整理成问题和融资需求", "meetings", "room", ROOM),
    Command("attach", "给一条记录添加附件；照片自动缩小、去掉位置信息", "files", "attach", (LEDGER, RECORD, FILES)),
    Command("attachments", "列出一条记录的附件", "files", "listed", (LEDGER, RECORD)),
    Command("take-out", "把一条记录的附件另存到文件夹", "files", "take_out", (LEDGER, RECORD, FOLDER)),
    Command("photos", "走访或活动的照片页，一页两张：Word、PDF 或网页", "files", "photo_sheet", (LEDGER, RECORD, TO)),
    Command("pack", "写出交换包", "parcels", "pack", (TO, _one("--since", "只带这之后的内容", metavar="日期"))),
    Command("merge", "合并交换包", "parcels", "merge", (FILE, DRY)),
    Command("backup", "备份工作区", "workspaces", "backup", (TO,)),
    Command(
        "restore",
        "用备份恢复工作区，或只恢复一条记录",
        "keeping",
        "restore",
        (FILE, _one("--record", "只恢复这一条：台账:名称或编号", metavar="台账:记录")),
    ),
    Command("check", "检查工作区是否完好", "workspaces", "check"),
    Command("salvage", "从损坏的工作区里抢救内容，写成新的工作区", "keeping", "salvage", (TO,)),
    Command(
        "password",
        "改密码；新密码放进环境变量 DAAN_DESK_NEW_PASSWORD",
        "keeping",
        "change_password",
        (
            _one("--new-password-file", "第一行是新密码", type=Path, metavar="文件"),
            _one("--forget-copies", "删掉旧密码还能打开的自动备份", action="store_true"),
        ),
    ),
)
