"""The commands of what the office decides for itself."""

from __future__ import annotations

from pathlib import Path

from daan_desk.commands.arguments import DRY, Command, one
from daan_desk.commands.usage import count

STATIONS = ("主库", "笔记本", "office", "laptop")

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

STATION = ((("kind",), {"help": "改为：主库，或笔记本", "nargs": "?", "choices": STATIONS, "metavar": "种类"}),)

TWINS = (
    one("--join", "把这两条合为一条，保留先记的", nargs=2, metavar="记录"),
    one("--apart", "这两条不是同一件事，不再提", nargs=2, metavar="记录"),
)

OFFICE = (
    Command("settings", "办公室的设置：列出、修改、写成一个文件、从文件导入", "deciding", "settings", SETTING),
    Command("history", "操作记录：谁在什么时候做了什么", "looking_back", "history", HISTORY),
    Command("station", "这个工作区是企服办主库还是干部的笔记本，或改过来", "workspaces", "station", STATION),
    Command("twins", "像是同一条的：列出、合为一条、分开", "parcels", "twins", TWINS),
    Command("backups", "自动备份：列出、立即备份、核对、另存一份到第二处", "keeping_copies", "backups", BACKUPS),
)
