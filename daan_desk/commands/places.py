"""Opening the workspace that a command names, and closing it whatever happens."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from daan_desk.clock import now
from daan_desk.domain.addresses import ServerAddress
from daan_desk.domain.days import of_our_time
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import workspaces
from daan_desk.services.ledgers import Where
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace


def clock_on(day: str | None) -> Callable[[], datetime]:
    """The machine's clock set to a day that was asked for."""
    if not day:
        return now
    try:
        wanted = of_our_time(date.fromisoformat(day))
    except (ValueError, Rejected):
        raise Rejected(f"用法：日期要写成 2026-11-23 的样子，“{day}”不是。") from None
    return lambda: datetime.combine(wanted, now().timetz())


def password(given: argparse.Namespace) -> str:
    """The password from the file that was named or from the environment."""
    return secret_in(given.password_file, "DAAN_DESK_PASSWORD")


def parcel_password(given: argparse.Namespace) -> str:
    """The password of a parcel: of its own, where the sender used another one than the workspace's."""
    own = given.parcel_password_file
    return secret_in(own, "DAAN_DESK_PASSWORD") if own else password(given)


def secret_in(file: Path | None, variable: str) -> str:
    """A password from the first line of a file, or else from a variable of the environment."""
    if file:
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise Trouble(f"读不了密码文件“{file}”。", "请检查文件名和它的权限。") from error
        return lines[0] if lines else ""
    if variable not in os.environ:
        option = "--password-file" if variable == "DAAN_DESK_PASSWORD" else "--new-password-file"
        raise Rejected(f"用法：请把密码放进环境变量 {variable}，或用 {option} 指定一个文件。")
    return os.environ[variable]


def file_of(given: argparse.Namespace) -> Path:
    """The workspace where it must be a file."""
    if isinstance(given.workspace, ServerAddress):
        raise Rejected("用法：这一步只对工作区文件，不对服务器；服务器上的工作区用 server-set-up 建立。")
    path: Path = given.workspace
    return path


def refuse_waiting(given: argparse.Namespace) -> None:
    """`Rejected` while the wait after wrong passwords lasts."""
    workspaces.refuse_waiting(given.workspace, now)


@contextmanager
def place(given: argparse.Namespace, *, writing: bool = True, today: str | None = None) -> Iterator[Workplace]:
    """The command's workspace, closed whatever happens."""
    refuse_waiting(given)
    unlocked = workspaces.unlock(given.workspace, password(given), clock_on(today), writing=writing)
    try:
        yield unlocked
    finally:
        unlocked.close()


@contextmanager
def opened(given: argparse.Namespace, *, writing: bool = True, today: str | None = None) -> Iterator[Office]:
    """The office of the command's workspace."""
    with place(given, writing=writing, today=today) as unlocked:
        yield unlocked.office


def values(given: argparse.Namespace) -> dict[str, Any]:
    """The JSON object of --values."""
    if not given.values:
        return {}
    try:
        found = json.loads(given.values)
    except json.JSONDecodeError as error:
        raise Rejected(f"用法：--values 不是完整的 JSON（第 {error.colno} 个字符处）。") from None
    if not isinstance(found, dict):
        raise Rejected('用法：--values 要写成 JSON 对象，例如 {"name": "某某公司"}。')
    return found


def conditions(given: argparse.Namespace) -> tuple[Where, ...]:
    """The conditions of --where: 栏目=值; an empty value asks for empty fields."""
    found = []
    for text in given.where:
        field, sign, value = text.partition("=")
        if not sign:
            raise Rejected(f"用法：条件要写成“栏目=值”，“{text}”里没有等号。")
        found.append(Where(field.strip(), "is" if value else "empty", value.strip()))
    return tuple(found)
