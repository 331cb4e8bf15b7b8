"""The commands of what the office decides for itself."""

from __future__ import annotations

from pathlib import Path

from daan_desk.commands.arguments import DRY, Command, one
from daan_desk.commands.usage import count

SETTING = (
    (("name",), {"help": "设置的名称或标识；不写时列出全部", "nargs": "?", "metavar": "设置"}),
    one("--value", "改成这个值：文字，或 JSON", metavar="值"),
    one("--default", "恢复默认", action="store_true"),
    one("--to", "把全部设置和园区写成一个文件", type=Path, metavar="文件"),
    one("--from", "从文件导入设置和园区", dest="source", type=Path, metavar="文件"),
    DRY,
)

HISTORY = (
    one("--text", "操作里的文字，也认拼音", default="", metavar="文字"),
    one("--officer", "经办人的姓名", metavar="姓名"),
    one("--from", "从哪一天起", dest="since", metavar="日期"),
    one("--to", "到哪一天为止，含当天", dest="until", metavar="日期"),
    one("--limit", "最多几条，从最近的数起", type=count, metavar="N"),
    one("--to-file", "另写成 .xlsx 或 .csv 文件", dest="file", type=Path, metavar="文件"),
)

BACKUPS = (
    one("--now", "立即备份一次，也存到第二处", action="store_true"),
    one("--second", "每天另存一份到这个文件夹，例如U盘", type=Path, metavar="文件夹"),
    one("--no-second", "不再另存", action="store_true"),
    one("--verify", "逐份打开核对", action="store_true"),
)

OFFICE = (
    Command("settings", "办公室的设置：列出、修改、写成一个文件、从文件导入", "deciding", "settings", SETTING),
    Command("history", "操作记录：谁在什么时候做了什么", "looking_back", "history", HISTORY),
    Command("backups", "自动备份：列出、立即备份、核对、另存一份到第二处", "keeping_copies", "backups", BACKUPS),
)
