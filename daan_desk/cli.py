"""The same acts without a window, for scripts, machines and tests: parse, carry out, answer, exit status."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from daan_desk import stopping, streams
from daan_desk.clock import now
from daan_desk.commands.arguments import Command
from daan_desk.commands.meetings_table import MEETINGS
from daan_desk.commands.office_table import OFFICE
from daan_desk.commands.servers_table import SERVERS
from daan_desk.commands.services_table import SERVICES
from daan_desk.commands.table import COMMANDS
from daan_desk.commands.usage import Parser, legible, refuse_workspace, workspace
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services.patience import patiently

EVERY = (*COMMANDS, *MEETINGS, *SERVICES, *SERVERS, *OFFICE)
DONE, REFUSED, WRONG_USE, TROUBLE = 0, 1, 2, 3
STOPPED = "已停止，没有完成的一步不会留下任何内容。"
FRESH, YOUNG, OLD = 1_000_000, 20, 50  # a command makes many values and few circles: looking for them cost 8 per cent


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; answers the exit status: 0 done, 1 refused (also in part), 2 wrong use, 3 trouble."""
    streams.settle()
    try:
        with stopping.heard():
            given = parser().parse_args(arguments)
            with garbage_looked_for_rarely():
                return _ended(given)
    except KeyboardInterrupt:
        _say(STOPPED)
        return REFUSED


@contextmanager
def garbage_looked_for_rarely() -> Iterator[None]:
    """Whoever calls a command within a program of his own gets his own thresholds back."""
    before = gc.get_threshold()
    gc.set_threshold(FRESH, YOUNG, OLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _ended(given: argparse.Namespace) -> int:
    try:
        answer = carried_out(given)
    except Rejected as refused:
        return _refused(given, refused)
    except Trouble as trouble:
        return _troubled(given, f"{trouble.sentence}{trouble.remedy}")
    except Exception as fault:  # noqa: BLE001  the outermost door: whatever is left is a fault of ours
        return _troubled(given, f"程序出错了，这一步没有完成，此前保存的内容都在。出错的经过写在：{_noted(fault)}")
    if not _written(given, answer):
        _say("这一步已经做完，但结果写不出来。请检查输出的位置和磁盘空间。")
        return TROUBLE
    return REFUSED if answer.get("refused") or answer.get("ok") is False else DONE


def carried_out(given: argparse.Namespace) -> dict[str, Any]:
    """The answer of the command; its module is imported only now, so that `--help` stays quick."""
    from daan_desk import paths
    from daan_desk.services import passing

    with passing.folder(paths.data()):
        refuse_workspace(given)
        module = import_module(f"daan_desk.commands.{given.command.module}")
        answer: dict[str, Any] = patiently(getattr(module, given.command.function), given)
    return answer


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments, from one table."""
    whole = Parser(prog=called(), description="大安企服台：不开窗口也能做的事。")
    whole.add_argument("--version", action="version", version=_version(), help="显示版本")
    commands = whole.add_subparsers(dest="word", required=True, metavar="命令")
    for command in EVERY:
        _add(commands.add_parser(command.word, help=command.does, description=command.does), command)
    return whole


def called() -> str:
    """What the program is called by whoever types: the packed one has a name of its own."""
    return "daan-desk" if getattr(sys, "frozen", False) else "python3 main.py"


def _add(one: argparse.ArgumentParser, command: Command) -> None:
    one.set_defaults(command=command)
    one.add_argument("--json", action="store_true", help="只在标准输出上给出一个 JSON 对象")
    if command.workspace:
        one.add_argument("--workspace", type=workspace, required=True, metavar="文件", help="工作区文件，或服务器地址")
        one.add_argument(
            "--password-file", type=Path, metavar="文件", help="第一行是密码；也可用环境变量 DAAN_DESK_PASSWORD"
        )
    for names, options in command.arguments:
        reads: dict[str, Any] = {} if options.get("action", "append") != "append" else {"type": legible}
        one.add_argument(*names, **reads | options)


def _version() -> str:
    from daan_desk import VERSION

    return f"大安企服台 {VERSION}"


def _refused(given: argparse.Namespace, refused: Rejected) -> int:
    from daan_desk.commands import telling

    for sentence in telling.problems(refused.problems, getattr(given, "ledger", None)):
        _say(sentence)
    if given.json:
        _written(given, {"problems": refused.problems})
    return WRONG_USE if "" in refused.problems and refused.problems[""].startswith("用法") else REFUSED


def _troubled(given: argparse.Namespace, sentence: str) -> int:
    _say(sentence)
    if given.json:
        _written(given, {"problems": {"": sentence}})
    return TROUBLE


def _written(given: argparse.Namespace, answer: dict[str, Any]) -> bool:
    """Whether the answer could be written; a reader who has seen enough, `head` for one, is no trouble."""
    try:
        _print(answer) if given.json else _tell(answer)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.give_up(sys.stdout)
    except OSError:
        streams.give_up(sys.stdout)
        return False
    return True


def _tell(answer: dict[str, Any]) -> None:
    from daan_desk.commands import telling  # a script with --json need not wait for it

    sys.stdout.writelines(line + "\n" for line in telling.lines(answer, telling.names_for(answer)))


def _noted(fault: Exception) -> Path:
    """Write kinds and places of a fault into the log folder, never the contents of records; answers the file."""
    from daan_desk import paths

    file = paths.logs() / "command.log"
    file.parent.mkdir(parents=True, exist_ok=True)
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(fault.__traceback__)]
    with file.open("a", encoding="utf-8") as log:
        log.write(f"{now():%Y-%m-%d %H:%M:%S} {type(fault).__qualname__}\n  " + "\n  ".join(places) + "\n")
    return file


def _print(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, default=str) + "\n")


def _say(sentence: str) -> None:
    streams.say(sentence)


if __name__ == "__main__":
    streams.leave(main())
