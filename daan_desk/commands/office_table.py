"""The commands of what the office decides for itself."""

from __future__ import annotations

from pathlib import Path

from daan_desk.commands.arguments import DRY, Command, one

SETTING = (
    (("name",), {"help": "设置的名称或标识；不写时列出全部", "nargs": "?", "metavar": "设置"}),
    one("--value", "改成这个值：文字，或 JSON", metavar="值"),
    one("--default", "恢复默认", action="store_true"),
    one("--to", "把全部设置和园区写成一个文件", type=Path, metavar="文件"),
    one("--from", "从文件导入设置和园区", dest="source", type=Path, metavar="文件"),
    DRY,
)

OFFICE = (Command("settings", "办公室的设置：列出、修改、写成一个文件、从文件导入", "deciding", "settings", SETTING),)
