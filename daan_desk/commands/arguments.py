"""What a command is, and the arguments that several of them take."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


def one(name: str, words: str, **more: Any) -> Argument:
    """An argument with what its help says of it."""
    return (name,), {"help": words, **more}


LEDGER = one("ledger", "台账：标识或中文名，如 enterprises 或 企业名录", metavar="台账")
IN = one("--ledger", "台账；不写时由程序判断", metavar="台账")
WHERE = one("--where", "条件，可写多次：栏目=值", action="append", default=[], metavar="栏目=值")
PERIOD = one(
    "--period", "只填这段时间：2026-10、2026年1-10月、2026年三季度；“按表”用表名里的，“全部”不限", metavar="时间"
)
VALUES = one("--values", "JSON 对象：栏目到值", metavar="JSON")
TO = one("--to", "写到哪里", type=Path, required=True, metavar="文件")
DRY = one("--dry-run", "只算不做", action="store_true")
FILE = one("file", "文件", type=Path, metavar="文件")
FILES = one("files", "文件，可写多个，也可以是文件夹", type=Path, nargs="+", metavar="文件")
FOLDER = one("--to", "放到哪个文件夹", type=Path, required=True, metavar="文件夹")
PARCEL_PASSWORD = one("--parcel-password-file", "交换包的密码；不写时同工作区的密码", type=Path, metavar="文件")
RECORD = one("record", "哪一条：编号、名称或标识", metavar="记录")
OFFICER = one("--officer", "以哪位干部的身份（姓名）", metavar="姓名")
